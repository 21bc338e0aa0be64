// The index in memory, and the order of what it finds.

import { grams, Lexicon, placeOf, read, WORD, words } from "./text.js";

/** What decides the order, each with a test of its own; tests/bench/tuning.py says what each is worth. */
export const SETTINGS = {
  text: 0.45, // a match in an entry's text, against one in its title, wordings and phrases
  shortness: 0.35, // how much less a phrase counts of which little was found
  heads: 1.5, // what all titles, wordings and phrases of an entry have together, beside its best phrase
  title: 0.9, // what its title has
  message: 1.6, // a message, or a page that readers have phrases for, against a section, steps or a term of the glossary
  group: 2.5, // words that mean one thing, against their letters
  word: 0.7, // a word in Latin letters as a whole, beside its letters
  known: 0.35, // the letters of a known word, beside its group
  chatter: 0.1, // what readers write around a message
  whole: 1.2, // a message that stands in the search as it is
  exact: 1.8, // a message that is all of the search
  lifted: 2, // so many of the longest of these come among the first three
  share: 0.55, // so much of the search is no accident …
  cover: 0.45, // … nor so much of one phrase, with two terms more, or all
  weak: 0.2, // so much is shown at least, as similar where nothing is no accident
};

const [TITLE, WORDING, PHRASE, TEXT] = [0, 1, 2, 3];
const LAST_MESSAGE = 1; // troubles are of kind 0, ordinary labels and screens of this one
const LEAST_TERMS = 3;
const FIRST = 3;
const LONGEST = 1000;
const CHATTER = "";
const NOTHING = { best: -1, cover: 0, whole: 0, heads: 0, title: 0, texts: 0, terms: 0 };
const GROUP = "\u0001";
const isGram = (term) => term[0] > WORD;

const worth = (term) => (isGram(term) ? 1 : term[0] === WORD ? SETTINGS.word : SETTINGS.group);

/** How rare it is that `having` of `count` entries have a term (BM25's measure). */
const rarity = (count, having) => Math.log(1 + (count - having + 0.5) / (having + 0.5));

/** What is known of the words of a language; `host` stands in wordings for any address. */
export class Index {
  entries = [];
  #host;
  #lexicon;
  #phrases = []; // {owner, field, text, folded}
  #named = new Set(); // entries that readers have phrases for
  #postings = new Map(); // term → the phrases that have it
  #weights = null;
  #lengths;

  constructor({ synonyms = [], chatter = [], host = "" }) {
    const groups = synonyms.map((words, number) => [GROUP + number, words]);
    this.#lexicon = new Lexicon([[CHATTER, chatter], ...groups]);
    this.#host = host;
  }

  /** Add entries: their titles, and their wordings as [language, whose, text, …]. */
  add(entries) {
    for (const entry of entries) {
      const owner = this.entries.push(entry) - 1;
      this.#phrase(owner, TITLE, entry.title);
      for (const [, , ...texts] of entry.wordings) for (const text of texts) this.#phrase(owner, WORDING, text);
    }
  }

  /** Add what readers call the entry with this number, or, with `isText`, what else it says. */
  addPhrase(owner, text, isText = false) {
    if (owner >= this.entries.length) return;
    if (!isText) this.#named.add(owner);
    this.#phrase(owner, isText ? TEXT : PHRASE, text);
  }

  #phrase(owner, field, text) {
    const pieces = this.#host ? text.split(this.#host) : [text];
    const line = read(pieces.sort((a, b) => b.length - a.length)[0]);
    const number = this.#phrases.push({ owner, field, text, folded: line.folded }) - 1;
    const known = this.#lexicon.find(line).map(([, , mark]) => mark);
    const found = [...grams(line.folded), ...words(line)].map(([term]) => term);
    for (const term of new Set([...known.filter((mark) => mark !== CHATTER), ...found])) {
      if (!this.#postings.has(term)) this.#postings.set(term, []);
      this.#postings.get(term).push(number);
    }
    this.#weights = null;
  }

  /** Rare terms weigh more. What a phrase's grams weigh together is its length. */
  #weigh() {
    this.#weights = new Map();
    this.#lengths = new Float64Array(this.#phrases.length);
    for (const [term, list] of this.#postings) {
      const owners = new Set(list.map((phrase) => this.#phrases[phrase].owner));
      const weight = rarity(this.entries.length, owners.size) * worth(term);
      this.#weights.set(term, weight);
      if (isGram(term)) for (const phrase of list) this.#lengths[phrase] += weight;
    }
  }

  /** What is found, best first; `weak` says that it is only similar. Of a procedure's parts, one for `devices`. */
  search(text, devices = [], limit = 12) {
    if (!this.#weights) this.#weigh();
    const query = this.#read(text.slice(0, LONGEST));
    const ranked = this.#rank(query);
    const weak = !ranked.some((hit) => this.#isStrong(hit, query));
    const alike = ranked.filter((hit) => hit.share >= SETTINGS.weak || this.#isStrong(hit, query));
    const hits = distinct(weak ? alike : lift(alike), devices).slice(0, weak ? FIRST : limit);
    return { hits, weak, terms: query.terms };
  }

  /** A search: its line, and a Map from each term to the share, 0 to 1, at which it counts. */
  #read(text) {
    const line = read(text);
    const shares = new Float32Array(line.folded.length).fill(1);
    const terms = new Map();
    for (const [start, end, mark] of this.#lexicon.find(line)) {
      shares.fill(mark === CHATTER ? SETTINGS.chatter : SETTINGS.known, start, end);
      if (mark !== CHATTER) terms.set(mark, 1);
    }
    for (const [gram, at] of grams(line.folded)) {
      const share = Math.min(shares[at], shares[at + gram.length - 1]);
      terms.set(gram, Math.max(share, terms.get(gram) ?? 0));
    }
    for (const [word, at] of words(line)) if (this.#postings.has(word)) terms.set(word, shares[at]);
    const start = terms.size ? "" : line.folded; // one or two letters that are no gram yet
    if (start) for (const term of this.#postings.keys()) if (term.startsWith(start)) terms.set(term, 1);
    return { line, terms };
  }

  /** Whether a hit was found so well that it is no accident. */
  #isStrong({ whole, terms, share, cover }, query) {
    const isEnough = terms >= Math.min(LEAST_TERMS, query.terms.size);
    return whole > 0 || (isEnough && (share >= SETTINGS.share || cover >= SETTINGS.cover));
  }

  /** Every entry that has a term of the search: its best phrase, and what all of its phrases have together. */
  #rank(query) {
    const { counted, found, hits, total } = this.#match(query.terms);
    for (const [number, weight] of found) {
      const { owner, field, text, folded } = this.#phrases[number];
      const hit = hits.get(owner);
      const cover = Math.min(1, weight / (this.#lengths[number] || 1));
      const at = field === WORDING && cover > 0.99 ? placeOf(query.line, folded) : -1;
      let score = (field === TEXT ? SETTINGS.text : 1) * counted.get(number) * cover ** SETTINGS.shortness;
      if (at >= 0) score *= folded === query.line.folded ? SETTINGS.exact : SETTINGS.whole;
      if (score > hit.best) Object.assign(hit, { best: score, phrase: text });
      if (field !== TEXT) hit.cover = Math.max(hit.cover, cover);
      if (at >= 0) hit.whole = Math.max(hit.whole, folded.length);
    }
    for (const hit of hits.values()) {
      const sum = hit.best + SETTINGS.heads * hit.heads + SETTINGS.title * hit.title + SETTINGS.text * hit.texts;
      const isSought = hit.entry.kind <= LAST_MESSAGE || this.#named.has(hit.owner);
      hit.score = sum * (isSought ? SETTINGS.message : 1);
      hit.share = (hit.heads + hit.texts / 2) / (total || 1);
    }
    return [...hits.values()].sort((a, b) => b.score - a.score);
  }

  /** A term counts once for an entry, where it counts most: heads were added before texts. */
  #match(terms) {
    const sums = { counted: new Map(), found: new Map(), hits: new Map(), total: 0 };
    const add = (map, key, value) => map.set(key, (map.get(key) ?? 0) + value);
    for (const [term, share] of terms) {
      const weight = this.#weights.get(term) ?? rarity(this.entries.length, 0);
      sums.total += weight * share;
      const seen = new Set();
      for (const phrase of this.#postings.get(term) ?? []) {
        const { owner, field } = this.#phrases[phrase];
        add(sums.counted, phrase, weight * share);
        add(sums.found, phrase, isGram(term) ? weight : 0);
        if (!sums.hits.has(owner)) sums.hits.set(owner, { owner, entry: this.entries[owner], ...NOTHING });
        const hit = sums.hits.get(owner);
        if (field === TITLE) hit.title += weight * share;
        if (seen.has(owner)) continue;
        seen.add(owner);
        hit.terms++;
        hit[field === TEXT ? "texts" : "heads"] += weight * share;
      }
    }
    return sums;
  }
}

/** The longest messages that stand whole in the search are among the first three, whatever is around them. */
function lift(ranked) {
  const whole = distinct(ranked.filter((hit) => hit.whole).sort((a, b) => b.whole - a.whole));
  const top = [...new Set([...whole.slice(0, SETTINGS.lifted), ...ranked])].slice(0, FIRST);
  return [...new Set([...top.sort((a, b) => b.score - a.score), ...ranked])];
}

/** The best hit of each address; a procedure counts as one, by the part that is for one of `devices`. */
function distinct(hits, devices = []) {
  const best = new Map();
  for (const hit of hits) {
    const { address, device } = hit.entry;
    const place = device ? address.slice(0, -device.length) : address;
    const other = best.get(place);
    if (!other || (devices.includes(device) && !devices.includes(other.entry.device))) best.set(place, hit);
  }
  return [...best.values()];
}
