// The server's JSON API and its stream of events.

import { words } from "/words.js";
import { toast } from "/dialogs.js";

const RETRY_MS = 1000;

/** The server does not answer at all. */
export class UnreachableError extends Error {}

/** The server answers that this can't be done. */
export class RefusedError extends Error {}

/** Asks the server; throws when it refuses or is not there. */
export async function api(path, values) {
  const options = values === undefined ? {}
    : { method: "POST", body: JSON.stringify(values), headers: { "Content-Type": "application/json" } };
  const response = await fetch(`/api${path}`, options).catch(() => { throw new UnreachableError(words.lost); });
  const answer = await response.json().catch(() => { throw new UnreachableError(words.lost); });
  if (!response.ok) throw new RefusedError(answer.error ?? response.statusText);
  return answer;
}

/** Does what was asked; tells when it can't be done. */
export async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    const isExpected = error instanceof UnreachableError || error instanceof RefusedError || error instanceof DOMException;
    if (!isExpected) throw error;
    toast(error.message);
    return null;
  }
}

/** Sends a file; calls back with the part of it that is on its way, from 0 to 1. */
export function upload(path, form, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api${path}`);
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => onProgress(event.loaded / event.total));
    request.addEventListener("error", () => reject(new UnreachableError(words.lost)));
    request.addEventListener("load", () => {
      if (request.status < 400) resolve(request.response);
      else reject(new RefusedError(request.response?.error ?? request.statusText));
    });
    request.send(form);
  });
}

/** Calls `changed` whenever something is new, `connected` with whether the server is there. */
export function listen(changed, connected) {
  const events = new EventSource("/api/events");
  events.addEventListener("message", changed);
  events.addEventListener("open", () => connected(true));
  events.addEventListener("error", () => {
    connected(false);
    // The browser comes back by itself, unless it was answered with an error.
    if (events.readyState === EventSource.CLOSED) setTimeout(() => listen(changed, connected), RETRY_MS);
  });
}
