// The list of people.

import { paint, summary } from "/media.js";
import { make } from "/text.js";
import { timeOf, words } from "/words.js";

const SHOWN = 80;
const MOST = 99;

export const nameOf = (user) => [user.first_name, user.last_name].filter(Boolean).join(" ");

function lastWords(person) {
  const text = summary(person.last).replaceAll("\n", " ").slice(0, SHOWN);
  const line = make("span", "last");
  if (person.last && !person.last_outgoing) line.append(make("span", "you", `${words.you}: `));
  line.append(text);
  return line;
}

function badge(count) {
  const element = make("span", "badge", count > MOST ? `${MOST}+` : String(count));
  element.append(make("span", "unseen", ` ${words.news}`));
  return element;
}

function line(person, isCurrent, isAdmin, choose) {
  const name = nameOf(person.user);
  const avatar = make("span", "avatar");
  avatar.setAttribute("aria-hidden", "true");
  paint(avatar, name, person.user.id);
  const title = make("span", "name", make("b", "", name));
  if (isAdmin) title.append(make("span", "chip", words.isadmin));
  const side = make("span", "side");
  if (person.last) side.append(make("time", "", timeOf(new Date(person.last.date * 1000))));
  if (person.unread && !isCurrent) side.append(badge(person.unread));
  const button = make("button", "", avatar, make("span", "about", title, lastWords(person)), side);
  button.type = "button";
  if (isCurrent) button.setAttribute("aria-current", "true");
  button.addEventListener("click", () => choose(person.user.id));
  return make("li", "", button);
}

function walk(event) {
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const index = buttons.indexOf(document.activeElement);
  const last = buttons.length - 1;
  const next = { ArrowDown: Math.min(index + 1, last), ArrowUp: Math.max(index - 1, 0), Home: 0, End: last }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  buttons[next]?.focus();
}

export class People {
  /** @param root the list; @param choose what happens to whoever is clicked. */
  constructor(root, choose) {
    this.root = root;
    this.choose = choose;
    this.shown = "";
    root.addEventListener("keydown", walk);
  }

  /** Draws the list anew if anything in it has changed. */
  show(people, current, adminId, language) {
    const key = JSON.stringify([people, current, adminId, language]);
    if (key === this.shown) return;
    this.shown = key;
    const focused = document.activeElement?.closest?.("#list li");
    const index = focused ? [...this.root.children].indexOf(focused) : -1;
    this.root.replaceChildren(...people.map((person) => (
      line(person, person.user.id === current, person.user.id === adminId, this.choose))));
    if (index >= 0) this.root.children[index]?.querySelector("button").focus();
  }
}
