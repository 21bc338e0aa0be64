// Searches away from the page, so that typing never waits.
// In: {open: address of the index, settings?} and {find: text, id, devices}.
// Out: {id, hits, weak, complete, lost, ms}, lost where a later part is missing, and {failed} where there is nothing.

import { Index, SETTINGS } from "./index.js";
import { marks } from "./text.js";

const FORMAT = 2;
const PATIENCE = 15000;

let index = null;
let complete = false;
let lost = false;
let wanted = null;

/** The part of the index at `url`. Throws where it is missing, late, cut off or something else. */
async function load(url) {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), PATIENCE);
  try {
    const part = await (await fetch(url, { signal: late.signal })).json();
    if (part.format !== FORMAT) throw new Error(`not an index: ${url}`);
    return part;
  } finally {
    clearTimeout(timer);
  }
}

async function open(address, settings) {
  Object.assign(SETTINGS, settings);
  try {
    const first = await load(address);
    const names = [...first.parts];
    index = new Index(first);
    take(first);
    for (const name of names) take(await load(new URL(name, address)));
  } catch (error) {
    if (!index) postMessage({ failed: String(error) });
    lost = true;
  }
  complete = true;
  answer();
}

/** An entry out of its row in a part of the index; see entries.py. */
const entryOf = ([kind, address, title, answer = "", wordings = [], device = ""]) =>
  ({ kind, address, title, answer, wordings, device });

/** Add what a part of the index has, and answer again from what is known now. */
function take({ entries = [], phrases = [], texts = [] }) {
  index.add(entries.map(entryOf));
  for (const [number, ...heads] of phrases) for (const phrase of heads) index.addPhrase(number, phrase);
  for (const [number, text] of texts) index.addPhrase(number, text, true);
  answer();
}

function answer() {
  if (!index || !wanted) return;
  const { find, id, devices = [] } = wanted;
  const started = performance.now();
  const { hits, weak, terms } = index.search(find, devices);
  const shown = hits.map((hit) => show(hit, terms));
  postMessage({ id, hits: shown, weak, complete, lost, ms: performance.now() - started });
}

/** A hit with the places to mark in its title, and in the wording that was found, where that is not the title. */
function show({ entry, phrase }, terms) {
  const { kind, address, title, answer, wordings } = entry;
  const [language, by] = wordings.find(([, , ...texts]) => texts.includes(phrase)) ?? [];
  const wording = language && phrase !== title ? phrase : "";
  return { kind, address, title, answer, wording, language, by, marks: marks(title, terms), wordingMarks: marks(wording, terms) };
}

addEventListener("message", ({ data }) => {
  if (data.open) open(data.open, data.settings);
  else {
    wanted = data;
    answer();
  }
});
