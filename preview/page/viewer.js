// A picture over the whole window: zoom, the one before and the one after, download.

import { fileUrl } from "/media.js";
import { words } from "/words.js";

const $ = (id) => document.getElementById(id);
const SWIPE_PX = 50;

export class Viewer {
  /** @param pictures gives the messages with pictures, the oldest first. */
  constructor(pictures) {
    this.pictures = pictures;
    this.messageId = 0;
    $("viewer-close").addEventListener("click", () => $("viewer").close());
    $("viewer-previous").addEventListener("click", () => this.step(-1));
    $("viewer-next").addEventListener("click", () => this.step(1));
    $("viewer-zoom").addEventListener("click", () => this.zoom());
    $("viewer-stage").addEventListener("click", (event) => {
      if (event.target.tagName === "IMG") this.zoom(undefined, event);
      else $("viewer").close();
    });
    $("viewer").addEventListener("keydown", (event) => this.key(event));
    $("viewer").addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.swipes();
  }

  /** Opens the picture of a message. */
  open(messageId) {
    this.messageId = messageId;
    $("viewer-stage").replaceChildren();
    this.show();
    if (!$("viewer").open) $("viewer").showModal();
    $("viewer-close").focus();
  }

  /** Follows what happens to the chat: a picture may be replaced or taken away. */
  refresh() {
    if ($("viewer").open) this.show();
  }

  /** The pictures to leaf through: those of the same album, else all of the chat. */
  around() {
    const all = this.pictures();
    const album = all.find((message) => message.message_id === this.messageId)?.media_group_id;
    return album ? all.filter((message) => message.media_group_id === album) : all;
  }

  show() {
    const pictures = this.around();
    const index = pictures.findIndex((message) => message.message_id === this.messageId);
    if (index < 0) {
      $("viewer").close();
      return;
    }
    const message = pictures[index];
    $("viewer-count").textContent = pictures.length > 1 ? `${index + 1} ${words.of} ${pictures.length}` : "";
    $("viewer-caption").textContent = message.caption ?? "";
    $("viewer-previous").disabled = index === 0;
    $("viewer-next").disabled = index === pictures.length - 1;
    this.put(message);
  }

  async put(message) {
    const size = message.photo.at(-1);
    const wanted = fileUrl(size.file_id);
    const stage = $("viewer-stage");
    $("viewer-save").href = wanted;
    $("viewer-save").download = `photo-${message.message_id}.jpg`;
    if (stage.dataset.wanted === wanted && stage.firstElementChild) return;
    stage.dataset.wanted = wanted;
    const image = new Image(size.width, size.height);
    image.src = wanted;
    image.alt = message.caption || words.photo;
    image.dataset.message = message.message_id;
    // The old one stays until the new one can be painted.
    await image.decode().catch(() => {});
    if (stage.dataset.wanted !== wanted) return;
    const isSame = stage.firstElementChild?.dataset.message === image.dataset.message;
    stage.replaceChildren(image);
    if (!isSame) this.zoom(false);
  }

  step(by) {
    const pictures = this.around();
    const index = pictures.findIndex((message) => message.message_id === this.messageId);
    const next = pictures[index + by];
    if (!next) return;
    this.messageId = next.message_id;
    this.show();
    if (document.activeElement === document.body || document.activeElement.disabled) $("viewer-close").focus();
  }

  /** Full size or fitted to the window; around the point that was clicked. */
  zoom(large = !$("viewer").classList.contains("large"), event = null) {
    const stage = $("viewer-stage");
    const box = stage.firstElementChild?.getBoundingClientRect();
    $("viewer").classList.toggle("large", large);
    $("viewer-zoom").setAttribute("aria-pressed", String(large));
    if (!large || !box) return;
    const x = event ? (event.clientX - box.left) / box.width : 0.5;
    const y = event ? (event.clientY - box.top) / box.height : 0.5;
    stage.scrollLeft = x * stage.scrollWidth - stage.clientWidth / 2;
    stage.scrollTop = y * stage.scrollHeight - stage.clientHeight / 2;
  }

  key(event) {
    const isLarge = $("viewer").classList.contains("large");
    if (event.key === "ArrowLeft" && !isLarge) this.step(-1);
    else if (event.key === "ArrowRight" && !isLarge) this.step(1);
    else if (event.key === "+" || event.key === "=") this.zoom(true);
    else if (event.key === "-") this.zoom(false);
  }

  wheel(event) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.zoom(event.deltaY < 0, event);
  }

  swipes() {
    let from = null;
    const stage = $("viewer-stage");
    stage.addEventListener("touchstart", (event) => {
      from = event.touches.length === 1 ? event.touches[0].clientX : null;
    }, { passive: true });
    stage.addEventListener("touchend", (event) => {
      const by = from === null ? 0 : event.changedTouches[0].clientX - from;
      if (Math.abs(by) > SWIPE_PX && !$("viewer").classList.contains("large")) this.step(by < 0 ? 1 : -1);
    });
  }
}
