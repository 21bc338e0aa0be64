// Letters: one at a time; what one types and ticks stands in both texts at once. It is text and nothing else, and it stays here.
import { oddities, today } from "./letter-remarks.js";
import { announce, copyText, keep, keepJson, recallJson } from "./store.js";

const STORE = "hs-letters";
const LONGEST_MESSAGE = 1000; // a message in an address; the longest wording of the catalogue is far shorter
const remarks = new Map(
  [...document.querySelectorAll("template[data-remark]")].map((box) => [box.dataset.remark, box.content.textContent]),
);

function readStore() {
  const kept = recallJson(STORE);
  return kept && typeof kept === "object" && !Array.isArray(kept) ? kept : {};
}

const writeStore = (kept) => (Object.keys(kept).length ? keepJson(STORE, kept) : keep(STORE, null));

function remark(input) {
  const text = oddities(input).map((kind) => remarks.get(kind)).join(" ");
  const place = document.getElementById(`${input.id}-remark`);
  if (place.textContent !== text) place.textContent = text;
}

// The words of a text as they are sent: lines as lines, nothing that is hidden.
function wordsOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.hidden) return "";
  if (node.tagName === "BR") return "\n";
  return [...node.childNodes].map(wordsOf).join("");
}

const sentText = (paper) => [...paper.children].map((block) => wordsOf(block).trim()).join("\n\n");

class Letter {
  constructor(section) {
    this.section = section;
    this.key = section.dataset.letter;
    this.heading = section.querySelector("h3");
    this.inputs = [...section.querySelectorAll("[data-field]")];
    this.ticks = [...section.querySelectorAll("[data-tick]")];
    this.keep = section.querySelector("[data-keep]");
    this.look = section.querySelector("[data-look]");
    this.usual = this.values();
    this.wire();
    this.restore();
    this.show();
  }

  wire() {
    for (const input of this.inputs) {
      if (input.type === "date") input.max = today();
      input.addEventListener("change", () => remark(input));
    }
    const form = this.section.querySelector("form");
    form.addEventListener("input", (event) => this.changed(event.target));
    form.addEventListener("submit", (event) => event.preventDefault());
    this.section.querySelector("[data-clear]").addEventListener("click", () => this.clear());
    this.button = this.section.querySelector("[data-copy-letter]");
    this.button.addEventListener("click", () => this.check());
    this.section.querySelector("[data-copy-anyway]").addEventListener("click", () => {
      this.copy();
      this.button.focus(); // the one that was pressed is gone
    });
  }

  changed(input) {
    this.show();
    this.look.hidden = true;
    if (this.inputs.includes(input) && document.getElementById(`${input.id}-remark`).textContent) remark(input);
    if (input === this.keep || this.keep.checked) this.store();
  }

  // What is typed and ticked, in every text; a blank shows where there is nothing.
  show() {
    const filled = new Set();
    for (const { dataset, checked } of this.ticks) {
      for (const line of this.section.querySelectorAll(`[data-ticked="${dataset.tick}"]`)) line.hidden = !checked;
      if (checked) filled.add(dataset.tick.split("-")[0]);
    }
    for (const { dataset, value } of this.inputs) {
      const text = value.trim();
      if (text) filled.add(dataset.field);
      for (const place of this.section.querySelectorAll(`[data-value="${dataset.field}"]`)) {
        place.textContent = text;
        place.hidden = !text;
      }
    }
    for (const blank of this.section.querySelectorAll("[data-blank]")) blank.hidden = filled.has(blank.dataset.blank);
  }

  values() {
    const typed = this.inputs.map((input) => [input.dataset.field, input.value]);
    return { ...Object.fromEntries(typed), ticks: this.ticks.filter((box) => box.checked).map((box) => box.dataset.tick) };
  }

  fill(values) {
    for (const input of this.inputs) {
      const value = Object.hasOwn(values, input.dataset.field) ? values[input.dataset.field] : undefined;
      if (typeof value === "string") input.value = value;
    }
    if (Array.isArray(values.ticks)) for (const box of this.ticks) box.checked = values.ticks.includes(box.dataset.tick);
    this.show();
  }

  restore() {
    const kept = readStore();
    const values = Object.hasOwn(kept, this.key) ? kept[this.key] : null;
    if (!values || typeof values !== "object") return;
    this.keep.checked = true;
    this.fill(values);
  }

  store() {
    const kept = readStore();
    delete kept[this.key];
    if (this.keep.checked) kept[this.key] = this.values();
    if (writeStore(kept)) return;
    this.keep.checked = false;
    announce(this.keep.dataset.failed);
  }

  clear() {
    this.keep.checked = false;
    this.store();
    this.fill(this.usual);
    this.look.hidden = true;
    for (const input of this.inputs) remark(input);
    announce(this.section.querySelector("[data-clear]").dataset.cleared);
  }

  // Before it is copied: everything that deserves a look, at once.
  check() {
    const rows = this.inputs.flatMap((input) =>
      oddities(input).map((kind) => {
        const row = document.createElement("li");
        row.textContent = `${input.labels[0].textContent.replace(/\u200b/g, "")}: ${remarks.get(kind)}`;
        return row;
      }),
    );
    this.look.querySelector("ul").replaceChildren(...rows);
    this.look.hidden = rows.length === 0;
    if (rows.length === 0) this.copy();
  }

  copy() {
    const paper = this.section.querySelector("[data-sent]");
    const blanks = [...paper.querySelectorAll("[data-blank]")].some((blank) => !blank.hidden);
    this.look.hidden = true;
    copyText(sentText(paper), blanks ? this.button.dataset.withBlanks : this.button.dataset.copied);
  }
}

const letters = [...document.querySelectorAll("[data-letter]")].map((section) => new Letter(section));
const choice = document.querySelector(".letters__choice");
const links = [...choice.querySelectorAll("a")];

// The letter that the address names, and no other; the choice folds away.
function choose() {
  const chosen = letters.find((letter) => location.hash === `#${letter.heading.id}`);
  if (!chosen && letters.some((letter) => !letter.section.hidden && letter.chosen)) return;
  for (const letter of letters) {
    letter.chosen = letter === chosen;
    letter.section.hidden = !letter.chosen;
  }
  choice.open = !chosen;
  for (const link of links) {
    if (chosen && link.hash === location.hash) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  chosen?.heading.scrollIntoView();
}

const message = new URLSearchParams(location.search).get("message");
if (message) {
  for (const letter of letters) letter.fill({ "message-seen": message.slice(0, LONGEST_MESSAGE) });
}
choose();
addEventListener("hashchange", choose);
