// Where one writes: the text field, the menu of commands, the reply keyboard.

import { replyKeyboard } from "/keyboards.js";
import { make } from "/text.js";
import { words } from "/words.js";

const $ = (id) => document.getElementById(id);
const TALLEST_PX = 160;

export class Composer {
  /** @param act what may be done; @param up where to go from an empty field by the arrow key. */
  constructor(act, up) {
    this.act = act;
    this.up = up;
    this.commands = [];
    this.folded = false;
    $("composer").addEventListener("submit", (event) => { event.preventDefault(); this.send(); });
    $("text").addEventListener("input", () => { this.grow(); this.suggest(); });
    $("text").addEventListener("keydown", (event) => this.key(event));
    $("command").addEventListener("click", () => this.toggleCommands());
    $("commands").addEventListener("keydown", (event) => this.walk(event));
    $("keys").addEventListener("click", () => { this.folded = !this.folded; this.foldKeyboard(); });
    document.addEventListener("click", (event) => {
      if (!event.target.closest("#composer")) this.hideCommands();
    });
  }

  /** What is in the field, and another text for it. */
  get text() { return $("text").value; }
  set text(value) {
    $("text").value = value;
    this.grow();
    this.hideCommands();
  }

  /** The commands, the reply keyboard and whether anything can be written at all. */
  show(chat) {
    const idle = !chat.started || chat.blocked;
    $("start").hidden = !idle;
    $("start").textContent = chat.blocked ? words.restart : words.start;
    $("composer").hidden = idle;
    this.commands = chat.commands ?? [];
    $("command").hidden = !this.commands.length;
    const markup = idle ? null : chat.reply_keyboard;
    if (JSON.stringify(markup?.keyboard ?? []) !== $("keyboard").dataset.key) this.folded = false;
    replyKeyboard($("keyboard"), markup, this.act);
    $("keys").hidden = !markup;
    $("text").placeholder = markup?.input_field_placeholder ?? words.write;
    this.foldKeyboard();
  }

  foldKeyboard() {
    $("keyboard").hidden = $("keys").hidden || this.folded;
    $("keys").setAttribute("aria-expanded", String(!this.folded));
  }

  async send() {
    const text = this.text.trim();
    if (!text) return;
    this.text = "";
    if (!await this.act.say(text) && !this.text) this.text = text;
  }

  key(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.send();
    } else if (event.key === "ArrowUp" && !$("commands").hidden) {
      event.preventDefault();
      $("commands").querySelector("li:last-child button")?.focus();
    } else if (event.key === "ArrowUp" && !this.text) {
      event.preventDefault();
      this.up();
    }
  }

  grow() {
    $("text").style.height = "auto";
    $("text").style.height = `${Math.min($("text").scrollHeight, TALLEST_PX)}px`;
  }

  // -- commands

  suggest() {
    const typed = /^\/(\w*)$/.exec(this.text)?.[1];
    if (typed === undefined) this.hideCommands();
    else this.showCommands(this.commands.filter((item) => item.command.startsWith(typed.toLowerCase())));
  }

  toggleCommands() {
    if ($("commands").hidden) {
      this.showCommands(this.commands);
      $("commands").querySelector("button")?.focus();
    } else {
      this.hideCommands();
    }
  }

  showCommands(commands) {
    $("commands").replaceChildren(...commands.map((item) => {
      const button = make("button", "", make("b", "", `/${item.command}`), ` ${item.description}`);
      button.type = "button";
      button.addEventListener("click", () => this.choose(item.command));
      return make("li", "", button);
    }));
    $("commands").hidden = !commands.length;
    $("command").setAttribute("aria-expanded", String(commands.length > 0));
  }

  /** Folds the commands; tells whether there was anything to fold. */
  hideCommands() {
    const wasOpen = !$("commands").hidden;
    $("commands").hidden = true;
    $("command").setAttribute("aria-expanded", "false");
    return wasOpen;
  }

  choose(command) {
    this.text = "";
    $("text").focus();
    this.act.say(`/${command}`);
  }

  walk(event) {
    const steps = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" };
    if (!(event.key in steps)) return;
    event.preventDefault();
    const next = event.target.closest("li")[steps[event.key]];
    (next?.querySelector("button") ?? $("text")).focus();
  }
}
