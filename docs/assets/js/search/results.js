// The panel below a search box: results as elements. Texts are set as text, never as HTML.

const template = document.querySelector("#search-words").content;
const words = Object.fromEntries([...template.children].map((word) => [word.dataset.key, word.textContent]));
const KINDS = ["message", "screen", "steps", "section", "word"];
const BEFORE_SAYING = 700; // milliseconds
const MOBILE = /iPhone|iPad/.test(navigator.userAgent) ? "iphone" : "android";
/** The parts of procedures (keys of devices.yml) that fit the device in hand. */
export const devices = matchMedia("(pointer: coarse)").matches ? ["phone", MOBILE, "app"] : ["pc"];

/** The interface word `key`, with its places filled. */
const word = (key, places = {}) => words[key].replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole);

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
function resultItem(hit, home) {
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

/** The content of `template`; its button tries again. */
function trouble(template, retry) {
  const content = document.querySelector(template).content.cloneNode(true);
  content.querySelector("[data-search-retry]").addEventListener("click", retry);
  return content;
}

/** What a box shows: hits, what is similar, ways on where nothing is found, and what went wrong. */
export class Panel {
  #form;
  #panel;
  #timer = 0;

  constructor(form) {
    this.#form = form;
    this.#panel = form.querySelector(".search__panel");
    visualViewport?.addEventListener("resize", () => this.#fit());
  }

  #part(name) {
    return this.#form.querySelector(`[data-search-${name}]`);
  }

  get isOpen() {
    return !this.#panel.hidden;
  }

  /** What the arrow keys go through. */
  get links() {
    return [...this.#panel.querySelectorAll("a, button")];
  }

  open(isOpen = true) {
    this.#panel.hidden = this.#part("close").hidden = !isOpen;
    this.#form.classList.toggle("search--open", isOpen);
    document.documentElement.classList.toggle("searching", isOpen);
    if (isOpen) this.#fit();
  }

  /** Show nothing but `key`, an interface word. */
  clear(key) {
    this.say(key);
    this.#replace([], []);
  }

  /** Show an answer of the worker; `retry` tries again where a part is lost. */
  show({ hits, weak, lost }, home, retry) {
    const items = hits.map((hit) => resultItem(hit, home));
    const similar = weak && items.length ? [element("ol", "search__results", ...items)] : [];
    const nothing = weak ? [document.querySelector("#search-nothing").content.cloneNode(true)] : [];
    const missing = lost ? [trouble("#search-lost", retry)] : [];
    this.#replace(weak ? [] : items, [...similar, ...nothing, ...missing]);
    const count = hits.length === 1 ? "count-one" : "count";
    if (weak) this.say(hits.length ? "similar" : "nothing");
    else this.say(count, { n: hits.length }, word("first-result", { title: hits[0].title }));
  }

  /** Say that the index could not be loaded; `retry` tries again. */
  fail(retry) {
    this.#replace([], [trouble("#search-failed", retry)]);
    this.#part("status").hidden = true;
    this.#saySoon(this.#part("more").firstElementChild.textContent);
  }

  say(key, places, more = "") {
    const status = this.#part("status");
    status.textContent = word(key, places);
    status.hidden = false;
    this.#saySoon(`${status.textContent} ${more}`);
  }

  /** Tell screen readers, but only what has settled. */
  #saySoon(text) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#part("said").textContent = text), BEFORE_SAYING);
  }

  #replace(items, more) {
    this.#part("results").replaceChildren(...items);
    this.#part("results").hidden = items.length === 0;
    this.#part("more").replaceChildren(...more);
    this.#panel.scrollTop = 0;
  }

  /** Leave the keyboard's place free on phones. */
  #fit() {
    if (visualViewport) this.#form.style.setProperty("--search-height", `${visualViewport.height}px`);
  }
}
