// The way that was taken through a chart, on paper: behind the answers and the outcome stand the steps that it leads to.
import { likelyDevice } from "./store.js";

const HEADINGS = "h1, h2, h3";
const NOT_ON_PAPER =
  "template, figure.flow, button:not(.term), .screen-honest, .part-foot, .print-tools, .page-end, .print-box, [role=tablist], [hidden], .step-of";

/** The page at `url`; nothing in it runs or is loaded. `null` where it cannot be had. */
function read(url) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.responseType = "document";
    request.onloadend = () => resolve(request.response);
    request.send();
  });
}

/** What one does at the place `id` of `page`: a procedure or a section; of a page itself, what to try first. */
function stepsAt(page, id) {
  if (!id) return [...page.querySelectorAll(".first, .message > :is(#avoid, .message__avoid)")];
  const named = page.getElementById(id);
  const procedure = named?.closest("section.procedure");
  if (procedure) return [procedure];
  return named?.matches(HEADINGS) ? sectionOf(named) : [];
}

function sectionOf(heading) {
  const found = [];
  for (let next = heading.nextElementSibling; next && !next.matches(HEADINGS); next = next.nextElementSibling) found.push(next);
  return found.filter((element) => !element.matches(NOT_ON_PAPER));
}

/** Of a procedure of another page, whose tabs no script made, leave the steps for the reader's device. */
function keepLikely(procedure) {
  const parts = [...procedure.querySelectorAll(":scope > section.part")];
  const named = (device) => parts.find((part) => part.dataset.device === device);
  const chosen = named(likelyDevice(parts.map((part) => part.dataset.device)));
  const shared = parts.length > 1 && named(chosen.dataset.same);
  if (shared) chosen.append(shared.querySelector("ol.steps"));
  for (const part of parts) if (part !== chosen) part.remove();
}

function copied(element) {
  const copy = document.importNode(element, true);
  for (const part of copy.querySelectorAll(NOT_ON_PAPER)) part.remove();
  if (copy.matches("section.procedure")) keepLikely(copy);
  for (const part of [copy, ...copy.querySelectorAll("[id], [data-sheet]")]) {
    part.removeAttribute("id");
    part.removeAttribute("data-sheet");
  }
  return copy;
}

/** Put behind `chart` the steps of the outcome at which it stands, if it stands at one, and say that they are there. */
async function follow(chart, way) {
  const link = chart.querySelector(".flow-card[data-here] .flow-link a");
  if (way.dataset.of === (link?.href ?? "")) return;
  way.dataset.of = link?.href ?? "";
  way.replaceChildren();
  if (!link) return;
  const page = link.pathname === location.pathname ? document : await read(link.href);
  if (way.dataset.of !== link.href || !page) return;
  const steps = stepsAt(page, decodeURIComponent(link.hash.slice(1)));
  const still = steps.length ? chart.querySelectorAll("[data-here] > .flow-still") : [];
  way.append(...[...steps, ...still].map(copied));
  chart.dispatchEvent(new Event("way"));
}

/** Keep behind `chart`, for print.js, what the outcome at which it stands leads to. */
export function keepWay(chart) {
  const way = document.createElement("div");
  way.className = "print-way";
  chart.after(way);
  const moved = () => follow(chart, way);
  new MutationObserver(moved).observe(chart, { attributes: true, attributeFilter: ["data-here"], subtree: true });
  moved();
}
