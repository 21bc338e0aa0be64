// All of the search that a page loads before somebody searches: it waits for a touch, a key or a search behind #q=.
// It runs where the rest may not, so it is written plainly.

import { keepJson, recallJson } from "../store.js";

const FOUND = "hs-found"; // what a result passes on to its page: {path, text}
const forms = [...document.querySelectorAll("[data-search]")];
const shared = new URLSearchParams(location.hash.slice(1)).get("q");
const found = recallJson(FOUND, "sessionStorage");

/** Open the box, unless it was left while its script was on the way. */
const open = (form) => form.contains(document.activeElement) && form.box.panel.open();

async function attach(form, then = () => {}) {
  try {
    const { Box } = await import("./box.js");
    if (!form.box) form.box = new Box(form, keepJson);
    then(form);
  } catch (error) {
    console.warn(error);
    sayLost(form);
  }
}

/** The rest is gone (an old page after a new build) or does not run here: say so, and offer the list of messages. */
function sayLost(form) {
  const panel = form.querySelector(".search__panel");
  const said = document.querySelector("#search-failed").content.cloneNode(true);
  said.querySelector("[data-search-retry]").addEventListener("click", () => {
    location.hash = new URLSearchParams({ q: form.querySelector("input").value }).toString();
    location.reload();
  });
  form.querySelector("[data-search-said]").textContent = said.querySelector(".search__failed").textContent;
  panel.replaceChildren(said);
  panel.hidden = false;
  form.classList.add("search--open");
}

for (const form of forms) {
  form.addEventListener("focusin", () => attach(form, open));
  form.addEventListener("input", () => attach(form, open), { once: true });
  form.addEventListener("dragenter", () => attach(form));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    attach(form, ({ box }) => box.enter());
  });
}

addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !["/", "s", "f"].includes(event.key)) return;
  event.preventDefault();
  if (forms.length) forms[0].querySelector("input").focus();
});

if (forms.length && shared) attach(forms[0], ({ box }) => box.show(shared));
if (found && found.path === location.pathname) {
  keepJson(FOUND, null, "sessionStorage");
  import("./target.js").then(({ markTarget }) => markTarget(found.text));
}
