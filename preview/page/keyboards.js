// Keyboards: under a message and below the text field.

import { link, make } from "/text.js";

const STEPS = { ArrowLeft: -1, ArrowRight: 1 };

function inlineButton(button, message, act) {
  if (button.url) {
    const element = link(button.url, act, button.text);
    element.className = "outside";
    return element;
  }
  const element = make("button", button.copy_text ? "copies" : "", button.text);
  element.type = "button";
  if (button.copy_text) {
    element.addEventListener("click", () => act.copy(button.copy_text.text));
  } else if (button.callback_data) {
    element.addEventListener("click", () => act.tap(message.message_id, button.callback_data, element));
  } else {
    element.disabled = true;
  }
  return element;
}

/** Arrow keys go from button to button; the rows are as one sees them. */
function walk(event) {
  const row = event.target.closest(".row");
  if (!row) return;
  const column = [...row.children].indexOf(event.target);
  let next = null;
  if (event.key in STEPS) next = row.children[column + STEPS[event.key]];
  else if (event.key === "ArrowUp") next = nearest(row.previousElementSibling, column);
  else if (event.key === "ArrowDown") next = nearest(row.nextElementSibling, column);
  else return;
  event.preventDefault();
  next?.focus();
}

const nearest = (row, column) => row?.children[Math.min(column, row.children.length - 1)];

function keyboard(element, rows) {
  element.replaceChildren(...rows.map((buttons) => make("div", "row", ...buttons)));
}

/** The keyboard under a message; null without one. */
export function inlineKeyboard(message, act) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  const element = make("div", "keyboard");
  element.addEventListener("keydown", walk);
  keyboard(element, rows.map((row) => row.map((button) => {
    const item = inlineButton(button, message, act);
    if (button.style) item.classList.add(button.style);
    item.dir = "auto";
    return item;
  })));
  return element;
}

function press(button, act) {
  if (button.request_contact) act.contact();
  else if (button.request_location) act.place();
  else act.say(button.text);
}

/** The keyboard below the text field; made anew only when it is another one. */
export function replyKeyboard(element, markup, act) {
  const rows = markup?.keyboard ?? [];
  const key = JSON.stringify(rows);
  if (element.dataset.key === key) return;
  element.dataset.key = key;
  element.onkeydown = walk;
  keyboard(element, rows.map((row) => row.map((button) => {
    const item = make("button", button.style ?? "", button.text);
    item.type = "button";
    item.addEventListener("click", () => press(button, act));
    return item;
  })));
}
