// A search box at work: what is typed, pasted, dropped or spoken goes to the worker, what comes back is shown.

import { failed, nothing, resultItem, word } from "./results.js";

const WHILE_COMPOSING = 300;
const BEFORE_SAYING = 700;
const BEFORE_KEEPING = 400;
const PATIENCE = 400;

/** The worker of the page, which all boxes share: one question at a time, of those that wait only the last. */
const line = {
  worker: null,
  box: null,
  id: 0,
  busy: false,
  waiting: null,

  start(index) {
    this.worker?.terminate();
    this.busy = false;
    this.worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    this.worker.addEventListener("message", ({ data }) => this.hear(data));
    this.worker.addEventListener("error", () => this.box?.fail());
    this.worker.postMessage({ open: index });
  },

  ask(box, text) {
    this.box = box;
    this.waiting = text;
    if (!this.busy) this.next();
  },

  next() {
    if (this.waiting === null) return;
    this.busy = true;
    this.text = this.waiting;
    this.waiting = null;
    this.worker.postMessage({ find: this.text, id: ++this.id });
  },

  hear(data) {
    if (data.failed) {
      if (!data.usable) this.box?.fail();
      return;
    }
    if (data.id !== this.id) return;
    this.busy = false;
    if (this.waiting === null) this.box?.found(this.text, data);
    else this.next();
  },
};

export class Box {
  #form;
  #input;
  #panel;
  #results;
  #more;
  #timers = {};
  #asked = "";
  #shown = null;
  #wantsFirst = false;

  constructor(form) {
    this.#form = form;
    this.#input = form.querySelector("input");
    this.#panel = form.querySelector(".search__panel");
    this.#results = form.querySelector("[data-search-results]");
    this.#more = form.querySelector("[data-search-more]");
    this.home = new URL(form.dataset.home, location.href);
    this.index = new URL(form.dataset.index, location.href).href;
    if (!line.worker) line.start(this.index);
    this.#listen();
    if (this.#input.value.trim()) this.#search();
  }

  #listen() {
    this.#input.addEventListener("input", (event) => {
      clearTimeout(this.#timers.composing);
      if (event.isComposing) this.#later("composing", WHILE_COMPOSING, () => this.#search());
      else this.#search();
    });
    this.#input.addEventListener("compositionend", () => this.#search());
    this.#form.addEventListener("keydown", (event) => this.#key(event));
    this.#form.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !this.#form.contains(relatedTarget)) this.close();
    });
    document.addEventListener("pointerdown", ({ target }) => {
      if (this.isOpen && !this.#form.contains(target)) this.close();
    });
    this.#form.querySelector("[data-search-close]").addEventListener("click", () => this.close());
    this.#form.addEventListener("dragover", (event) => event.preventDefault());
    this.#form.addEventListener("drop", (event) => {
      event.preventDefault();
      this.show(event.dataTransfer.getData("text"));
    });
    this.#panel.addEventListener("click", ({ target }) => target.closest("a") && this.#keep());
    visualViewport?.addEventListener("resize", () => this.#fit());
  }

  get isOpen() {
    return !this.#panel.hidden;
  }

  get isUsed() {
    return this.#form.contains(document.activeElement);
  }

  open() {
    this.#panel.hidden = false;
    this.#form.querySelector("[data-search-close]").hidden = false;
    this.#form.classList.add("search--open");
    document.documentElement.classList.add("searching");
    this.#fit();
  }

  close() {
    this.#panel.hidden = true;
    this.#form.querySelector("[data-search-close]").hidden = true;
    this.#form.classList.remove("search--open");
    document.documentElement.classList.remove("searching");
    clearTimeout(this.#timers.keep);
    this.#address("");
    this.#input.blur();
  }

  /** Search for `text` as if it had been typed. */
  show(text) {
    this.#input.value = text;
    this.open();
    this.#input.focus();
    this.#search();
  }

  /** Go to the first result of what is in the box, at once or when it is there. With a finger: put the keys away. */
  enter() {
    if (matchMedia("(pointer: coarse)").matches) {
      this.#input.blur();
      return;
    }
    const link = this.#results.querySelector("a");
    if (this.#shown !== this.#input.value) this.#wantsFirst = true;
    else if (link && !this.#results.hidden) link.click();
  }

  #later(name, delay, action) {
    clearTimeout(this.#timers[name]);
    this.#timers[name] = setTimeout(action, delay);
  }

  #search() {
    const text = this.#input.value;
    clearTimeout(this.#timers.composing);
    if (text === this.#asked) return;
    this.#asked = text;
    this.#wantsFirst = false;
    if (!this.isOpen) this.open();
    if (!text.trim()) {
      this.#shown = text;
      this.#say("hint");
      this.#replace([], "");
      this.#address("");
      return;
    }
    this.#later("patience", PATIENCE, () => this.#say("loading"));
    line.ask(this, text);
  }

  /** The worker's answer to `text`. Comes again as more of the index arrives; then links that are in use stay. */
  found(text, { hits, near, complete }) {
    if (text !== this.#input.value) return;
    clearTimeout(this.#timers.patience);
    if (!hits.length && !complete) return;
    if (this.#shown === text && this.#panel.contains(document.activeElement)) return;
    const count = hits.length === 1 ? "count-one" : "count";
    if (hits.length) this.#say(count, { n: hits.length }, word("first-result", { title: hits[0].title }));
    this.#replace(
      hits.map((hit) => resultItem(hit, this.home, text)),
      hits.length ? "" : nothing(near, this.home, text),
    );
    if (!hits.length) this.#saySoon(this.#more.firstElementChild.textContent);
    this.#shown = text;
    this.#later("keep", BEFORE_KEEPING, () => this.#keep());
    if (this.#wantsFirst && hits.length) this.enter();
  }

  fail() {
    clearTimeout(this.#timers.patience);
    this.#replace([], failed(() => this.#retry()));
    this.#saySoon(this.#more.firstElementChild.textContent);
    this.#asked = this.#shown = null;
  }

  #retry() {
    line.start(this.index);
    this.#replace([], "");
    this.#input.focus();
    this.#search();
  }

  #replace(items, more) {
    this.#results.replaceChildren(...items);
    this.#results.hidden = items.length === 0;
    this.#more.replaceChildren(more);
    this.#form.querySelector("[data-search-status]").hidden = Boolean(more);
    this.#panel.scrollTop = 0;
  }

  #say(key, places, more = "") {
    const status = this.#form.querySelector("[data-search-status]");
    status.textContent = word(key, places);
    status.hidden = false;
    this.#saySoon(`${status.textContent} ${more}`);
  }

  /** Tell screen readers, but only what has settled. */
  #saySoon(text) {
    this.#later("say", BEFORE_SAYING, () => (this.#form.querySelector("[data-search-said]").textContent = text));
  }

  /** Keep the search in the address, for sharing and for the way back. */
  #keep() {
    if (this.#shown?.trim()) this.#address(this.#shown);
  }

  #address(text) {
    const url = new URL(location.href);
    url.searchParams.delete("h");
    if (text) url.searchParams.set("q", text.slice(0, 500));
    else url.searchParams.delete("q");
    if (url.href === location.href) return;
    try {
      history.replaceState(history.state, "", url);
    } catch {
      // Browsers allow a certain number a minute; the next one will do.
    }
  }

  /** Leave the keyboard's place free on phones. */
  #fit() {
    if (visualViewport) this.#form.style.setProperty("--search-height", `${visualViewport.height}px`);
  }

  #key(event) {
    if (event.isComposing) return;
    const places = [this.#input, ...this.#panel.querySelectorAll("a, button")];
    const at = places.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") this.close();
    else if (step && this.isOpen) places[Math.min(places.length - 1, Math.max(0, at + step))].focus();
    else return;
    event.preventDefault();
  }
}
