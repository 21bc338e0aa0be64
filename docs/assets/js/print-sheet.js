// What stands on the sheet: the page, or some parts of it alone.

const root = document.documentElement;
const main = document.querySelector("main");
const text = main.querySelector(".text");
const OFF = "data-print-off";
const ALWAYS = ".print-head, .print-box, section.procedure > h3, section.procedure > .before";

/** Whether some part stands alone on the sheet. */
export const isAlone = () => "printAlone" in root.dataset;

/** Leave only `targets` and what is around them on the sheet, in the larger type. */
export function putAlone(targets) {
  const kept = new Set(targets);
  for (const target of targets) {
    for (let place = target.parentElement; place !== text; place = place.parentElement) kept.add(place);
  }
  const around = [text, ...kept].filter((place) => !targets.includes(place));
  for (const child of around.flatMap((place) => [...place.children])) {
    child.toggleAttribute(OFF, !kept.has(child) && !child.matches(ALWAYS));
  }
  targets.filter((target) => isGuided(target) && !isWay(target)).forEach(putWhole);
  root.dataset.printAlone = "";
}

// A chart that still asks its first question prints whole.
const isGuided = (chart) => chart.dataset.mode === "guided";
export const isWay = (chart) => isGuided(chart) && chart.querySelector("[data-here]").dataset.node !== chart.dataset.start;

function putWhole(chart) {
  Object.assign(chart.dataset, { mode: "whole", printWhole: "" });
}

/** Show the whole page again. */
export function putBack() {
  for (const chart of text.querySelectorAll("[data-print-whole]")) {
    chart.dataset.mode = "guided";
    delete chart.dataset.printWhole;
  }
  for (const element of text.querySelectorAll(`[${OFF}]`)) element.removeAttribute(OFF);
  delete root.dataset.printAlone;
}

/* How many sheets: the browser breaks the page into columns as large as a sheet (print.css) */

/** Do `work` in the layout of paper, without anything being painted. */
export function onPaper(work) {
  const rules = [...document.styleSheets].flatMap((sheet) => mediaRules(sheet.cssRules));
  const before = rules.map((rule) => rule.media.mediaText);
  const { scrollX: left, scrollY: top } = globalThis;
  root.dataset.printMeasured = "";
  rules.forEach((rule, at) => (rule.media.mediaText = /\bprint\b/.test(before[at]) ? "all" : "not all"));
  const found = work();
  rules.forEach((rule, at) => (rule.media.mediaText = before[at]));
  scrollTo({ left, top, behavior: "instant" }); // in the old layout
  for (const again of document.getAnimations()) again.finish(); // what begins anew with that layout
  delete root.dataset.printMeasured;
  return found;
}

const mediaRules = (rules) =>
  [...rules].flatMap((rule) => {
    if (/\b(print|screen)\b/.test(rule.media?.mediaText)) return [rule];
    return mediaRules(rule.cssRules ?? rule.styleSheet?.cssRules ?? []); // of a block, of an import
  });

/** How many sheets the page takes as it stands. */
export function countSheets() {
  const gap = Number.parseFloat(getComputedStyle(main).columnGap) || 0; // "normal" where there is none
  return Math.ceil((main.scrollWidth + gap) / (main.clientWidth + gap) - 0.05);
}

/* The size of the type: the largest that takes no more sheets than the least. Then the lines to write on: as many as fit. */

const LARGEST = 14; // pt
const STEP = 0.5;
const PX = 4 / 3; // in a pt
const MOST_LINES = 4;
const FORMS = ["", "letter"];
const NEARLY = ["0px", "-1px", "1px"]; // sheets are cut to whole dots

const set = (name, value) => root.style.setProperty(`--print-${name}`, value);

/** Whether the columns begin on the sheet after their title's: Chromium now and then puts them there, when a line ends on
    the edge of a sheet. */
function leavesTitle() {
  const shown = [...text.querySelectorAll(":scope > h1, :scope > h1 ~ *")].filter((element) => element.getClientRects().length);
  const [title, first] = shown.map((element) => element.getBoundingClientRect());
  return first?.left > title?.right;
}

const onForm = (form, work) => {
  root.dataset.printMeasured = form;
  return work();
};

/** Whether each form takes no more sheets than in `most`. */
const fits = (most) => FORMS.every((form, at) => onForm(form, () => countSheets() <= most[at] && !leavesTitle()));

function fitsAnyCut(most) {
  const found = NEARLY.every((cut) => {
    set("cut", cut);
    return fits(most);
  });
  root.style.removeProperty("--print-cut");
  return found;
}

function fillWithType(most) {
  const least = Number.parseFloat(getComputedStyle(root).fontSize) / PX;
  for (let size = LARGEST; size > least; size -= STEP) {
    set("type", `${size}pt`);
    if (fitsAnyCut(most)) return;
  }
  root.style.removeProperty("--print-type");
}

function fillWithLines(most) {
  for (let lines = MOST_LINES; lines; lines -= 1) {
    set("lines", lines);
    if (fits(most)) return;
  }
}

/** Fill the sheets; `unfill` ends it. */
export function fill() {
  onPaper(() => {
    const most = FORMS.map((form) => onForm(form, countSheets));
    fillWithType(most);
    fillWithLines(most);
  });
}

export function unfill() {
  for (const name of ["type", "lines"]) root.style.removeProperty(`--print-${name}`);
}
