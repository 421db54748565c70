// One bubble: a message, or several sent together as an album.

import { inlineKeyboard } from "/keyboards.js";
import { grid, media, pictureWidth, summary } from "/media.js";
import { make, nodes } from "/text.js";
import { timeOf, words } from "/words.js";

const REPLY_SHOWN = 120;

function body(message, act) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  const entities = message.entities ?? message.caption_entities ?? [];
  const element = make("div", "text", ...nodes(text, entities, act));
  element.dir = "auto";
  return element;
}

function foot(item) {
  const { message, reactions } = item;
  const element = make("span", "foot");
  for (const reaction of reactions) element.append(make("span", "reaction", reaction.emoji ?? "⭐"));
  if (message.edit_date) element.append(make("span", "edited", words.edited), " ");
  const date = new Date(message.date * 1000);
  const time = make("time", "", timeOf(date));
  time.dateTime = date.toISOString();
  element.append(time);
  return element;
}

function partsOfAlbum(items, act) {
  const messages = items.map((item) => item.message);
  const texts = messages.map((message) => body(message, act));
  if (messages.every((message) => message.photo)) return [grid(messages, act), ...texts.filter(Boolean)];
  return messages.flatMap((message, index) => [media(message, act), texts[index]].filter(Boolean));
}

function partsOf(items, act) {
  if (items.length > 1) return partsOfAlbum(items, act);
  const { message } = items[0];
  const parts = [media(message, act), body(message, act)].filter(Boolean);
  return message.show_caption_above_media ? parts.reverse() : parts;
}

function decorate(inner, items, parts) {
  const { message } = items[0];
  if (message.photo) {
    inner.classList.add("with-photo");
    const width = items.length > 1 ? 440 : pictureWidth(message);
    inner.parentElement.style.setProperty("--width", `${Math.round(width)}px`);
    if (!parts.at(-1).classList.contains("text")) inner.classList.add("bare");
  }
  if (message.sticker) inner.classList.add("sticker");
}

function service(message, botName) {
  const text = `${botName} ${words.pinned}: ${summary(message.pinned_message).slice(0, 60)}`;
  return make("article", "service", text);
}

/**
 * One bubble.
 *
 * @param items the message, or those of an album, with what the server tells about them.
 * @param act what may be done from within the bubble.
 * @param botName who writes it.
 */
export function bubble(items, act, botName) {
  const { message, outgoing } = items[0];
  if (message.pinned_message) return service(message, botName);
  const inner = make("div", "bubble", make("span", "unseen", `${outgoing ? botName : words.you}: `));
  const element = make("article", outgoing ? "theirs" : "own", inner);
  if (message.reply_to_message) {
    inner.append(make("div", "reply", summary(message.reply_to_message).slice(0, REPLY_SHOWN)));
  }
  const parts = partsOf(items, act);
  inner.append(...parts);
  // The time stands in the last line of the text where there's room for it.
  const last = parts.at(-1);
  (last?.classList.contains("text") ? last : inner).append(foot(items.at(-1)));
  if (parts.length) decorate(inner, items, parts);
  const keyboard = inlineKeyboard(message, act);
  if (keyboard) element.append(keyboard);
  return element;
}
