// Sending files: chosen, pasted or dropped.

import { ask } from "/dialogs.js";
import { attempt, upload } from "/server.js";
import { sizeOf } from "/words.js";

const $ = (id) => document.getElementById(id);
const PICTURE = /^image\/(jpeg|png|webp)$/;

/** Asks how to send a file, then sends it; tells whether it was sent. */
async function sendOne(file, person) {
  const form = $("sending").querySelector("form");
  const isPicture = PICTURE.test(file.type);
  form.reset();
  form.elements.photo.checked = isPicture;
  $("sending-as").hidden = !isPicture;
  $("sending-picture").hidden = !isPicture;
  $("sending-name").textContent = `${file.name} · ${sizeOf(file.size)}`;
  const address = isPicture ? URL.createObjectURL(file) : "";
  if (isPicture) $("sending-picture").src = address;
  const values = await ask($("sending"));
  if (address) URL.revokeObjectURL(address);
  if (!values) return;
  const data = new FormData();
  data.append("file", file);
  data.append("caption", values.caption.trim());
  await attempt(() => upload(`/people/${person}/files/${values.photo ? "photo" : "document"}`, data, progress));
  progress(1);
}

function progress(part) {
  $("upload").hidden = part >= 1;
  $("upload").value = part;
}

/** Sends files one after the other, as the person who is shown. */
export async function sendFiles(files, person) {
  for (const file of files) await sendOne(file, person);
}

/** Takes files that are pasted into the text or dropped on the chat. */
export function takeFiles(send) {
  $("file").addEventListener("change", async (event) => {
    await send([...event.target.files]);
    event.target.value = "";
  });
  $("text").addEventListener("paste", (event) => {
    if (!event.clipboardData.files.length) return;
    event.preventDefault();
    send([...event.clipboardData.files]);
  });
  const chat = $("chat");
  chat.addEventListener("dragover", (event) => {
    event.preventDefault();
    $("drop").hidden = false;
  });
  chat.addEventListener("dragleave", (event) => {
    if (!chat.contains(event.relatedTarget)) $("drop").hidden = true;
  });
  chat.addEventListener("drop", (event) => {
    event.preventDefault();
    $("drop").hidden = true;
    send([...event.dataTransfer.files]);
  });
}
