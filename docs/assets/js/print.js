// Printing: what is seen (a procedure, a chart, a letter or the page), with the code of that very place, the day, and
// on how many sheets. An element that prints alone has its anchor in data-sheet.
import { countSheets, fill, isAlone, isWay, onPaper, putAlone, putBack, unfill } from "./print-sheet.js";
import { wordsOf } from "./store.js";

const words = wordsOf("print-words");
const head = document.querySelector(".print-head");

/* The sheet */

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

/* The code of the place */

const picture = head?.querySelector(".print-head__code");
const address = head?.querySelector(".print-head__address");
const page = picture && { code: picture.src, address: address.textContent };

function writePlace(place) {
  picture.src = place.code;
  address.textContent = place.address;
}

/** The place of a part that prints alone; its code lies beside the page. */
const placeOf = ({ dataset }) => ({ code: `code-${dataset.sheet}.png`, address: `${page.address}#${dataset.sheet}` });

/* How many sheets */

function measure({ targets }) {
  if (targets().length) putAlone(targets());
  const count = countSheets();
  putBack();
  return count;
}

/* Buttons */

/** Something that prints: its `button`, whose words `label()` stand in `say`; `targets()` (none: the page); `place()`,
    whose code it carries; and the `parts` with whose attributes its length changes. */
const prints = [];

function add(print) {
  print.button.addEventListener("click", async () => {
    if (print.targets().length) {
      writePlace(placeOf(print.place()));
      await picture.decode().catch(() => writePlace(page)); // without a network
      putAlone(print.targets());
    }
    window.print();
  });
  prints.push(print);
  seen.observe(print.button);
  const changes = new MutationObserver(() => tellAgain(print));
  for (const part of print.parts) changes.observe(part, { attributes: true, attributeFilter: ["hidden", "data-here"], subtree: true });
}

function tellSheets(shown) {
  if (isAlone()) return; // while something is printed
  const counts = onPaper(() => shown.map(measure));
  shown.forEach(({ say, label }, at) => {
    const count = counts[at];
    say.textContent = words[count > 1 ? "sheets" : "sheet"].replace("{text}", label()).replace("{n}", count);
  });
}

const STANDS_STILL = 150; // ms
let timer = 0;
const waiting = new Set();

// To measure puts the page back to where it was, which would stop it on its way to somewhere else.
function tellSoon() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    tellSheets(prints.filter(({ button }) => waiting.has(button)));
    waiting.clear();
  }, STANDS_STILL);
}

// A button tells when it comes into view, and again when what it prints has changed.
const seen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) waiting.add(target);
  if (waiting.size) tellSoon();
});
addEventListener("scroll", () => waiting.size && tellSoon(), { passive: true });

function tellAgain({ button }) {
  seen.unobserve(button);
  seen.observe(button);
}

function newButton(place, label) {
  const tools = document.createElement("div");
  const button = document.createElement("button");
  tools.className = "print-tools";
  Object.assign(button, { type: "button", className: "tool-button", textContent: label });
  tools.append(button);
  place.append(tools);
  return { tools, button, say: button, label: () => label };
}

const openPart = (procedure) => procedure.querySelector(":scope > section.part:not([hidden])");

function addProcedure(procedure) {
  const made = newButton(procedure, words.procedure);
  const parts = procedure.querySelectorAll(":scope > section.part");
  const all = parts.length > 1 ? newSwitch(made.tools) : { checked: true };
  const place = () => (all.checked ? procedure : openPart(procedure));
  const print = { ...made, parts, place, targets: () => [place()] };
  made.tools.addEventListener("change", () => tellAgain(print));
  add(print);
}

function newSwitch(tools) {
  const label = document.createElement("label");
  const input = Object.assign(document.createElement("input"), { type: "checkbox" });
  label.append(input, words["all-devices"]);
  tools.append(label);
  return input;
}

// Of a chart that is asked question by question, the way that was taken, with the code of its outcome.
function addChart(chart) {
  const made = newButton(chart, words.chart);
  const place = () => (isWay(chart) && chart.querySelector(".flow-card[data-here]")) || chart;
  const print = { ...made, parts: [chart], place, targets: () => [chart, ...(isWay(chart) ? [chart.nextElementSibling] : [])] };
  print.label = () => words[isWay(chart) ? "way" : "chart"];
  chart.addEventListener("way", () => tellAgain(print));
  chart.querySelector(".flow-modes").addEventListener("click", () => tellAgain(print));
  add(print);
}

for (const part of document.querySelectorAll("section.procedure")) addProcedure(part);
for (const part of document.querySelectorAll("figure.flow[data-flow]")) addChart(part);
for (const part of document.querySelectorAll("section.letter")) {
  add({ ...newButton(part, words.letter), parts: [part], place: () => part, targets: () => [part] });
}
for (const button of document.querySelectorAll("[data-print]")) {
  const say = button.querySelector("span");
  const label = say.textContent;
  add({ button, say, label: () => label, parts: [], targets: () => [] });
}

addEventListener("beforeprint", () => {
  writeToday();
  openDetails();
  fill();
});
addEventListener("afterprint", () => {
  unfill();
  putBack();
  if (page) writePlace(page);
  for (const details of opened) details.open = false;
});
