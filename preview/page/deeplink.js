// Deep links: what people paste, and which payload it holds.

const PAYLOAD = /^[A-Za-z0-9_-]{0,64}$/;
const TELEGRAM = /^(www\.)?(t|telegram)\.(me|dog)$/i;

function address(text) {
  const whole = /^(t|telegram)\.me\//i.test(text) ? `https://${text}` : text;
  try {
    return new URL(whole, whole.startsWith("?") ? location.origin : undefined);
  } catch {
    return null;
  }
}

/** Which bot an address leads to: its name, "" for this page itself, null for none. */
function botOf(url) {
  if (url.protocol === "tg:") return url.searchParams.get("domain");
  if (url.origin === location.origin) return "";
  return TELEGRAM.test(url.hostname) ? url.pathname.slice(1) : null;
}

/**
 * The payload of a link or code.
 *
 * @returns {{payload: string} | {problem: string}} the payload, or the word for what is wrong.
 */
export function readLink(text, username) {
  const trimmed = text.trim();
  if (PAYLOAD.test(trimmed)) return { payload: trimmed };
  const url = address(trimmed);
  const bot = url ? botOf(url) : null;
  if (bot === null) return { problem: "badlink" };
  if (bot && bot.toLowerCase() !== username.toLowerCase()) return { problem: "otherbot" };
  const payload = url.searchParams.get("start") ?? "";
  return PAYLOAD.test(payload) ? { payload } : { problem: "badlink" };
}

/** The payload of an address that leads to this very bot, null for any other. */
export function ownPayload(href, username) {
  const url = address(href);
  const bot = url ? botOf(url) : null;
  if (!bot || bot.toLowerCase() !== username.toLowerCase()) return null;
  return readLink(href, username).payload ?? null;
}
