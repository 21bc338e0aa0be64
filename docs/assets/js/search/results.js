// Results as elements. Texts are set as text, never as HTML.

const template = document.querySelector("#search-words").content;
const words = Object.fromEntries([...template.children].map((word) => [word.dataset.key, word.textContent]));
const KINDS = ["message", "screen", "steps", "section", "question", "word"];
const MOBILE = /iPhone|iPad/.test(navigator.userAgent) ? "iphone" : "android";
/** The parts of procedures (keys of devices.yml) that fit the device in hand. */
export const devices = matchMedia("(pointer: coarse)").matches ? ["phone", MOBILE, "app"] : ["pc"];

/** The interface word `key`, with its places filled. */
export const word = (key, places = {}) => words[key].replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole);

function element(name, className, ...content) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}

/** `text` with the ranges of `marks` marked. */
function marked(text, marks) {
  const parts = [];
  let done = 0;
  for (const [start, end] of marks) {
    parts.push(text.slice(done, start), element("mark", "", text.slice(start, end)));
    done = end;
  }
  return [...parts, text.slice(done)];
}

/** A hit as a list item with a link. */
export function resultItem(hit, home) {
  const kind = KINDS[hit.kind];
  const link = element("a", "search__hit");
  link.href = new URL(hit.address, home).href;
  const badge = element("span", `search__kind search__kind--${kind}`, word(`kind-${kind}`));
  link.append(element("span", "search__title", badge, " ", ...marked(hit.title, hit.marks)));
  if (hit.wording) {
    const said = element("span", "search__said", ...marked(hit.wording, hit.wordingMarks));
    said.lang = hit.language;
    const by = hit.by ? [element("span", "search__by", hit.by), " "] : [];
    link.append(element("span", "search__wording", ...by, said));
  }
  if (hit.answer) {
    const first = kind === "message" ? [element("b", "search__first", word("answer")), " "] : [];
    link.append(element("span", "search__answer", ...first, hit.answer));
  }
  return element("li", "search__item", link);
}

/** What is like the search where nothing fits it. */
export function similar(items) {
  return element("ol", "search__results", ...items);
}

/** Other ways on where nothing was found. */
export const nothing = () => document.querySelector("#search-nothing").content.cloneNode(true);

/** What is shown when the index could not be loaded; `retry` tries again. */
export const failed = (retry) => trouble("#search-failed", retry);

/** What is shown when a part of the index is missing. */
export const lost = (retry) => trouble("#search-lost", retry);

function trouble(template, retry) {
  const content = document.querySelector(template).content.cloneNode(true);
  content.querySelector("[data-search-retry]").addEventListener("click", retry);
  return content;
}
