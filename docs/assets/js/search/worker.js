// Searches away from the page, so that typing never waits.
// In: {open: address of the manifest} and {find: text, id}. Out: {failed} and {id, hits, near, complete}.

import { marks } from "./folding.js";
import { entryOf, Index } from "./index.js";

const FORMAT = 1;
const PATIENCE = 15000;

let index = null;
let shards = null;
let complete = false;
let wanted = null;

/** The JSON at `url`, as `FORMAT` has it. Throws where it is missing, late, cut off or something else. */
async function load(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout?.(PATIENCE) });
  const value = await response.json();
  if (value.format !== FORMAT) throw new Error(`not an index: ${url}`);
  return value;
}

async function open(address) {
  const base = new URL(".", address);
  try {
    const manifest = await load(address);
    if (manifest.shards) shards = new (await import("./shards.js")).Shards(manifest.shards, base, load);
    for (const name of manifest.parts) {
      const part = await load(new URL(name, base));
      index ??= new Index(part);
      index.add((part.entries ?? []).map(entryOf));
      for (const [number, text] of part.texts ?? []) index.addText(number, text);
      complete = name === manifest.parts.at(-1);
      find(wanted);
    }
  } catch (error) {
    postMessage({ failed: String(error), usable: Boolean(index) });
  }
}

function answer(done = complete && !shards) {
  if (!index || !wanted) return null;
  const started = performance.now();
  const { hits, near, terms, short } = index.search(wanted.find);
  const show = (hit) => shown(hit, terms);
  const ms = performance.now() - started;
  postMessage({ id: wanted.id, hits: hits.map(show), near: near.map(show), complete: done, ms });
  // the beginning of a word is no reason to fetch
  return short ? new Map() : terms;
}

/** Answer at once from what is here; where more is known elsewhere, fetch it and answer again. */
async function find(question) {
  wanted = question;
  const terms = answer();
  if (!terms || !shards || !complete) return;
  try {
    await shards.fetchFor(index, terms);
  } catch (error) {
    postMessage({ failed: String(error), usable: true });
  }
  if (wanted === question) answer(true);
}

/** A hit with the places to mark in its title, and in the wording that was found, where that is not the title. */
function shown({ entry, phrase }, terms) {
  const { kind, address, title, answer } = entry;
  const foreign = Object.entries(entry.foreign).find(([, texts]) => texts.includes(phrase));
  const wording = phrase !== title && (foreign || entry.wordings.includes(phrase)) ? phrase : "";
  return {
    kind, address, title, answer, wording, language: foreign?.[0],
    marks: marks(title, terms), wordingMarks: marks(wording, terms),
  };
}

addEventListener("message", ({ data }) => {
  if (data.open) open(data.open);
  else find(data);
});
