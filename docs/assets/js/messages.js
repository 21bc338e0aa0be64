// The filter of the message index: hides what does not hold the typed words, folded as the search folds them.
import { fold } from "./search/text.js";

const index = document.querySelector("[data-message-index]");
const box = index.querySelector(".message-index__filter");
const input = box.querySelector("input");
const items = [...index.querySelectorAll("[data-keys]")];
const areas = [...index.querySelectorAll(".message-index__area")];
const lists = [...index.querySelectorAll("ul.messages")];
const folded = [...index.querySelectorAll(".messages__more")];
const count = box.querySelector("[data-count]");
const none = box.querySelector("[data-none]");

function filter() {
  const wanted = input.value.split(/\s+/).map(fold).filter(Boolean);
  const whole = fold(input.value);
  for (const item of items) {
    const keys = item.dataset.keys;
    item.hidden = wanted.length > 0 && !keys.includes(whole) && !wanted.every((word) => keys.includes(word));
  }
  for (const list of lists) list.hidden = [...list.children].every((item) => item.hidden);
  for (const details of folded) {
    details.hidden = details.querySelector("ul").hidden;
    details.open = wanted.length > 0 && !details.hidden;
  }
  for (const area of areas) area.hidden = wanted.length > 0 && [...area.querySelectorAll("[data-keys]")].every((item) => item.hidden);
  const found = new Set(items.filter((item) => !item.hidden).map((item) => item.querySelector("a").href)).size;
  count.textContent = found;
  none.hidden = found > 0;
}

input.addEventListener("input", filter);
filter();
