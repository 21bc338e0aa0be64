// Results as elements. Texts are set as text, never as HTML.

const words = new Map();
for (const word of document.querySelector("#search-words").content.children) {
  words.set(word.dataset.key, word.textContent);
}
export const KINDS = ["message", "steps", "section", "question", "word"];

/** The interface word `key`, with its places filled. */
export const word = (key, places = {}) =>
  words.get(key).replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole);

function element(name, className, text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/** `text` in `parent`, with the ranges of `marks` marked. */
function marked(parent, text, marks) {
  let done = 0;
  for (const [start, end] of marks) {
    parent.append(text.slice(done, start), element("mark", "", text.slice(start, end)));
    done = end;
  }
  parent.append(text.slice(done));
  return parent;
}

/** Where a hit leads: `h` tells the page what to mark. */
function address(home, hit, text) {
  const url = new URL(hit.address, home);
  url.searchParams.set("h", text.trim().slice(0, 100).toWellFormed?.() ?? text.trim().slice(0, 100));
  return url.href;
}

/** A hit as a list item with a link. */
export function resultItem(hit, home, text) {
  const kind = KINDS[hit.kind];
  const link = element("a", "search__hit");
  link.href = address(home, hit, text);
  const title = element("span", "search__title");
  title.append(element("span", `search__kind search__kind--${kind}`, word(`kind-${kind}`)), " ");
  link.append(marked(title, hit.title, hit.marks));
  if (hit.wording) {
    const wording = marked(element("span", "search__wording"), hit.wording, hit.wordingMarks);
    if (hit.language) wording.lang = hit.language;
    link.append(wording);
  }
  if (hit.answer) {
    const answer = element("span", "search__answer");
    if (kind === "message") answer.append(element("b", "search__first", word("answer")), " ");
    answer.append(hit.answer);
    link.append(answer);
  }
  const item = element("li", "search__item");
  item.append(link);
  return item;
}

/** What is shown when nothing was found: messages that are like it, and other ways on. */
export function nothing(near, home, text) {
  const content = document.querySelector("#search-nothing").content.cloneNode(true);
  const box = content.querySelector("[data-search-near]");
  box.hidden = near.length === 0;
  box.querySelector("ol").append(...near.map((hit) => resultItem(hit, home, text)));
  return content;
}

/** What is shown when the index could not be loaded. */
export function failed(retry) {
  const content = document.querySelector("#search-failed").content.cloneNode(true);
  content.querySelector("[data-search-retry]").addEventListener("click", retry);
  return content;
}
