// The chat page: who is here, what they see, what they do.

import { Composer } from "/composer.js";
import { ownPayload, readLink } from "/deeplink.js";
import { alertDialog, askNewcomer, askPhone, askPlace, toast } from "/dialogs.js";
import { sendFiles, takeFiles } from "/files.js";
import { Log } from "/log.js";
import { paint, summary } from "/media.js";
import { nameOf, People } from "/people.js";
import { api, attempt, listen, UnreachableError } from "/server.js";
import { settings } from "/settings.js";
import { Viewer } from "/viewer.js";
import { language, speak, words } from "/words.js";

const $ = (id) => document.getElementById(id);
const SPOKEN = 300; // characters of a message that are read out
const ACTIONS = [
  [/photo/, "sendsphoto"], [/video/, "sendsvideo"], [/voice|audio/, "sendsvoice"], [/document|location/, "sendsfile"],
  [/sticker/, "picks"],
];

const chats = new Map(); // by id: what is known of a chat, with where one was in it
const taps = new Map(); // callback query → the button that waits for its answer
let people = [];
let bot = { username: "", admin_id: 0, name: "" };
let current = 0;
let actionTimer = 0;

const does = (action, values = {}) => attempt(() => api(`/people/${current}/${action}`, values));

const act = {
  async say(text) {
    const said = await does("say", { text });
    if (said) log.toBottom();
    return said;
  },
  async tap(messageId, data, button) {
    button.setAttribute("aria-busy", "true");
    const answer = await does("tap", { message_id: messageId, data });
    const isOver = !answer || chats.get(current)?.answered.has(answer.callback_query_id);
    if (isOver) button.removeAttribute("aria-busy");
    else taps.set(answer.callback_query_id, button);
  },
  async copy(text) {
    const copied = await attempt(async () => { await navigator.clipboard.writeText(text); return true; });
    if (copied) toast(words.copied);
  },
  async contact() {
    const phone = await askPhone(`+7900${String(current).slice(-7).padStart(7, "0")}`);
    if (phone) await does("contact", { phone_number: phone });
  },
  async place() {
    if (await askPlace()) await does("location", { latitude: 55.7558, longitude: 37.6176 });
  },
  /** Follows a link that leads to this bot; tells whether it was one. */
  follow(href) {
    const payload = ownPayload(href, bot.username);
    if (payload === null) return false;
    does("open", { payload });
    return true;
  },
  view: (messageId) => viewer.open(messageId),
};

const log = new Log($("log"), act);
const viewer = new Viewer(() => log.pictures());
const composer = new Composer(act, () => log.lastButton()?.focus());
const list = new People($("list"), (id) => choose(id));

// -- the chat

function showAnswers(chat, answers, isFirst) {
  for (const answer of answers) {
    if (chat.answered.has(answer.callback_query_id)) continue;
    chat.answered.add(answer.callback_query_id);
    taps.get(answer.callback_query_id)?.removeAttribute("aria-busy");
    taps.delete(answer.callback_query_id);
    if (isFirst) continue;
    if (answer.url) act.follow(answer.url);
    if (!answer.text) continue;
    if (answer.show_alert) alertDialog(answer.text);
    else toast(answer.text);
  }
}

function showAction(action, lasts) {
  clearTimeout(actionTimer);
  const found = ACTIONS.find(([pattern]) => pattern.test(action));
  $("status").textContent = !action ? words.bot : words[found?.[1] ?? "typing"];
  $("status").classList.toggle("active", Boolean(action));
  if (action) actionTimer = setTimeout(() => showAction("", 0), lasts * 1000);
}

function showState(chat) {
  $("bot-name").textContent = chat.bot.name;
  paint($("bot-avatar"), chat.bot.name, chat.bot.id);
  $("block").textContent = chat.blocked ? words.unblock : words.block;
  composer.show(chat);
  const user = people.find((person) => person.user.id === current)?.user;
  document.title = user ? `${nameOf(user)} · ${chat.bot.name}` : chat.bot.name;
}

/** What is new is read out to whoever can't see it. */
function announce(messages, botName) {
  const texts = messages.filter((item) => item.outgoing).map((item) => summary(item.message).slice(0, SPOKEN));
  if (texts.length) $("news").textContent = `${botName}: ${texts.join("\n")}`;
}

/** Takes in what the server tells of a chat; the whole of it replaces what was known. */
function take(chat, update, isWhole) {
  const { messages, deleted, answers, ...rest } = update;
  Object.assign(chat, rest);
  const gone = isWhole ? [...chat.items.keys()] : deleted;
  const known = isWhole ? new Map(chat.items) : chat.items;
  for (const id of gone) chat.items.delete(id);
  const changed = messages.filter((item) => {
    const id = item.message.message_id;
    const isSame = JSON.stringify(known.get(id)) === JSON.stringify(item);
    chat.items.set(id, isSame ? known.get(id) : item);
    return !isSame;
  });
  return { changed, gone: gone.filter((id) => !chat.items.has(id)) };
}

/** Brings the open chat up to date. */
async function refresh(isWhole) {
  const id = current;
  if (!id) return;
  const isFirst = !chats.has(id);
  if (isFirst) chats.set(id, { items: new Map(), answered: new Set(), revision: 0, draft: "" });
  const chat = chats.get(id);
  const since = isWhole ? 0 : chat.revision;
  const update = await api(`/chats/${id}?since=${since}`);
  if (id !== current || (!isWhole && update.revision <= since)) return;
  const { changed, gone } = take(chat, update, isWhole);
  const isOther = log.items !== chat.items;
  if (isOther) log.open(chat.items, chat.bot.name, chat.bot.description);
  else log.update(changed, gone);
  showAnswers(chat, update.answers, isFirst);
  showAction(chat.action, chat.action_for_s);
  showState(chat);
  viewer.refresh();
  if (isOther) arrive(chat);
  else announce(changed, chat.bot.name);
  look();
}

function arrive(chat) {
  composer.text = chat.draft;
  if (chat.scroll === undefined) log.toBottom();
  else log.root.scrollTop = chat.scroll;
}

/** What stands at the bottom of a window in sight has been read. */
function look() {
  const chat = chats.get(current);
  if (!chat) return;
  const unread = log.newerThan(chat.read);
  const isRead = log.atBottom() && document.visibilityState === "visible";
  $("down").hidden = log.atBottom();
  $("down").querySelector(".badge").textContent = unread.length || "";
  if (!isRead || !unread.length) return;
  chat.read = Math.max(...unread.map((item) => item.message.message_id));
  $("down").querySelector(".badge").textContent = "";
  does("see", { message_id: chat.read });
}

// -- people

function showPeople() {
  list.show(people, current, bot.admin_id, language);
  $("nobody").hidden = Boolean(current);
  $("nobody-text").textContent = people.length ? words.nochat : words.nobody;
}

async function refreshPeople() {
  people = (await api("/people")).people;
  showPeople();
}

/** Keeps the place in a chat; whoever comes next must not see anything of it. */
function leave() {
  const chat = chats.get(current);
  if (chat) {
    chat.draft = composer.text;
    chat.scroll = log.atBottom() ? undefined : log.root.scrollTop;
  }
  log.open(new Map(), "");
}

async function choose(id) {
  leave();
  current = id;
  speak(people.find((person) => person.user.id === id)?.user.language_code);
  const address = `/?person=${id}`;
  history.replaceState(null, "", address);
  $("window").href = address;
  $("chat").hidden = false;
  document.body.classList.add("in-chat");
  await update(true);
  if (matchMedia("(min-width: 700px)").matches) ($("composer").hidden ? $("start") : $("text")).focus();
}

function goBack() {
  leave();
  document.body.classList.remove("in-chat");
  const was = current;
  current = 0;
  $("chat").hidden = true;
  history.replaceState(null, "", "/");
  showPeople();
  const index = people.findIndex((person) => person.user.id === was);
  $("list").children[index]?.querySelector("button").focus();
}

/** The server has started afresh and knows nobody. */
function forget() {
  goBack();
  chats.clear();
}

async function add(values) {
  const person = await attempt(() => api("/people", values));
  if (!person) return;
  await attempt(refreshPeople);
  await choose(person.user.id);
}

const guest = (name, code) => add({
  user_id: 0,
  first_name: name ?? `${words.guest} ${people.length + 1}`,
  language_code: code ?? language,
});

async function invite() {
  await attempt(async () => { bot = await api("/bot"); });
  const values = await askNewcomer(bot.admin_id, language);
  if (values) await add(values);
}

/** Opens what was pasted into a field for deep links. */
async function openLink(form, before) {
  const input = form.elements.link;
  const read = readLink(input.value, bot.username);
  input.setCustomValidity(read.problem ? words[read.problem] : "");
  if (!form.reportValidity()) return;
  form.reset();
  $("menu").open = false;
  await before();
  await does("open", { payload: read.payload });
}

// -- what happens

let looking = null;
let again = false;
let whole = false;

/** One look at a time; what changes meanwhile is looked at right after. */
function update(isWhole = false) {
  again = true;
  whole ||= isWhole;
  looking ??= keepLooking().finally(() => { looking = null; });
  return looking;
}

async function keepLooking() {
  while (again) {
    const isWhole = whole;
    again = whole = false;
    try {
      await refreshPeople();
      if (current && !people.some((person) => person.user.id === current)) forget();
      await refresh(isWhole);
    } catch (error) {
      if (!(error instanceof UnreachableError)) throw error;
      return; // the stream of events comes back by itself, and with it the next look
    }
  }
}

async function connected(isThere) {
  document.body.classList.toggle("lost", !isThere);
  $("connecting").hidden = isThere;
  if (!isThere) return;
  await attempt(async () => { bot = await api("/bot"); });
  await update(true);
}

function escape(event) {
  if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
  const menu = document.querySelector("details[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  } else if (composer.hideCommands() || event.target.closest("#log, #keyboard")) {
    $("text").focus();
  }
}

function handlers() {
  $("start").addEventListener("click", async () => { await does("open"); $("text").focus(); });
  $("block").addEventListener("click", () => {
    $("menu").open = false;
    does(chats.get(current).blocked ? "unblock" : "block");
  });
  for (const [form, before] of [[$("deeplink"), async () => {}], [$("follow"), () => guest()]]) {
    form.addEventListener("submit", (event) => { event.preventDefault(); openLink(form, before); });
    form.elements.link.addEventListener("input", () => form.elements.link.setCustomValidity(""));
  }
  $("back").addEventListener("click", goBack);
  for (const id of ["add", "invite"]) $(id).addEventListener("click", invite);
  $("log").addEventListener("scroll", look, { passive: true });
  $("down").addEventListener("click", () => log.toBottom());
  document.addEventListener("visibilitychange", look);
  document.addEventListener("keydown", escape);
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  takeFiles((files) => sendFiles(files, current));
}

/** All words anew, those of the chat too. */
function respeak() {
  leave();
  speak(people.find((person) => person.user.id === current)?.user.language_code);
  update(true);
}

/** Whoever the address names, by the deep link it holds. */
async function enter() {
  const asked = new URLSearchParams(location.search);
  const id = Number(asked.get("person"));
  const name = asked.get("name");
  const code = asked.get("language");
  if (id && !people.some((person) => person.user.id === id)) {
    await attempt(() => api("/people", { user_id: id, first_name: name ?? `#${id}`, language_code: code ?? language }));
    await attempt(refreshPeople);
  }
  if (id) await choose(id);
  // A deep link without a person is followed by somebody new, as from a poster.
  else if (asked.has("start")) await guest(name, code);
  if (asked.has("start") && current) await does("open", { payload: asked.get("start") });
}

async function main() {
  speak();
  settings(respeak);
  handlers();
  await attempt(async () => { bot = await api("/bot"); });
  await attempt(refreshPeople);
  await enter();
  listen(() => update(), connected);
}

main();
