// Bubbles, keyboards and the list of people.

import { link, make, nodes } from "/text.js";
import { language, words } from "/words.js";

const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat(language, { day: "numeric", month: "long" });

export const fileUrl = (fileId) => `/api/files/${encodeURIComponent(fileId)}`;
export const dayOf = (message) => day.format(new Date(message.date * 1000));

/** A colour for a name, always the same. */
export function paint(avatar, name, id) {
  avatar.textContent = [...name.trim()][0]?.toUpperCase() ?? "?";
  avatar.dataset.hue = Math.abs(id) % 7;
}

/** What a message is in a few words. */
export function summary(message) {
  if (!message) return words.notext;
  if (message.text) return message.text;
  if (message.photo) return message.caption || words.photo;
  if (message.document) return message.caption || message.document.file_name;
  const kind = ["sticker", "voice", "contact", "location"].find((name) => message[name]);
  return kind ? words[kind] : message.pinned_message ? words.pinned : "";
}

function photo(message, act) {
  const size = message.photo.at(-1);
  const image = make("img");
  image.src = fileUrl(size.file_id);
  image.width = size.width;
  image.height = size.height;
  image.alt = message.caption || words.photo;
  const button = make("button", "photo", image);
  button.type = "button";
  button.setAttribute("aria-label", `${words.photo}: ${words.open}`);
  if (message.has_media_spoiler) button.classList.add("hidden-photo");
  button.addEventListener("click", () => {
    if (button.classList.contains("hidden-photo")) button.classList.remove("hidden-photo");
    else act.view(image.src, image.alt);
  });
  return button;
}

function bytes(count) {
  const units = language === "ru" ? ["Б", "КБ", "МБ"] : ["B", "KB", "MB"];
  let unit = 0;
  let size = count;
  while (size >= 1024 && unit < 2) { size /= 1024; unit += 1; }
  return `${unit ? size.toFixed(1) : size} ${units[unit]}`;
}

function file(message) {
  const item = message.document;
  const name = make("span", "name", item.file_name || words.document);
  const element = make("a", "document", make("span", "sheet"),
    make("span", "about", name, make("span", "size", bytes(item.file_size))));
  element.firstChild.setAttribute("aria-hidden", "true");
  element.href = fileUrl(item.file_id);
  element.download = item.file_name || "";
  return element;
}

function media(message, act) {
  if (message.photo) return photo(message, act);
  if (message.document) return file(message);
  if (message.sticker) return make("div", "plain", `${message.sticker.emoji || ""} ${words.sticker}`);
  if (message.voice) return make("div", "plain", `🎤 ${words.voice}`);
  if (message.contact) {
    return make("div", "plain", `👤 ${message.contact.first_name} ${message.contact.phone_number}`);
  }
  if (message.location) {
    const { latitude, longitude } = message.location;
    return make("div", "plain", `📍 ${latitude}, ${longitude}`);
  }
  return null;
}

function body(message, act) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  const entities = message.entities ?? message.caption_entities ?? [];
  const element = make("div", "text", ...nodes(text, entities, act.say));
  element.dir = "auto";
  return element;
}

function foot(item) {
  const { message } = item;
  const element = make("span", "foot");
  for (const reaction of item.reactions) {
    element.append(make("span", "reaction", reaction.emoji ?? "⭐"));
  }
  if (message.edit_date) element.append(`${words.edited} `);
  const time = make("time", "", clock.format(new Date(message.date * 1000)));
  time.dateTime = new Date(message.date * 1000).toISOString();
  element.append(time);
  return element;
}

function inlineButton(button, message, act) {
  if (button.url) {
    const element = link(button.url, button.text);
    element.className = "outside";
    return element;
  }
  const element = make("button", "", button.text);
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

function inlineKeyboard(message, act) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return make("div", "keyboard", ...rows.map((row) => make("div", "row", ...row.map((button) => {
    const element = inlineButton(button, message, act);
    if (button.style) element.classList.add(button.style);
    return element;
  }))));
}

/** One message. */
export function bubble(item, act, botName) {
  const { message, outgoing } = item;
  if (message.pinned_message) {
    return make("article", "service", `${words.pinned}: ${summary(message.pinned_message).slice(0, 60)}`);
  }
  const inner = make("div", "bubble");
  const author = make("span", "unseen", `${outgoing ? botName : words.you}: `);
  inner.append(author);
  if (message.reply_to_message) {
    inner.append(make("div", "reply", summary(message.reply_to_message).slice(0, 120)));
  }
  const parts = [media(message, act), body(message, act)].filter(Boolean);
  if (message.show_caption_above_media) parts.reverse();
  inner.append(...parts);
  // The time stands in the last line of the text where there's room for it.
  const last = parts.at(-1);
  (last?.classList.contains("text") ? last : inner).append(foot(item));
  if (message.photo) inner.classList.add("with-photo");
  const element = make("article", outgoing ? "theirs" : "own", inner);
  const keyboard = inlineKeyboard(message, act);
  if (keyboard) element.append(keyboard);
  element.dataset.id = message.message_id;
  return element;
}

/** The keyboard below the text field. */
export function replyKeyboard(element, markup, act) {
  element.hidden = !markup;
  element.replaceChildren(...(markup?.keyboard ?? []).map((row) => make("div", "row",
    ...row.map((button) => {
      const item = make("button", button.style ?? "", button.text);
      item.type = "button";
      item.addEventListener("click", () => {
        if (button.request_contact) act.contact();
        else if (button.request_location) act.place();
        else act.say(button.text);
      });
      return item;
    }))));
}

/** One line of the list of people. */
export function personLine(person, current, unread, choose) {
  const name = [person.user.first_name, person.user.last_name].filter(Boolean).join(" ");
  const avatar = make("span", "avatar");
  avatar.setAttribute("aria-hidden", "true");
  paint(avatar, name, person.user.id);
  const about = make("span", "about", make("b", "", name),
    make("span", "last", summary(person.last).slice(0, 80)));
  const button = make("button", "", avatar, about);
  button.type = "button";
  if (person.last) button.append(make("time", "", clock.format(new Date(person.last.date * 1000))));
  if (current) button.setAttribute("aria-current", "true");
  if (unread) {
    const dot = make("span", "unread");
    dot.append(make("span", "unseen", words.news));
    button.append(dot);
  }
  button.addEventListener("click", () => choose(person.user.id));
  return make("li", "", button);
}
