// Text with entities as DOM nodes; never as HTML, so that nobody's words become markup.

import { words } from "/words.js";

const TAGS = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote",
};
const SAFE = /^(https?|tg|ton|mailto|tel):/i;

/** An element with a class and children. */
export function make(tag, className = "", ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** A link that leaves the page without telling where from, unless it leads to this bot. */
export function link(url, act, ...children) {
  const element = make("a", "", ...children);
  element.href = SAFE.test(url) ? url : `http://${url}`;
  element.target = "_blank";
  element.rel = "noreferrer noopener";
  element.addEventListener("click", (event) => {
    if (act.follow(element.href)) event.preventDefault();
  });
  return element;
}

/** Makes an element of a running text work as a button; a real one would not break across lines. */
function pressable(element, action) {
  element.setAttribute("role", "button");
  element.tabIndex = 0;
  element.addEventListener("click", action);
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    action();
  });
  return element;
}

function copied(tag, text, act) {
  const element = pressable(make(tag, "copied"), () => act.copy(text));
  element.title = words.copy;
  return element;
}

function spoiler() {
  const element = make("span", "spoiler");
  element.setAttribute("aria-label", words.spoiler);
  return pressable(element, () => {
    element.classList.add("open");
    for (const name of ["role", "tabindex", "aria-label"]) element.removeAttribute(name);
  });
}

function folded() {
  const quote = make("blockquote", "folded");
  quote.setAttribute("aria-expanded", "false");
  return pressable(quote, () => {
    const open = !quote.classList.toggle("folded");
    quote.setAttribute("aria-expanded", String(open));
  });
}

function wrap(entity, text, act) {
  switch (entity.type) {
    case "text_link": return link(entity.url, act);
    case "url": return link(text, act);
    case "email": return link(`mailto:${text}`, act);
    case "bot_command": return pressable(make("span", "command"), () => act.say(text));
    case "code": case "pre": return copied(entity.type, text, act);
    case "spoiler": return spoiler();
    case "expandable_blockquote": return folded();
    case "mention": case "hashtag": return make("span", "mention");
    default: return make(TAGS[entity.type] || "span");
  }
}

/** Nodes of a text; offsets count UTF-16 units, as JavaScript's own do. */
export function nodes(text, entities, act, start = 0, end = text.length) {
  const result = [];
  let position = start;
  const inside = entities.filter((item) => item.offset >= start && item.offset + item.length <= end);
  while (inside.length) {
    const entity = inside.shift();
    if (entity.offset < position) continue;
    const stop = entity.offset + entity.length;
    if (entity.offset > position) result.push(text.slice(position, entity.offset));
    const nested = inside.filter((item) => item.offset + item.length <= stop && item.offset < stop);
    const element = wrap(entity, text.slice(entity.offset, stop), act);
    element.append(...nodes(text, nested, act, entity.offset, stop));
    result.push(element);
    position = stop;
  }
  if (position < end) result.push(text.slice(position, end));
  return result;
}
