/*
 * The tools of a procedure's steps: a tick at the number, and its address for those who point.
 * Kept in localStorage, the same for all languages: hs-ticks, ["password-reset.md#reset-password-pc-1"].
 */
import { copyText, keepJson, recallTexts } from "./store.js";

const TICKS = "hs-ticks";

/** What the templates of `section` hold for its tool `name`. */
export function tool(section, name) {
  return section.querySelector(`template[data-tool="${name}"]`).content.firstElementChild.cloneNode(true);
}

/** Add the tools to every step of `part`. */
export function addTools(procedure, part) {
  const { section } = procedure;
  part.foot = tool(section, "foot");
  part.home = document.createComment("");
  part.steps.before(part.home);
  part.steps.after(part.foot);
  [...part.steps.children].forEach((item, index) => addStep(section, part, item, index + 1));
  part.foot.querySelector(".part-clear").addEventListener("click", () => clear(section, part));
  progress(part);
}

function addStep(section, part, item, number) {
  const tick = numbered(tool(section, "tick"), number);
  const copy = numbered(tool(section, "copy"), number);
  const input = tick.querySelector("input");
  const key = `${section.dataset.page}#${item.id}`;
  input.checked = recallTexts(TICKS).includes(key);
  input.addEventListener("change", () => {
    keepJson(TICKS, [...recallTexts(TICKS).filter((other) => other !== key), ...(input.checked ? [key] : [])]);
    progress(part);
  });
  copy.addEventListener("click", () => copyAddress(item.id));
  item.prepend(tick);
  item.append(copy);
}

function numbered(element, number) {
  for (const place of [element, ...element.children]) {
    for (const { name, value } of place.attributes) place.setAttribute(name, value.replace("{n}", number));
  }
  return element;
}

function progress(part) {
  const items = [...part.steps.children];
  const done = items.filter((item) => item.classList.toggle("done", tickOf(item).checked)).length;
  const text = part.foot.querySelector(".part-progress");
  text.textContent = text.dataset.text.replace("{done}", done).replace("{total}", items.length);
  part.foot.hidden = done === 0;
}

function tickOf(item) {
  return item.querySelector(".step-tick > input");
}

function clear(section, part) {
  const items = [...part.steps.children];
  const keys = new Set(items.map((item) => `${section.dataset.page}#${item.id}`));
  keepJson(TICKS, recallTexts(TICKS).filter((key) => !keys.has(key)));
  for (const item of items) tickOf(item).checked = false;
  tickOf(items[0]).focus();
  progress(part);
}

function copyAddress(id) {
  history.replaceState(history.state, "", `#${id}`);
  copyText(`${document.title}\n${new URL(`#${id}`, location.href.split(/[?#]/)[0]).href}`);
}
