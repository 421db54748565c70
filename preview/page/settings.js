// What somebody chose for the page itself: its language, dark or light.

import { chosenLanguage, chooseLanguage } from "/words.js";

const $ = (id) => document.getElementById(id);

function paintPage(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

/** Restores the choices and listens to new ones; `respeak` is called for another language. */
export function settings(respeak) {
  const theme = localStorage.getItem("theme") ?? "";
  paintPage(theme);
  $("theme").value = theme;
  $("theme").addEventListener("change", () => {
    localStorage.setItem("theme", $("theme").value);
    paintPage($("theme").value);
  });
  $("language").value = chosenLanguage();
  $("language").addEventListener("change", () => {
    chooseLanguage($("language").value);
    respeak();
  });
}
