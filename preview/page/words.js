// The page's own words; the bot speaks for itself.

const WORDS = {
  en: {
    guest: "Guest", people: "People", settings: "Settings", words: "Language of the page", theme: "Theme",
    automatic: "Automatic", light: "Light", dark: "Dark", add: "Add a person", back: "Back to the people",
    menu: "More", follow: "Open a deep link as somebody new", deeplink: "Open a deep link as this person",
    open: "Open", window: "Open in a window of its own", block: "Block the bot", unblock: "Unblock the bot",
    messages: "Messages", down: "To the newest message", commands: "Commands", write: "Message",
    attach: "Attach a file", drop: "Drop files here to send them", send: "Send", keyboard: "Quick replies",
    nobody: "Add somebody, or open a deep link, to start a chat with the bot.",
    nochat: "Choose somebody to see their chat.", newcomer: "New person", name: "Name", language: "Language",
    identifier: "Telegram ID (optional)", admin: "Administrator of the bot", isadmin: "admin",
    cancel: "Cancel", create: "Create", ok: "OK", photo: "Photo", album: "Album", close: "Close",
    zoom: "Zoom", save: "Download", previous: "Previous", next: "Next", of: "of", start: "Start",
    restart: "Restart", bot: "bot", connecting: "connecting…", typing: "typing", sendsphoto: "sending a photo",
    sendsfile: "sending a file", sendsvoice: "recording a voice message", sendsvideo: "sending a video",
    picks: "choosing a sticker", edited: "edited", copied: "Copied", copy: "Copy", lost: "The server does not answer",
    document: "File", sticker: "Sticker", voice: "Voice message", contact: "Contact", location: "Location",
    pinned: "pinned a message", news: "unread", sendfile: "Send a file", asphoto: "As a photo",
    caption: "Caption", phone: "Phone number", share: "Share", sharephone: "Share your phone number with the bot?",
    shareplace: "Share your location with the bot?", you: "You", notext: "Nothing here yet", spoiler: "Hidden text",
    otherbot: "This link is for another bot", badlink: "This is no deep link: A–Z, a–z, 0–9, _ and - only, 64 at most",
    today: "Today", yesterday: "Yesterday", b: "B", kb: "KB", mb: "MB", message: "Write message",
  },
  ru: {
    guest: "Гость", people: "Люди", settings: "Настройки", words: "Язык страницы", theme: "Тема",
    automatic: "Автоматически", light: "Светлая", dark: "Тёмная", add: "Добавить человека", back: "Назад к людям",
    menu: "Ещё", follow: "Открыть ссылку новым человеком", deeplink: "Открыть ссылку этим человеком",
    open: "Открыть", window: "Открыть в отдельном окне", block: "Заблокировать бота",
    unblock: "Разблокировать бота", messages: "Сообщения", down: "К новым сообщениям", commands: "Команды",
    write: "Сообщение", attach: "Прикрепить файл", drop: "Перетащите сюда файлы, чтобы отправить",
    send: "Отправить", keyboard: "Быстрые ответы",
    nobody: "Добавьте человека или откройте ссылку, чтобы начать чат с ботом.",
    nochat: "Выберите, чей чат показать.", newcomer: "Новый человек", name: "Имя", language: "Язык",
    identifier: "Telegram ID (необязательно)", admin: "Администратор бота", isadmin: "админ",
    cancel: "Отмена", create: "Создать", ok: "Понятно", photo: "Фото", album: "Альбом", close: "Закрыть",
    zoom: "Увеличить", save: "Скачать", previous: "Предыдущее", next: "Следующее", of: "из", start: "Начать",
    restart: "Перезапустить", bot: "бот", connecting: "соединение…", typing: "печатает", sendsphoto: "отправляет фото",
    sendsfile: "отправляет файл", sendsvoice: "записывает голосовое", sendsvideo: "отправляет видео",
    picks: "выбирает стикер", edited: "изменено", copied: "Скопировано", copy: "Скопировать", lost: "Сервер не отвечает",
    document: "Файл", sticker: "Стикер", voice: "Голосовое сообщение", contact: "Контакт", location: "Место",
    pinned: "закрепляет сообщение", news: "непрочитанных", sendfile: "Отправить файл", asphoto: "Как фото",
    caption: "Подпись", phone: "Номер телефона", share: "Поделиться", sharephone: "Поделиться с ботом номером телефона?",
    shareplace: "Поделиться с ботом местоположением?", you: "Вы", notext: "Здесь пока пусто", spoiler: "Скрытый текст",
    otherbot: "Эта ссылка ведёт к другому боту", badlink: "Это не ссылка на бота: только A–Z, a–z, 0–9, _ и -, не больше 64",
    today: "Сегодня", yesterday: "Вчера", b: "Б", kb: "КБ", mb: "МБ", message: "Написать сообщение",
  },
  uk: {
    guest: "Гість", people: "Люди", settings: "Налаштування", words: "Мова сторінки", theme: "Тема",
    automatic: "Автоматично", light: "Світла", dark: "Темна", add: "Додати людину", back: "Назад до людей",
    menu: "Ще", follow: "Відкрити посилання як нова людина", deeplink: "Відкрити посилання як ця людина",
    open: "Відкрити", window: "Відкрити в окремому вікні", block: "Заблокувати бота",
    unblock: "Розблокувати бота", messages: "Повідомлення", down: "До нових повідомлень", commands: "Команди",
    write: "Повідомлення", attach: "Прикріпити файл", drop: "Перетягніть сюди файли, щоб надіслати",
    send: "Надіслати", keyboard: "Швидкі відповіді",
    nobody: "Додайте людину або відкрийте посилання, щоб почати чат із ботом.",
    nochat: "Оберіть, чий чат показати.", newcomer: "Нова людина", name: "Ім’я", language: "Мова",
    identifier: "Telegram ID (необов’язково)", admin: "Адміністратор бота", isadmin: "адмін",
    cancel: "Скасувати", create: "Створити", ok: "Гаразд", photo: "Фото", album: "Альбом", close: "Закрити",
    zoom: "Збільшити", save: "Завантажити", previous: "Попереднє", next: "Наступне", of: "з", start: "Почати",
    restart: "Перезапустити", bot: "бот", connecting: "з’єднання…", typing: "друкує", sendsphoto: "надсилає фото",
    sendsfile: "надсилає файл", sendsvoice: "записує голосове", sendsvideo: "надсилає відео",
    picks: "обирає наліпку", edited: "змінено", copied: "Скопійовано", copy: "Скопіювати", lost: "Сервер не відповідає",
    document: "Файл", sticker: "Наліпка", voice: "Голосове повідомлення", contact: "Контакт", location: "Розташування",
    pinned: "закріплює повідомлення", news: "непрочитаних", sendfile: "Надіслати файл", asphoto: "Як фото",
    caption: "Підпис", phone: "Номер телефону", share: "Поділитися", sharephone: "Поділитися з ботом своїм номером телефону?",
    shareplace: "Поділитися з ботом своїм розташуванням?", you: "Ви", notext: "Тут поки що порожньо", spoiler: "Прихований текст",
    otherbot: "Це посилання веде до іншого бота", badlink: "Це не посилання на бота: лише A–Z, a–z, 0–9, _ і -, до 64 знаків",
    today: "Сьогодні", yesterday: "Учора", b: "Б", kb: "КБ", mb: "МБ", message: "Написати повідомлення",
  },
};

const SAVED = "language";

export const words = {};
export let language = "";

/** The first of the languages that the page speaks, English without one. */
function known(...codes) {
  const short = codes.map((code) => (code || "").slice(0, 2).toLowerCase());
  return short.find((code) => code in WORDS) ?? "en";
}

/** Speaks the chosen language, or the person's, or the browser's; tells whether that is another one. */
export function speak(person = "") {
  const wanted = known(localStorage.getItem(SAVED), person, navigator.language);
  if (wanted === language) return false;
  language = wanted;
  Object.assign(words, WORDS[language]);
  translate();
  return true;
}

/** The language somebody chose for the page; empty for none. */
export const chosenLanguage = () => localStorage.getItem(SAVED) ?? "";

/** Keeps a choice; empty for none. */
export function chooseLanguage(code) {
  localStorage.setItem(SAVED, code);
}

/** Puts the words into the page. */
function translate() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = words[element.dataset.text];
  }
  for (const element of document.querySelectorAll("[data-label]")) label(element);
}

function label(element) {
  const text = words[element.dataset.label];
  if (element.tagName === "TEXTAREA") element.placeholder = text;
  else if (element.tagName !== "UL" && element.id !== "log") element.title = text;
  const named = element.tagName === "LABEL" ? element.querySelector("input") : element;
  named.setAttribute("aria-label", text);
}

/** The browser's own way to write times where it is of the same language. */
const locale = () => (navigator.language.startsWith(language) ? navigator.language : language);
const dates = (options) => new Intl.DateTimeFormat(locale(), options);

/** A message's time of day. */
export const timeOf = (date) => dates({ hour: "2-digit", minute: "2-digit" }).format(date);

/** Today, yesterday, or a date. */
export function dayOf(date) {
  const midnight = new Date().setHours(0, 0, 0, 0);
  const days = Math.round((midnight - new Date(date).setHours(0, 0, 0, 0)) / 86400000);
  if (days === 0) return words.today;
  if (days === 1) return words.yesterday;
  const year = date.getFullYear() === new Date().getFullYear() ? undefined : "numeric";
  return dates({ day: "numeric", month: "long", year }).format(date);
}

/** A size in bytes, readable. */
export function sizeOf(count) {
  if (count < 1024) return `${count} ${words.b}`;
  const large = count >= 1024 * 1024;
  const size = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return `${size.format(count / (large ? 1024 * 1024 : 1024))} ${large ? words.mb : words.kb}`;
}
