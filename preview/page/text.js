// Text with entities as DOM nodes; never as HTML, so that nobody's words become markup.

const TAGS = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

/** An element with a class and children. */
export function make(tag, className = "", ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** A link that leaves the page without telling where from. */
export function link(url, ...children) {
  const element = make("a", "", ...children);
  element.href = /^(https?|tg|mailto):/i.test(url) ? url : `http://${url}`;
  element.target = "_blank";
  element.rel = "noreferrer noopener";
  return element;
}

function wrap(entity, text, act) {
  switch (entity.type) {
    case "text_link": return link(entity.url);
    case "url": return link(text);
    case "email": return link(`mailto:${text}`);
    case "bot_command": {
      const button = make("button", "command");
      button.type = "button";
      button.addEventListener("click", () => act(text));
      return button;
    }
    case "spoiler": {
      const spoiler = make("button", "spoiler");
      spoiler.type = "button";
      spoiler.addEventListener("click", () => spoiler.classList.add("open"));
      return spoiler;
    }
    case "expandable_blockquote": {
      const quote = make("blockquote", "folded");
      quote.addEventListener("click", () => quote.classList.toggle("folded"));
      return quote;
    }
    default: return make(TAGS[entity.type] || "span");
  }
}

/** Nodes of a text; offsets count UTF-16 units, as JavaScript's own do. */
export function nodes(text, entities, act, start = 0, end = text.length) {
  const result = [];
  let position = start;
  const inside = entities.filter((item) => item.offset >= start && item.offset + item.length <= end);
  while (inside.length) {
    const entity = inside.shift();
    if (entity.offset < position) continue;
    const stop = entity.offset + entity.length;
    if (entity.offset > position) result.push(text.slice(position, entity.offset));
    const nested = inside.filter((item) => item.offset + item.length <= stop && item.offset < stop);
    const element = wrap(entity, text.slice(entity.offset, stop), act);
    element.append(...nodes(text, nested, act, entity.offset, stop));
    result.push(element);
    position = stop;
  }
  if (position < end) result.push(text.slice(position, end));
  return result;
}
