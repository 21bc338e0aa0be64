// All of the search that a page loads before somebody searches: it waits for a touch, a key, ?q= or ?h=.

const forms = [...document.querySelectorAll("[data-search]")];
const main = forms[0];
const query = new URLSearchParams(location.search);

/** Open the box, unless it was left while its script was on the way. */
const open = (box) => box.isUsed && box.open();

async function attach(form, then = () => {}) {
  const { Box } = await import("./box.js");
  form.box ??= new Box(form);
  then(form.box);
}

for (const form of forms) {
  form.addEventListener("focusin", () => attach(form, open));
  form.addEventListener("input", () => attach(form, open), { once: true });
  form.addEventListener("dragenter", () => attach(form));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    attach(form, (box) => box.enter());
  });
}

addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !["/", "s", "f"].includes(event.key)) return;
  event.preventDefault();
  main?.querySelector("input").focus();
});

if (main && query.get("q")) attach(main, (box) => box.show(query.get("q")));
if (query.get("h")) import("./target.js").then(({ markTarget }) => markTarget(query.get("h")));
