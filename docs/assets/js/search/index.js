// The index in memory, and the order of what it finds.

import { isWide } from "./folding.js";
import { isGroup, isWord, read, Words } from "./words.js";

// What a match counts, by where it stands. Found with searches that no entry holds: each symptom, itself left out.
const TITLE = 0;
const WORDING = 1;
const ALIAS = 2;
const TEXT = 3;
const FIELD = [1, 1, 0.75, 0.3];
const SHORTNESS = [0.35, 0.35, 0.35, 0.5];
const NEAR_WHOLE = 0.5;
// not, in the search, all of the search
const WHOLE = [1, 1.2, 1.8];
const WHOLE_LENGTH = [0, 0.5, 0];
const ALL_HEADS = 1.5;
const ALL_TITLE = 0.9;
const ALL_TEXT = 1.2;
const GROUP = 2.5;
const HAN = 0.4;
// numbers tell messages apart
const DIGIT = 2;
const MESSAGE = 3;

const LONGEST = 1000;
const LEAST_TERMS = 3;
const LEAST_OF_BEST = 0.2;
const FIRST = 3;

const isHan = (term) => term.length === 1;
const isGram = (term) => !isHan(term) && !isGroup(term);
const evidence = (term) => (isGram(term) ? 1 : isGroup(term) ? 2 : 0);
const factor = (term) => (isGroup(term) ? GROUP : isHan(term) ? HAN : /\d/.test(term) ? DIGIT : 1);
/** How rare it is that `having` of `count` entries have a term (BM25's measure). */
export const rarity = (count, having) => Math.log(1 + (count - having + 0.5) / (having + 0.5));

/** Whether so much of the search was found, or so much of one message, that it is no accident. */
const isStrong = ({ share, terms, cover }) => share >= (terms > 6 ? 0.3 : 0.4) || (cover >= 0.5 && terms > 2);

/** An entry out of its row in a part of the index; see entries.py. The kind 0 is a message. */
export function entryOf([kind, address, title, answer = "", wordings = [], foreign = {}, aliases = []]) {
  return { kind, address, title, answer, wordings, foreign, aliases };
}

/** The entries of one language. */
export class Index {
  entries = [];
  words;
  // term → the phrases that have it
  #postings = new Map();
  // {owner, field, text, folded}
  #phrases = [];
  #weights = null;
  #lengths;

  constructor({ synonyms, chatter }) {
    this.words = new Words(synonyms, chatter);
  }

  /** Add entries as `entryOf` gives them. */
  add(entries) {
    for (const entry of entries) {
      const owner = this.entries.push(entry) - 1;
      this.#phrase(owner, TITLE, entry.title);
      for (const text of [entry.wordings, ...Object.values(entry.foreign)].flat()) this.#phrase(owner, WORDING, text);
      for (const text of entry.aliases) this.#phrase(owner, ALIAS, text);
    }
  }

  /** Add the text of the entry with this number. */
  addText(owner, text) {
    if (owner < this.entries.length) this.#phrase(owner, TEXT, text);
  }

  #phrase(owner, field, text) {
    const line = read(text);
    const phrase = this.#phrases.push({ owner, field, text, folded: line.folded }) - 1;
    for (const term of this.words.terms(line)) {
      const list = this.#postings.get(term);
      if (list) list.push(phrase);
      else this.#postings.set(term, [phrase]);
    }
    this.#weights = null;
  }

  /** Rare terms weigh more. What a phrase's grams weigh together is its length. */
  #weigh() {
    this.#weights = new Map();
    this.#lengths = new Float64Array(this.#phrases.length);
    const seen = new Int32Array(this.entries.length).fill(-1);
    let mark = 0;
    for (const [term, list] of this.#postings) {
      let having = 0;
      mark++;
      for (const phrase of list) {
        const { owner } = this.#phrases[phrase];
        if (seen[owner] !== mark) having++;
        seen[owner] = mark;
      }
      const weight = rarity(this.entries.length, having) * factor(term);
      this.#weights.set(term, weight);
      if (isGram(term)) for (const phrase of list) this.#lengths[phrase] += weight;
    }
  }

  /**
   * What is found, best first: each of `hits` has its entry and the phrase that was found; `near` are
   * messages that are like the search when nothing is found.
   */
  search(text, limit = 12) {
    if (!this.#weights) this.#weigh();
    const query = this.words.query(text.slice(0, LONGEST));
    const { folded } = query.line;
    const short = folded.length < 3 && !this.#postings.has(folded) ? folded : "";
    if (short) for (const term of this.#postings.keys()) if (term.startsWith(short)) query.terms.set(term, 1);
    const ranked = this.#rank(query, this.#match(query.terms));
    const best = ranked.reduce((most, { raw }) => Math.max(most, raw), 0);
    let needed = 0;
    for (const term of query.terms.keys()) needed = Math.min(LEAST_TERMS, needed + evidence(term));
    const strong = short
      ? ranked
      : ranked.filter((hit) => hit.whole || (hit.raw >= LEAST_OF_BEST * best && hit.terms >= needed && isStrong(hit)));
    const hits = distinct(strong).slice(0, limit);
    const near = hits.length ? [] : distinct(ranked.filter(({ entry, terms }) => !entry.kind && terms > 1)).slice(0, FIRST);
    return { hits, near, terms: query.terms, short };
  }

  #match(terms) {
    const { length } = this.entries;
    const sums = {
      counted: new Float64Array(this.#phrases.length),
      full: new Float64Array(this.#phrases.length),
      heads: new Float64Array(length),
      titles: new Float64Array(length),
      texts: new Float64Array(length),
      terms: new Uint16Array(length),
      seen: new Uint32Array(length),
      mark: 0,
      total: 0,
    };
    for (const [term, share] of terms) this.#matchTerm(term, share, sums);
    return sums;
  }

  /** A term counts once for an entry, where it counts most: heads were added before texts. */
  #matchTerm(term, share, sums) {
    const weight = this.#weights.get(term) ?? (isHan(term) ? 0 : rarity(this.entries.length, 0));
    const value = weight * share;
    sums.total += value;
    sums.mark++;
    for (const phrase of this.#postings.get(term) ?? []) {
      const { owner, field } = this.#phrases[phrase];
      sums.counted[phrase] += value;
      if (isGram(term)) sums.full[phrase] += weight;
      if (field === TITLE) sums.titles[owner] += value;
      if (sums.seen[owner] === sums.mark) continue;
      sums.seen[owner] = sums.mark;
      sums.terms[owner] += evidence(term);
      sums[field === TEXT ? "texts" : "heads"][owner] += value;
    }
  }

  /** Every entry that has a term of the search: its best phrase, and what all of its phrases have together. */
  #rank({ line }, sums) {
    const best = new Map();
    for (let phrase = 0; phrase < this.#phrases.length; phrase++) {
      if (!sums.counted[phrase]) continue;
      const { owner, field, text, folded } = this.#phrases[phrase];
      const covered = Math.min(1, sums.full[phrase] / (this.#lengths[phrase] || 1));
      const stands = field === WORDING && covered > 0.99 ? standsIn(line, folded) : 0;
      let score = FIELD[field] * sums.counted[phrase] * covered ** SHORTNESS[field];
      if (field !== TEXT) score *= 1 + NEAR_WHOLE * covered ** 4;
      score = score * WHOLE[stands] + this.#lengths[phrase] * WHOLE_LENGTH[stands];
      const hit = best.get(owner) ?? { score: -1, cover: 0, whole: 0 };
      if (score > hit.score) Object.assign(hit, { score, phrase: text });
      if (field !== TEXT) hit.cover = Math.max(hit.cover, covered);
      if (stands) hit.whole = Math.max(hit.whole, folded.length);
      best.set(owner, hit);
    }
    const ranked = [...best].map(([number, hit]) => this.#finish(number, hit, sums));
    return lift(ranked.sort((a, b) => b.score - a.score));
  }

  #finish(number, hit, sums) {
    const entry = this.entries[number];
    const heads = sums.heads[number];
    const texts = sums.texts[number];
    hit.entry = entry;
    hit.raw = hit.score + ALL_HEADS * heads + ALL_TITLE * sums.titles[number] + ALL_TEXT * texts;
    hit.score = entry.kind ? hit.raw : hit.raw * MESSAGE;
    hit.terms = sums.terms[number];
    hit.share = (heads + texts / 2) / (sums.total || 1);
    return hit;
  }
}

/** 2 where `wording` is all of the search, 1 where it stands in it as words of its own, else 0. */
function standsIn(line, wording) {
  if (line.folded === wording) return 2;
  if (wording.length < (isWide(wording[0]) ? 3 : 4)) return 0;
  for (let at = line.folded.indexOf(wording); at >= 0; at = line.folded.indexOf(wording, at + 1)) {
    if (isWord(line, at, at + wording.length)) return 1;
  }
  return 0;
}

/** The two longest messages that stand whole in the search are among the first three, whatever is around them. */
function lift(ranked) {
  const whole = distinct(ranked.filter((hit) => hit.whole).sort((a, b) => b.whole - a.whole));
  const top = new Set([...new Set([...whole.slice(0, 2), ...ranked])].slice(0, FIRST));
  const isLow = (hit) => ranked.indexOf(hit) >= FIRST;
  const inOrder = [...top].sort((a, b) => isLow(a) - isLow(b) || b.score - a.score);
  return [...inOrder, ...ranked.filter((hit) => !top.has(hit))];
}

/** The best hit of each address. */
function distinct(hits) {
  const seen = new Set();
  return hits.filter(({ entry }) => !seen.has(entry.address) && seen.add(entry.address));
}
