// Searches away from the page, so that typing never waits.
// In: {open: address of the manifest} and {find: text, id}. Out: {failed} and {id, hits, near, complete}.

import { marks } from "./folding.js";
import { Index } from "./index.js";
import { entryOf, read } from "./load.js";

let index = null;
let shards = null;
let complete = false;
let wanted = null;

async function open(address) {
  const base = new URL(".", address);
  try {
    const manifest = await read(address);
    if (manifest.shards) shards = new (await import("./shards.js")).Shards(manifest.shards, base);
    index = complete = null;
    for (const name of manifest.parts) {
      const part = await read(new URL(name, base));
      index ??= new Index(part);
      index.add((part.entries ?? []).map(entryOf));
      for (const [number, text] of part.texts ?? []) index.addText(number, text);
      complete = name === manifest.parts.at(-1);
      await answer();
    }
  } catch (error) {
    postMessage({ failed: String(error), usable: Boolean(index) });
  }
}

async function answer() {
  const { find, id } = wanted ?? {};
  if (!index || id === undefined) return;
  const started = performance.now();
  let found = index.search(find);
  if (shards) {
    try {
      found = await shards.search(index, find, found);
    } catch (error) {
      postMessage({ failed: String(error), usable: true });
    }
    if (wanted.id !== id) return;
  }
  const show = (hit) => shown(hit, found.terms);
  postMessage({ id, hits: found.hits.map(show), near: found.near.map(show), complete, ms: performance.now() - started });
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
  else {
    wanted = data;
    answer();
  }
});
