// Letters: what one types stands in both texts at once. What is typed is text and nothing else, and it stays here.
import { announce, copyText } from "./site.js";
import { keep, keepJson, recallJson } from "./store.js";

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

// https://en.wikipedia.org/wiki/Luhn_algorithm, for the number ranges of the cards that shops take.
function isCardNumber(digits) {
  if (!/^(?:4\d{12}(?:\d{3})?|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|35\d{14}|6(?:011|5\d\d)\d{12})$/.test(digits)) {
    return false;
  }
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = place % 2 ? Number(digit) * 2 : Number(digit);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

const holdsCardNumber = (text) =>
  [...text.matchAll(/\d(?:[ -]?\d){12,18}/g)].some(([number]) => isCardNumber(number.replace(/[ -]/g, "")));

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

// The kind of remark that a field deserves; none where nothing looks odd.
function oddity(input) {
  const text = input.value.trim();
  if (!text) return "";
  if (input.type === "email" && input.validity.typeMismatch) return "email";
  if (input.type === "date" && text > today()) return "date";
  if (input.dataset.kind === "order") return /^\d+$/.test(text.normalize("NFKC")) ? "" : "order";
  if (holdsCardNumber(text.normalize("NFKC"))) return "card";
  return "english" in input.dataset && /[\u3040-\u30ff\u3400-\u9fff]/.test(text) ? "japanese" : "";
}

function remark(input) {
  const kind = oddity(input);
  const place = document.getElementById(`${input.id}-remark`);
  const text = remarks.get(kind) ?? "";
  if (place.textContent !== text) place.textContent = text;
}

function show(letter, input) {
  const text = input.value.trim();
  for (const value of letter.querySelectorAll(`[data-value="${input.dataset.field}"]`)) {
    value.textContent = text;
    value.hidden = !text;
    value.previousElementSibling.hidden = Boolean(text);
  }
}

// The words of a text as they are sent: lines as lines, nothing that is hidden.
function wordsOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.hidden) return "";
  if (node.tagName === "BR") return "\n";
  if (node.dataset?.value) return node.textContent;
  return [...node.childNodes].map(wordsOf).join("");
}

const sentText = (paper) => [...paper.children].map((block) => wordsOf(block).trim()).join("\n\n");

class Letter {
  constructor(section) {
    this.section = section;
    this.key = section.dataset.letter;
    this.inputs = [...section.querySelectorAll("[data-field]")];
    this.keep = section.querySelector("[data-keep]");
    this.wire();
    this.restore();
  }

  wire() {
    for (const input of this.inputs) {
      if (input.type === "date") input.max = today();
      input.addEventListener("input", () => this.changed(input));
      input.addEventListener("change", () => remark(input));
    }
    this.section.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
    this.section.querySelector("[data-clear]").addEventListener("click", () => this.clear());
    this.section.querySelector("[data-copy-letter]").addEventListener("click", (event) => this.copy(event.target));
    this.keep.addEventListener("change", () => this.store());
  }

  changed(input) {
    show(this.section, input);
    if (document.getElementById(`${input.id}-remark`).textContent) remark(input);
    if (this.keep.checked) this.store();
  }

  fill(values) {
    for (const input of this.inputs) {
      const value = Object.hasOwn(values, input.dataset.field) ? values[input.dataset.field] : undefined;
      if (typeof value !== "string") continue;
      input.value = value;
      show(this.section, input);
    }
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
    if (this.keep.checked) kept[this.key] = Object.fromEntries(this.inputs.map((row) => [row.dataset.field, row.value]));
    if (writeStore(kept)) return;
    this.keep.checked = false;
    announce(this.keep.dataset.failed);
  }

  clear() {
    this.keep.checked = false;
    this.store();
    for (const input of this.inputs) {
      input.value = "";
      show(this.section, input);
      remark(input);
    }
    announce(this.section.querySelector("[data-clear]").dataset.cleared);
  }

  copy(button) {
    const paper = this.section.querySelector("[data-sent]");
    const blanks = [...paper.querySelectorAll("[data-blank]")].some((blank) => !blank.hidden);
    copyText(sentText(paper), blanks ? button.dataset.withBlanks : button.dataset.copied);
  }

  open() {
    this.section.querySelector("details").open = true;
  }
}

// A letter follows the heading that names it: `#letter-no-code` is the heading, `data-letter="no-code"` the letter.
function openNamed(letters) {
  const named = letters.find((letter) => location.hash === `#letter-${letter.key}`);
  named?.open();
}

const letters = [...document.querySelectorAll("[data-letter]")].map((section) => new Letter(section));
const message = new URLSearchParams(location.search).get("message");
if (message) {
  for (const letter of letters) letter.fill({ "message-seen": message.slice(0, LONGEST_MESSAGE) });
}
openNamed(letters);
addEventListener("hashchange", () => openNamed(letters));
