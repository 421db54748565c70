// The page's own words; the bot speaks for itself.

const WORDS = {
  en: {
    guest: "Guest", people: "People", theme: "Dark or light", add: "Add a person", back: "Back to the people",
    menu: "More", deeplink: "Open by a deep link", open: "Open", block: "Block the bot",
    unblock: "Unblock the bot", messages: "Messages", commands: "Commands", write: "Message",
    attach: "Attach a file", send: "Send", keyboard: "Quick replies",
    nobody: "Add somebody to start a chat with the bot.", newcomer: "New person", name: "Name",
    language: "Language", identifier: "Telegram ID (optional)",
    admin: "Administrator of the bot",
    cancel: "Cancel", create: "Create", ok: "OK", photo: "Photo", close: "Close", start: "Start",
    restart: "Restart", typing: "is typing…", uploading: "is sending a file…", bot: "bot",
    edited: "edited", copied: "Copied", lost: "The server does not answer",
    document: "File", sticker: "Sticker", voice: "Voice message", contact: "Contact",
    location: "Location", pinned: "Pinned a message", news: "new messages", bytes: "B",
    asphoto: "Send it as a photo?", you: "You", waiting: "waiting for the bot",
    notext: "Nothing here yet", says: "says",
  },
  ru: {
    guest: "Гость", people: "Люди", theme: "Тёмная или светлая тема", add: "Добавить человека",
    back: "Назад к людям", menu: "Ещё", deeplink: "Открыть по ссылке", open: "Открыть",
    block: "Заблокировать бота", unblock: "Разблокировать бота", messages: "Сообщения",
    commands: "Команды", write: "Сообщение", attach: "Прикрепить файл", send: "Отправить",
    keyboard: "Быстрые ответы", nobody: "Добавьте человека, чтобы начать чат с ботом.",
    newcomer: "Новый человек", name: "Имя", language: "Язык",
    identifier: "Telegram ID (необязательно)",
    admin: "Администратор бота",
    cancel: "Отмена", create: "Создать", ok: "Понятно", photo: "Фото", close: "Закрыть",
    start: "Начать", restart: "Перезапустить", typing: "печатает…", uploading: "отправляет файл…",
    bot: "бот", edited: "изменено", copied: "Скопировано", lost: "Сервер не отвечает",
    document: "Файл", sticker: "Стикер", voice: "Голосовое сообщение", contact: "Контакт",
    location: "Место", pinned: "Закреплено сообщение", news: "новые сообщения", bytes: "Б",
    asphoto: "Отправить как фото?", you: "Вы", waiting: "ждём бота",
    notext: "Здесь пока пусто", says: "пишет",
  },
};

export const language = (navigator.language || "en").startsWith("ru") ? "ru" : "en";
export const words = WORDS[language];

/** Puts the words into the page. */
export function translate() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = words[element.dataset.text];
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    const label = words[element.dataset.label];
    element.title = label;
    if (element.tagName === "TEXTAREA") element.placeholder = label;
    if (element.id === "attach") element.querySelector("input").setAttribute("aria-label", label);
    else element.setAttribute("aria-label", label);
  }
}
