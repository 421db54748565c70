// Toasts and the windows that ask something.

import { words } from "/words.js";

const $ = (id) => document.getElementById(id);
const TOAST_MS = 4000;

/** A few words that go away by themselves. */
export function toast(text) {
  const element = document.createElement("p");
  element.className = "toast";
  element.textContent = text;
  $("toasts").append(element);
  setTimeout(() => element.remove(), TOAST_MS);
}

/** Words to be confirmed. */
export function alertDialog(text) {
  $("alert-text").textContent = text;
  if (!$("alert").open) $("alert").showModal();
}

/** Shows a dialog with a form; gives the form's values, null when it was cancelled. */
export function ask(dialog) {
  const form = dialog.querySelector("form");
  return new Promise((resolve) => {
    let values = null;
    const submitted = () => { values = Object.fromEntries(new FormData(form)); };
    const cancelled = () => dialog.close();
    const cancel = form.querySelector("[value=cancel]");
    form.addEventListener("submit", submitted);
    cancel.addEventListener("click", cancelled);
    dialog.addEventListener("close", () => {
      form.removeEventListener("submit", submitted);
      cancel.removeEventListener("click", cancelled);
      resolve(values);
    }, { once: true });
    dialog.showModal();
  });
}

/** Asks whether to share a phone number; gives the number, null for no. */
export async function askPhone(suggested) {
  $("sharing-text").textContent = words.sharephone;
  $("sharing-phone").hidden = false;
  $("sharing").querySelector("input").value = suggested;
  return (await ask($("sharing")))?.phone ?? null;
}

/** Asks whether to share the place. */
export async function askPlace() {
  $("sharing-text").textContent = words.shareplace;
  $("sharing-phone").hidden = true;
  return (await ask($("sharing"))) !== null;
}

/** Asks for somebody new; gives what the server needs, null when cancelled. */
export async function askNewcomer(adminId, language) {
  const form = $("newcomer").querySelector("form");
  form.reset();
  form.elements.language_code.value = language;
  $("as-admin").hidden = !adminId;
  const values = await ask($("newcomer"));
  if (!values) return null;
  return {
    first_name: values.first_name,
    language_code: values.language_code,
    user_id: values.admin ? adminId : Number(values.user_id) || 0,
  };
}
