// Pictures, albums, files and the other things a message may hold.

import { make } from "/text.js";
import { sizeOf, words } from "/words.js";

const WIDEST = 440; // of a picture in a bubble, in pixels
const TALLEST = 540;
const ROWS = { 2: [2], 3: [1, 2], 4: [2, 2], 5: [2, 3], 6: [3, 3], 7: [2, 2, 3], 8: [2, 3, 3], 9: [3, 3, 3], 10: [3, 3, 4] };

export const fileUrl = (fileId) => `/api/files/${encodeURIComponent(fileId)}`;

/** What a message is in a few words. */
export function summary(message) {
  if (!message) return words.notext;
  if (message.text) return message.text;
  const caption = message.caption ? ` ${message.caption}` : "";
  if (message.photo) return `🖼${caption || ` ${words.photo}`}`;
  if (message.document) return `📄${caption || ` ${message.document.file_name}`}`;
  const kind = ["sticker", "voice", "contact", "location"].find((name) => message[name]);
  return kind ? words[kind] : message.pinned_message ? words.pinned : "";
}

/** A picture as a button that opens it large. */
export function photo(message, act) {
  const size = message.photo.at(-1);
  const image = make("img");
  image.src = fileUrl(size.file_id);
  image.width = size.width;
  image.height = size.height;
  image.alt = message.caption || words.photo;
  image.dataset.file = size.file_id;
  const button = make("button", "photo", image);
  button.type = "button";
  button.dataset.message = message.message_id;
  button.dataset.file = size.file_id;
  button.dataset.ratio = (size.width / size.height).toFixed(3);
  button.setAttribute("aria-label", `${words.photo}: ${words.open}`);
  if (message.has_media_spoiler) button.classList.add("hidden-photo");
  button.addEventListener("click", () => {
    if (!button.classList.contains("hidden-photo")) act.view(message.message_id);
    button.classList.remove("hidden-photo");
  });
  return button;
}

/** How wide a bubble with this picture is. */
export function pictureWidth(message) {
  const { width, height } = message.photo.at(-1);
  return Math.max(200, Math.min(width, WIDEST, (TALLEST * width) / height));
}

/** Pictures sent together, in rows of one height each. */
export function grid(messages, act) {
  const rows = [...(ROWS[messages.length] ?? [messages.length])];
  const element = make("div", "album");
  let at = 0;
  for (const count of rows) {
    const cells = messages.slice(at, at + count).map((message) => {
      const cell = photo(message, act);
      const ratio = Math.min(2, Math.max(0.6, Number(cell.dataset.ratio)));
      cell.style.setProperty("--ratio", ratio);
      return cell;
    });
    element.append(make("div", "album-row", ...cells));
    at += count;
  }
  return element;
}

function kindOf(name) {
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1].toLowerCase() ?? "";
  const groups = {
    pdf: "red", xlsx: "green", xls: "green", csv: "green", zip: "yellow", json: "violet", jsonl: "violet",
    png: "violet", jpg: "violet", svg: "violet",
  };
  return { ending, colour: groups[ending] ?? "blue" };
}

function file(message) {
  const item = message.document;
  const name = item.file_name || words.document;
  const { ending, colour } = kindOf(name);
  const sheet = make("span", "sheet", ending || "↓");
  sheet.dataset.colour = colour;
  sheet.setAttribute("aria-hidden", "true");
  const title = make("span", "name", name);
  title.dir = "auto";
  const element = make("a", "document", sheet,
    make("span", "about", title, make("span", "size", sizeOf(item.file_size))));
  element.href = fileUrl(item.file_id);
  element.download = name;
  element.addEventListener("click", () => element.classList.add("saved"));
  return element;
}

function contact(message) {
  const { first_name: first, last_name: last, phone_number: phone } = message.contact;
  const name = [first, last].filter(Boolean).join(" ");
  const avatar = make("span", "avatar");
  avatar.setAttribute("aria-hidden", "true");
  paint(avatar, name, message.contact.user_id ?? phone.length);
  return make("div", "contact", avatar, make("span", "about", make("b", "", name), make("span", "size", phone)));
}

/** A colour and an initial for a name, always the same. */
export function paint(avatar, name, id) {
  avatar.textContent = [...name.trim()][0]?.toUpperCase() ?? "?";
  avatar.dataset.hue = Math.abs(id) % 7;
}

/** What a message holds besides text; null for nothing. */
export function media(message, act) {
  if (message.photo) return photo(message, act);
  if (message.document) return file(message);
  if (message.contact) return contact(message);
  if (message.sticker) return make("div", "plain", `${message.sticker.emoji || ""} ${words.sticker}`);
  if (message.voice) return make("div", "plain", `🎤 ${words.voice}`);
  if (message.location) {
    const { latitude, longitude } = message.location;
    return make("div", "plain", `📍 ${latitude}, ${longitude}`);
  }
  return null;
}

/** Lets pictures shown already stay on the screen until what takes their place is there. */
export function keepPictures(old, fresh) {
  for (const button of fresh.querySelectorAll(".photo")) {
    const shown = old.querySelector(`.photo[data-message="${button.dataset.message}"] img`);
    if (!shown) continue;
    const next = button.firstElementChild;
    next.replaceWith(shown);
    shown.alt = next.alt;
    if (shown.dataset.file !== next.dataset.file) swap(button, shown, next);
  }
}

async function swap(button, shown, next) {
  await next.decode().catch(() => {});
  const isWanted = button.dataset.file === next.dataset.file && shown.parentElement === button;
  if (isWanted) shown.replaceWith(next);
}
