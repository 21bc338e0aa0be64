// Printing: the day on the sheet, closed details in older browsers, and one procedure or one device's part alone.
import { wordsOf } from "./store.js";

const words = wordsOf("print-words");
const OFF = "data-print-off";
// The head of the sheet, the notes, and the name of the procedure whose part is printed.
const ALWAYS = ".print-head, .print-notes, section.procedure > h3";

function writeToday() {
  const locale = document.querySelector("#print-words").dataset.dates; // the same as the other days of the page
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date());
  for (const place of document.querySelectorAll("[data-print-today]")) place.textContent = day;
}

// Browsers without ::details-content (print.css) print only details that are open.
const opens = CSS.supports("selector(::details-content)");
let opened = [];

function openDetails() {
  opened = opens ? [] : [...document.querySelectorAll("main details:not([open])")];
  for (const details of opened) details.open = true;
}

function closeDetails() {
  for (const details of opened) details.open = false;
  opened = [];
}

// Leaves only `targets` and what is around them on the sheet, and of the notes those that they use.
function printOnly(targets) {
  const sheet = targets[0].closest(".text");
  const kept = new Set(targets);
  for (const target of targets) {
    for (let place = target.parentElement; place !== sheet; place = place.parentElement) kept.add(place);
  }
  const around = [sheet, ...kept].filter((place) => !targets.includes(place));
  for (const child of around.flatMap((place) => [...place.children])) {
    child.toggleAttribute(OFF, !kept.has(child) && !child.matches(ALWAYS));
  }
  keepNotes(sheet, targets);
}

function keepNotes(sheet, targets) {
  const used = new Set(targets.flatMap((target) => [...target.querySelectorAll("[data-note]")]).map(noteOf));
  for (const note of sheet.querySelectorAll(".print-notes li")) note.toggleAttribute(OFF, !used.has(noteOf(note)));
  sheet.querySelector(".print-notes")?.toggleAttribute(OFF, used.size === 0);
}

const noteOf = (element) => element.dataset.note ?? element.dataset.number;

function printAll() {
  for (const element of document.querySelectorAll(`[${OFF}]`)) element.removeAttribute(OFF);
  closeDetails();
}

// The open part, and the part whose steps it shares.
function openPart(procedure) {
  const part = procedure.querySelector(":scope > section.part:not([hidden])");
  const same = part.dataset.same && procedure.querySelector(`:scope > [data-device="${CSS.escape(part.dataset.same)}"]`);
  return same ? [part, same] : [part];
}

function addButton(place, text, targets) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "tool-button", textContent: text });
  button.addEventListener("click", () => {
    printOnly(targets());
    window.print();
  });
  place.append(button);
}

function addButtons(procedure) {
  const tools = document.createElement("div");
  tools.className = "print-tools";
  addButton(tools, words.procedure, () => [procedure]);
  const parts = procedure.querySelectorAll(":scope > section.part");
  if (parts.length > 1) addButton(tools, words.part, () => openPart(procedure));
  procedure.append(tools);
}

addEventListener("beforeprint", () => {
  writeToday();
  openDetails();
});
addEventListener("afterprint", printAll);
document.querySelectorAll("section.procedure").forEach(addButtons);
