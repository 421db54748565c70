// The messages of the open chat, in their order, with the days between them.

import { bubble } from "/bubble.js";
import { keepPictures } from "/media.js";
import { make } from "/text.js";
import { dayOf } from "/words.js";

const NEAR_PX = 80;
const BUTTONS = ".keyboard button, .keyboard a";

/** Messages of an album share a bubble. */
const unitOf = (message) => message.media_group_id ? `g${message.media_group_id}` : `m${message.message_id}`;

export class Log {
  /** @param root the element with the messages; @param act what may be done from a bubble. */
  constructor(root, act) {
    this.root = root;
    this.act = act;
    this.items = new Map();
    this.botName = "";
  }

  /** Shows another chat. */
  open(items, botName, about = "") {
    this.items = items;
    this.botName = botName;
    this.root.replaceChildren();
    if (about && !items.size) this.root.append(make("p", "about-bot", about));
    this.draw(new Set([...items.values()].map((item) => unitOf(item.message))));
  }

  /** Shows what has changed in the same chat. */
  update(changed, deleted) {
    const units = new Set(changed.map((item) => unitOf(item.message)));
    for (const id of deleted) {
      const unit = this.root.querySelector(`[data-ids~="${id}"]`)?.dataset.unit;
      if (unit) units.add(unit);
    }
    this.draw(units);
  }

  draw(units) {
    const stuck = this.atBottom();
    const members = new Map([...units].map((unit) => [unit, []]));
    for (const item of this.items.values()) members.get(unitOf(item.message))?.push(item);
    for (const [unit, items] of members) this.drawUnit(unit, items);
    if (this.items.size) this.root.querySelector(".about-bot")?.remove();
    this.separateDays();
    if (stuck) this.toBottom();
  }

  drawUnit(unit, items) {
    const old = this.root.querySelector(`[data-unit="${unit}"]`);
    if (!items.length) {
      old?.remove();
      return;
    }
    items.sort((one, other) => one.message.message_id - other.message.message_id);
    const fresh = bubble(items, this.act, this.botName);
    const ids = items.map((item) => item.message.message_id);
    Object.assign(fresh.dataset, { unit, ids: ids.join(" "), first: ids[0], date: items[0].message.date });
    if (old) this.replace(old, fresh);
    else this.insert(fresh);
  }

  replace(old, fresh) {
    // Whoever is on a button of the old keyboard stays on the one in its place.
    const focused = [...old.querySelectorAll(BUTTONS)].indexOf(document.activeElement);
    keepPictures(old, fresh);
    old.replaceWith(fresh);
    if (focused < 0) return;
    const buttons = [...fresh.querySelectorAll(BUTTONS)];
    (buttons[Math.min(focused, buttons.length - 1)] ?? this.root).focus();
  }

  insert(fresh) {
    const first = Number(fresh.dataset.first);
    let after = this.root.lastElementChild;
    while (after && !(Number(after.dataset.first) < first)) after = after.previousElementSibling;
    if (after) after.after(fresh);
    else this.root.prepend(fresh);
  }

  /** One label at each start of a day; those that are right stay as they are. */
  separateDays() {
    let day = "";
    for (const element of [...this.root.children]) {
      if (element.classList.contains("day")) {
        const next = element.nextElementSibling;
        const isRight = next?.dataset.date && this.dayOf(next) === element.textContent && element.textContent !== day;
        if (!isRight) element.remove();
        continue;
      }
      if (!element.dataset.date) continue;
      const own = this.dayOf(element);
      const before = element.previousElementSibling;
      const isMarked = before?.classList.contains("day") && before.textContent === own;
      if (own !== day && !isMarked) element.before(make("div", "day", own));
      day = own;
    }
  }

  dayOf(element) {
    return dayOf(new Date(element.dataset.date * 1000));
  }

  atBottom() {
    const { scrollHeight, scrollTop, clientHeight } = this.root;
    return scrollHeight - scrollTop - clientHeight < NEAR_PX;
  }

  toBottom() {
    this.root.scrollTop = this.root.scrollHeight;
  }

  /** The bot's messages that are newer than one. */
  newerThan(read) {
    return [...this.items.values()].filter((item) => item.outgoing && item.message.message_id > read);
  }

  /** The keyboard of the newest message that has one. */
  lastButton() {
    return [...this.root.querySelectorAll(".keyboard")].at(-1)?.querySelector("button, a");
  }

  /** All pictures of the chat, the oldest first. */
  pictures() {
    return [...this.items.values()]
      .map((item) => item.message)
      .filter((message) => message.photo)
      .sort((one, other) => one.message_id - other.message_id);
  }
}
