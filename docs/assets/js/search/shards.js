// For a site too large to send its index: fetch what a search needs, and add it to the index in memory.

import { entryOf, rarity } from "./index.js";

const MOST_GRAMS = 10;
const MOST_ENTRIES = 10;
const IN_TEXT = 0.3;
const MODULUS = 2147483647;

/** The number of the file that holds `gram`; the same sum as in shards.py. */
export function fileOf(gram, files) {
  let number = 7;
  for (const char of gram) number = (number * 31 + char.codePointAt(0)) % MODULUS;
  return number % files;
}

/** At most `most` of `all`, spread evenly. */
const spread = (all, most) => {
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(most, all.length) }, (_, at) => all[Math.floor(at * step)]);
};

export class Shards {
  #files = new Map();
  #added = new Set();

  /** What the manifest says, where the index lies, and the function that loads a file of it. */
  constructor({ folder, grams, each, entries }, base, load) {
    Object.assign(this, { load, grams, each, entries, base: new URL(`${folder}/`, base) });
  }

  /** A file, fetched once; one that failed is fetched again the next time. */
  #file(name) {
    if (!this.#files.has(name)) {
      const file = this.load(new URL(name, this.base));
      file.catch(() => this.#files.delete(name));
      this.#files.set(name, file);
    }
    return this.#files.get(name);
  }

  /** Add the entries that `terms`, a Map from term to share, make likely. Gives whether the index has grown. */
  async fetchFor(index, terms) {
    const wanted = [...terms].filter(([term, share]) => term.length > 1 && term > "\u0002" && share > 0.3);
    const scores = new Map();
    await Promise.all(spread(wanted, MOST_GRAMS).map(([gram]) => this.#score(gram, scores)));
    const likely = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_ENTRIES);
    const added = await Promise.all(likely.map(([number]) => this.#add(index, number)));
    return added.includes(true);
  }

  async #score(gram, scores) {
    const file = await this.#file(`g${fileOf(gram, this.grams)}.json`);
    const [having, ...lists] = Object.hasOwn(file.grams, gram) ? file.grams[gram] : [0];
    const weight = rarity(this.entries, having);
    lists.forEach((steps, inText) => {
      let number = 0;
      for (const step of steps) {
        number += step;
        scores.set(number, (scores.get(number) ?? 0) + weight * (inText ? IN_TEXT : 1));
      }
    });
  }

  async #add(index, number) {
    const file = await this.#file(`e${Math.floor(number / this.each)}.json`);
    if (this.#added.has(number)) return false;
    this.#added.add(number);
    const [row, text] = file.rows[number % this.each];
    index.add([entryOf(row)]);
    if (text) index.addText(index.entries.length - 1, text);
    return true;
  }
}
