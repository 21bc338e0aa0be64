// A search box at work: what is typed, pasted, dropped or spoken goes to the worker, what comes back is shown.

import { devices, Panel } from "./results.js";

const WHILE_COMPOSING = 300; // milliseconds, as the others
const BEFORE_KEEPING = 400;
const PATIENCE = 400;
const TOO_LONG = 20000;

/** The worker of the page, which all boxes share: one question at a time, of those that wait only the last. */
const line = {
  worker: null,
  box: null,
  id: 0,
  busy: false,
  waiting: null,
  failed: false, // the worker, or all of the index

  start(index) {
    this.worker?.terminate();
    this.busy = this.failed = false;
    this.worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    this.worker.addEventListener("message", ({ data }) => this.hear(data));
    this.worker.addEventListener("error", () => this.fail());
    this.worker.postMessage({ open: index });
  },

  ask(box, text) {
    this.box = box;
    this.waiting = text;
    if (this.failed) box.fail();
    else if (!this.busy) this.next();
  },

  next() {
    this.busy = true;
    [this.text, this.waiting] = [this.waiting, null];
    this.worker.postMessage({ find: this.text, id: ++this.id, devices });
  },

  hear(data) {
    if (data.failed) this.fail();
    if (data.id !== this.id) return;
    this.busy = false;
    if (this.waiting === null) this.box?.found(this.text, data);
    else this.next();
  },

  fail() {
    this.failed = true;
    this.box?.fail();
  },
};

export class Box {
  #form;
  #input;
  #timers = {};
  #asked = "";
  #shown = null;
  #wantsFirst = false;

  /** `keepJson` is that of store.js, which is one file with the page's other scripts and cannot be imported. */
  constructor(form, keepJson) {
    this.#form = form;
    this.#input = form.querySelector("input");
    this.panel = new Panel(form);
    this.home = new URL(form.dataset.home, location.href);
    this.index = new URL(form.dataset.index, location.href).href;
    this.keepJson = keepJson;
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
      if (this.panel.isOpen && !this.#form.contains(target)) this.close();
    });
    this.#form.querySelector("[data-search-close]").addEventListener("click", () => this.close());
    this.#form.addEventListener("dragover", (event) => event.preventDefault());
    this.#form.addEventListener("drop", (event) => {
      event.preventDefault();
      this.show(event.dataTransfer.getData("text"));
    });
    this.#form.addEventListener("click", ({ target }) => this.#leave(target.closest(".search__hit")));
  }

  close() {
    this.panel.open(false);
    clearTimeout(this.#timers.keep);
    this.#address("");
    this.#input.blur();
  }

  /** Search for `text` as if it had been typed. */
  show(text) {
    this.#input.value = text;
    this.panel.open();
    this.#input.focus();
    this.#search();
  }

  /** Go to the first result of what is in the box, at once or when it is there. With a finger: put the keys away. */
  enter() {
    if (matchMedia("(pointer: coarse)").matches) this.#input.blur();
    else if (this.#shown !== this.#input.value) this.#wantsFirst = true;
    else this.#form.querySelector("[data-search-results] a")?.click();
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
    if (!this.panel.isOpen) this.panel.open();
    if (!text.trim()) {
      this.#shown = text;
      this.panel.clear("hint");
      this.#address("");
      return;
    }
    this.#later("patience", PATIENCE, () => this.panel.say("loading"));
    this.#later("tooLong", TOO_LONG, () => this.fail());
    line.ask(this, text);
  }

  /** The worker's answer to `text`. Comes again as more of the index arrives; then links that are in use stay. */
  found(text, answer) {
    clearTimeout(this.#timers.tooLong);
    if (text !== this.#input.value) return;
    clearTimeout(this.#timers.patience);
    if ((answer.weak || !answer.hits.length) && !answer.complete) return;
    if (this.#shown === text && this.panel.links.includes(document.activeElement)) return;
    this.panel.show(answer, this.home, () => this.#retry());
    this.#shown = text;
    this.#later("keep", BEFORE_KEEPING, () => this.#address(text));
    if (this.#wantsFirst && answer.hits.length) this.enter();
  }

  fail() {
    for (const timer of ["patience", "tooLong"]) clearTimeout(this.#timers[timer]);
    this.panel.fail(() => this.#retry());
    this.#asked = this.#shown = null;
  }

  #retry() {
    line.start(this.index);
    this.panel.clear("loading");
    this.#asked = "";
    this.#input.focus();
    this.#search();
  }

  /** Hand the search on to the page of `link`, by way of this browser alone. */
  #leave(link) {
    if (!link) return;
    this.#address(this.#shown);
    this.keepJson("hs-found", { path: link.pathname, text: this.#input.value.slice(0, 300) }, "sessionStorage");
    if (link.pathname === location.pathname) this.close();
  }

  /** Keep the search in the address, for sharing and for the way back: behind the #, which no request holds. */
  #address(text) {
    const hash = text ? `#${new URLSearchParams({ q: text.slice(0, 500) })}` : "";
    if (hash === location.hash || (!hash && !location.hash.startsWith("#q="))) return;
    try {
      history.replaceState(history.state, "", hash || location.pathname + location.search);
    } catch {
      // Browsers allow a certain number a minute; the next one will do.
    }
  }

  #key(event) {
    if (event.isComposing) return;
    const places = [this.#input, ...this.panel.links];
    const at = places.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") this.close();
    else if (step && this.panel.isOpen) places[Math.min(places.length - 1, Math.max(0, at + step))].focus();
    else return;
    event.preventDefault();
  }
}
