// The chat page: who is here, what they see, what they do.

import { translate, words } from "/words.js";
import { make } from "/text.js";
import { bubble, dayOf, paint, personLine, replyKeyboard } from "/view.js";

const $ = (id) => document.getElementById(id);
const chats = new Map(); // by id: { revision, items: Map, … }
const seen = new Map(); // revision of a chat when last looked at
const taps = new Map(); // callback query → the button that waits for its answer
let people = [];
let current = 0;
let actionTimer = 0;
let adminId = 0; // whoever the bot knows as its administrator, if the server was told

async function api(path, values) {
  const options = values === undefined ? {} : values instanceof FormData
    ? { method: "POST", body: values }
    : { method: "POST", body: JSON.stringify(values), headers: { "Content-Type": "application/json" } };
  const response = await fetch(`/api${path}`, options);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? response.statusText);
  return answer;
}

function toast(text) {
  const element = make("p", "toast", text);
  $("toasts").append(element);
  setTimeout(() => element.remove(), 4000);
}

/** Does what was asked; tells when it can't be done. */
async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    toast(error instanceof TypeError ? words.lost : error.message);
    return null;
  }
}

const does = (action, values = {}) => attempt(() => api(`/people/${current}/${action}`, values));

const act = {
  say: (text) => does("say", { text }),
  async tap(messageId, data, button) {
    button.setAttribute("aria-busy", "true");
    const answer = await does("tap", { message_id: messageId, data });
    const chat = chats.get(current);
    if (!answer) button.removeAttribute("aria-busy");
    else if (chat?.answered.has(answer.callback_query_id)) button.removeAttribute("aria-busy");
    else taps.set(answer.callback_query_id, button);
  },
  async copy(text) {
    await attempt(() => navigator.clipboard.writeText(text));
    toast(words.copied);
  },
  contact: () => does("contact", { phone_number: `+7900${String(current).slice(-7).padStart(7, "0")}` }),
  place: () => does("location", { latitude: 55.7558, longitude: 37.6176 }),
  view(source, alt) {
    const image = $("viewer").querySelector("img");
    image.src = source;
    image.alt = alt;
    $("viewer").showModal();
  },
};

// -- the chat

function atBottom() {
  const log = $("log");
  return log.scrollHeight - log.scrollTop - log.clientHeight < 80;
}

function place(item, botName) {
  const log = $("log");
  const fresh = bubble(item, act, botName);
  fresh.dataset.id = item.message.message_id;
  const old = log.querySelector(`[data-id="${item.message.message_id}"]`);
  if (!old) {
    const last = log.lastElementChild;
    const today = dayOf(item.message);
    if (log.dataset.day !== today) log.append(make("div", "day", today));
    log.dataset.day = today;
    if (last?.dataset.id) fresh.classList.toggle("follows", last.className.split(" ")[0] === fresh.className);
    log.append(fresh);
    return;
  }
  // Whoever is on a button of the old keyboard stays on the one in its place.
  const buttons = [...old.querySelectorAll(".keyboard button, .keyboard a")];
  const focused = buttons.indexOf(document.activeElement);
  if (old.classList.contains("follows")) fresh.classList.add("follows");
  old.replaceWith(fresh);
  if (focused >= 0) {
    const now = [...fresh.querySelectorAll(".keyboard button, .keyboard a")];
    (now[Math.min(focused, now.length - 1)] ?? $("log")).focus();
  }
}

function showAnswers(chat, answers, isFirst) {
  for (const answer of answers) {
    chat.answered.add(answer.callback_query_id);
    taps.get(answer.callback_query_id)?.removeAttribute("aria-busy");
    taps.delete(answer.callback_query_id);
    if (isFirst || !answer.text) continue;
    if (answer.show_alert) {
      $("alert-text").textContent = answer.text;
      if (!$("alert").open) $("alert").showModal();
    } else {
      toast(answer.text);
    }
  }
}

function showAction(chat) {
  clearTimeout(actionTimer);
  const { action, action_for_s: lasts } = chat;
  $("status").textContent = !action ? words.bot
    : action.startsWith("upload") ? words.uploading : words.typing;
  $("status").classList.toggle("active", Boolean(action));
  if (action) actionTimer = setTimeout(() => showAction({ action: "" }), lasts * 1000);
}

function showCommands(commands) {
  $("command").hidden = commands.length === 0;
  $("commands").replaceChildren(...commands.map((item) => {
    const button = make("button", "", make("b", "", `/${item.command}`), ` ${item.description}`);
    button.type = "button";
    button.addEventListener("click", () => { foldCommands(); act.say(`/${item.command}`); });
    return make("li", "", button);
  }));
}

function foldCommands(open = false) {
  $("commands").hidden = !open;
  $("command").setAttribute("aria-expanded", String(open));
}

function showState(chat) {
  $("bot-name").textContent = chat.bot.name;
  paint($("bot-avatar"), chat.bot.name, chat.bot.id);
  const idle = !chat.started || chat.blocked;
  $("start").hidden = !idle;
  $("start").textContent = chat.blocked ? words.restart : words.start;
  $("composer").hidden = idle;
  $("block").textContent = chat.blocked ? words.unblock : words.block;
  replyKeyboard($("keyboard"), idle ? null : chat.reply_keyboard, act);
}

/** Brings the open chat up to date. */
async function refresh(whole = false) {
  const id = current;
  if (!id) return;
  let chat = chats.get(id);
  if (!chat || whole) {
    chat = { revision: 0, items: new Map(), answered: new Set() };
    chats.set(id, chat);
  }
  const since = chat.revision;
  const update = await api(`/chats/${id}?since=${since}`);
  if (id !== current || (update.revision <= since && !whole)) return;
  const stick = whole || atBottom();
  if (whole) {
    $("log").replaceChildren();
    delete $("log").dataset.day;
  }
  const { messages, deleted, answers, ...rest } = update;
  Object.assign(chat, rest);
  if (rest.commands) showCommands(rest.commands);
  if (whole && !messages.length && chat.bot.description) {
    $("log").append(make("p", "about-bot", chat.bot.description));
  }
  if (messages.length) $("log").querySelector(".about-bot")?.remove();
  for (const item of messages) place(item, chat.bot.name);
  for (const messageId of deleted) $("log").querySelector(`[data-id="${messageId}"]`)?.remove();
  showAnswers(chat, answers, whole);
  showAction(chat);
  showState(chat);
  seen.set(id, chat.revision);
  const own = messages.some((item) => !item.outgoing);
  if (stick || own) $("log").scrollTop = $("log").scrollHeight;
}

// -- people

function showPeople() {
  const focused = document.activeElement?.closest?.("#list li");
  const index = focused ? [...$("list").children].indexOf(focused) : -1;
  $("list").replaceChildren(...people.map((person) => {
    const unread = person.last_outgoing && person.chat_id !== current
      && person.revision > (seen.get(person.chat_id) ?? 0);
    return personLine(person, person.user.id === current, unread, choose);
  }));
  if (index >= 0) $("list").children[index]?.querySelector("button").focus();
  $("nobody").hidden = Boolean(current) || people.length > 0;
}

async function refreshPeople() {
  people = (await api("/people")).people;
  showPeople();
}

async function choose(id) {
  current = id;
  const url = new URL(location.href);
  url.search = `?person=${id}`;
  history.replaceState(null, "", url);
  $("chat").hidden = false;
  document.body.classList.add("in-chat");
  await look(true);
  if (matchMedia("(min-width: 700px)").matches) ($("composer").hidden ? $("start") : $("text")).focus();
}

async function add(values) {
  const person = await attempt(() => api("/people", values));
  if (!person) return;
  await refreshPeople();
  await choose(person.user.id);
}

// -- what happens

let looking = null;
let again = false;
let whole = false;

/** One look at a time; what changes meanwhile is looked at right after. */
function look(anew = false) {
  again = true;
  whole ||= anew;
  looking ??= keepLooking().finally(() => { looking = null; });
  return looking;
}

async function keepLooking() {
  while (again) {
    const anew = whole;
    again = whole = false;
    try {
      await refresh(anew);
      await refreshPeople();
    } catch {
      return; // the stream of events comes back by itself, and with it the next look
    }
  }
}

function listen() {
  const events = new EventSource("/api/events");
  events.addEventListener("message", () => look());
  events.addEventListener("error", () => document.body.classList.add("lost"));
  events.addEventListener("open", () => {
    document.body.classList.remove("lost");
    look(true);
  });
}

async function send() {
  const text = $("text").value.trim();
  if (!text) return;
  $("text").value = "";
  grow();
  if (!await act.say(text)) $("text").value = text;
}

function grow() {
  $("text").style.height = "auto";
  $("text").style.height = `${Math.min($("text").scrollHeight, 140)}px`;
}

async function sendFile(file) {
  const isPicture = /^image\/(jpeg|png|webp)$/.test(file.type);
  const kind = isPicture && window.confirm(words.asphoto) ? "photo" : "document";
  const form = new FormData();
  form.append("file", file);
  form.append("caption", $("text").value.trim());
  if (await attempt(() => api(`/people/${current}/files/${kind}`, form))) {
    $("text").value = "";
    grow();
  }
}

function themes() {
  const saved = localStorage.getItem("theme");
  if (saved) document.documentElement.dataset.theme = saved;
  $("theme").addEventListener("click", () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    localStorage.setItem("theme", root.dataset.theme);
  });
}

function handlers() {
  $("composer").addEventListener("submit", (event) => { event.preventDefault(); send(); });
  $("text").addEventListener("input", grow);
  $("text").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      send();
    }
  });
  $("file").addEventListener("change", async (event) => {
    for (const file of event.target.files) await sendFile(file);
    event.target.value = "";
  });
  $("command").addEventListener("click", () => foldCommands($("commands").hidden));
  $("start").addEventListener("click", async () => { await does("open", {}); $("text").focus(); });
  $("block").addEventListener("click", () => {
    $("menu").open = false;
    does(chats.get(current).blocked ? "unblock" : "block");
  });
  $("deeplink").addEventListener("submit", (event) => {
    event.preventDefault();
    $("menu").open = false;
    does("open", { payload: $("payload").value.trim() });
  });
  $("back").addEventListener("click", () => {
    document.body.classList.remove("in-chat");
    current = 0;
    $("chat").hidden = true;
    history.replaceState(null, "", "/");
    showPeople();
    $("list").querySelector("button")?.focus();
  });
  $("add").addEventListener("click", async () => {
    const bot = await attempt(() => api("/bot"));
    adminId = bot?.admin_id ?? 0;
    $("as-admin").hidden = !adminId;
    $("newcomer").showModal();
  });
  $("newcomer").querySelector("[value=cancel]").addEventListener("click", () => $("newcomer").close());
  $("newcomer").querySelector("form").addEventListener("submit", (event) => {
    const values = Object.fromEntries(new FormData(event.target));
    const wanted = values.admin ? adminId : Number(values.user_id) || 0;
    add({ first_name: values.first_name, language_code: values.language_code, user_id: wanted });
    event.target.reset();
  });
  $("viewer").addEventListener("click", () => $("viewer").close());
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    $("menu").open = false;
    foldCommands();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#menu")) $("menu").open = false;
    if (!event.target.closest("#composer")) foldCommands();
  });
}

async function main() {
  translate();
  themes();
  handlers();
  const asked = new URLSearchParams(location.search);
  const id = Number(asked.get("person"));
  await attempt(refreshPeople);
  if (id) {
    if (!people.some((person) => person.user.id === id)) {
      await attempt(() => api("/people", {
        user_id: id, first_name: asked.get("name") ?? `#${id}`, language_code: asked.get("language") ?? "ru",
      }));
      await attempt(refreshPeople);
    }
    await choose(id);
    if (asked.has("start")) await does("open", { payload: asked.get("start") });
  } else if (asked.has("start")) {
    // A deep link without a person is followed by somebody new, as from a poster.
    await add({
      user_id: 0,
      first_name: asked.get("name") ?? `${words.guest} ${people.length + 1}`,
      language_code: asked.get("language") ?? (navigator.language || "en").slice(0, 2),
    });
    await does("open", { payload: asked.get("start") });
  }
  listen();
}

main();
