// The index in memory, and the order of what it finds.

import { read, Words, isGroup, isWord } from "./words.js";

// What a match counts, by where it stands. Found by bench searches that leave out the words they were made of.
const TITLE = 0;
const WORDING = 1;
const ALIAS = 2;
const TEXT = 3;
const FIELD = [1, 1, 0.75, 0.3];
const LENGTH = [0.35, 0.35, 0.35, 0.5]; // how much longer texts lose
const ALL_HEADS = 1.5; // what all titles, wordings and aliases of an entry have, beside the best of them
const ALL_TITLE = 0.6;
const ALL_TEXT = 1.2;
const GROUP = 2.5;
const HAN = 0.4;
const DIGIT = 2; // numbers tell messages apart
const WHOLE = 1.2;
const WHOLE_BONUS = 0.5;
const EQUAL = 1.8;
const PRIOR = { message: 3 };

const WEAK = 0.2;
const LEAST_TERMS = 3;
const LONGEST = 1000;
const BEST = 3;

const isHan = (term) => term.length === 1;
const evidence = (term) => (isHan(term) ? 0 : isGroup(term) ? 2 : 1);

/** Entries of one language as [kind, address, title, wordings, foreign, aliases, answer, text]; see build.py. */
export class Index {
  entries = [];
  #words;
  #postings = new Map(); // term → numbers of the phrases that have it
  #owner = []; // phrase → entry
  #field = [];
  #lines = [];
  #phraseText = [];
  #weights = null;
  #lengths;
  #unknown;

  constructor({ synonyms, chatter }) {
    this.#words = new Words(synonyms, chatter);
  }

  /** Add entries; their texts may follow. */
  add(entries) {
    for (const entry of entries) {
      const number = this.entries.push(entry) - 1;
      this.#phrase(number, TITLE, entry.title);
      for (const text of entry.wordings) this.#phrase(number, WORDING, text);
      for (const texts of Object.values(entry.foreign)) for (const text of texts) this.#phrase(number, WORDING, text);
      for (const text of entry.aliases) this.#phrase(number, ALIAS, text);
    }
  }

  /** Add the text of entry `number`. */
  addText(number, text) {
    this.#phrase(number, TEXT, text);
  }

  #phrase(owner, field, text) {
    const line = read(text);
    const phrase = this.#owner.push(owner) - 1;
    this.#field.push(field);
    this.#lines.push(field === TEXT ? "" : line.folded);
    this.#phraseText.push(field === TEXT ? "" : text);
    for (const term of this.#words.terms(line)) {
      const list = this.#postings.get(term);
      if (list) list.push(phrase);
      else this.#postings.set(term, [phrase]);
    }
    this.#weights = null;
  }

  /** Rare terms weigh more; #lengths is what a phrase's grams weigh together. */
  #weigh() {
    const count = this.entries.length;
    this.#weights = new Map();
    this.#lengths = new Float64Array(this.#owner.length);
    this.#unknown = Math.log(1 + (count + 0.5) / 0.5);
    const seen = new Int32Array(count).fill(-1);
    let stamp = 0;
    for (const [term, list] of this.#postings) {
      let having = 0;
      stamp++;
      for (const phrase of list) {
        if (seen[this.#owner[phrase]] === stamp) continue;
        seen[this.#owner[phrase]] = stamp;
        having++;
      }
      const weight = Math.log(1 + (count - having + 0.5) / (having + 0.5));
      this.#weights.set(term, weight * (isGroup(term) ? GROUP : isHan(term) ? HAN : /\d/.test(term) ? DIGIT : 1));
      if (!isGroup(term) && !isHan(term)) for (const phrase of list) this.#lengths[phrase] += this.#weights.get(term);
    }
  }

  /** What is found, best first: {entry, score, phrase}; `near` are messages that are merely like the search. */
  search(text, limit = 12) {
    if (!this.#weights) this.#weigh();
    const query = this.#words.query(text.slice(0, LONGEST));
    const sums = this.#match(query);
    const ranked = this.#rank(query, sums);
    const best = Math.max(0, ...ranked.slice(0, 20).map((hit) => hit.raw));
    let needed = 0;
    for (const term of query.terms.keys()) needed = Math.min(LEAST_TERMS, needed + evidence(term));
    const strong = ranked.filter(
      (hit) => hit.raw >= WEAK * best && hit.terms >= needed && isStrong(hit),
    );
    const hits = distinct(strong).slice(0, limit);
    const near = hits.length ? [] : distinct(ranked.filter(({ entry }) => entry.kind === "message")).slice(0, BEST);
    return { hits, near, ranked };
  }

  #match({ terms }) {
    const phrases = this.#owner.length;
    const entries = this.entries.length;
    const sums = {
      counted: new Float64Array(phrases),
      full: new Float64Array(phrases),
      heads: new Float64Array(entries),
      texts: new Float64Array(entries),
      titles: new Float64Array(entries),
      terms: new Uint16Array(entries),
      seen: new Uint32Array(entries),
      mark: 0,
      total: 0,
    };
    for (const [term, share] of terms) this.#matchTerm(term, share, sums);
    return sums;
  }

  #matchTerm(term, share, sums) {
    const list = this.#postings.get(term) ?? [];
    const weight = this.#weights.get(term) ?? (isHan(term) ? 0 : this.#unknown);
    const gram = !isGroup(term) && !isHan(term);
    const value = weight * share;
    sums.total += value;
    const mark = ++sums.mark;
    for (const phrase of list) {
      const entry = this.#owner[phrase];
      const field = this.#field[phrase];
      const first = sums.seen[entry] !== mark;
      sums.counted[phrase] += value;
      if (gram) sums.full[phrase] += weight;
      if (first) {
        sums.seen[entry] = mark;
        sums.terms[entry] += evidence(term);
        sums[field === TEXT ? "texts" : "heads"][entry] += value;
      }
      if (field === TITLE) sums.titles[entry] += value;
    }
  }

  #rank({ line }, sums) {
    const bestScore = new Float64Array(this.entries.length);
    const bestPhrase = new Int32Array(this.entries.length).fill(-1);
    const whole = new Map();
    const cover = new Float64Array(this.entries.length);
    for (let phrase = 0; phrase < sums.counted.length; phrase++) {
      if (!sums.counted[phrase]) continue;
      const field = this.#field[phrase];
      const owner = this.#owner[phrase];
      const covered = Math.min(1, sums.full[phrase] / (this.#lengths[phrase] || 1));
      let score = FIELD[field] * sums.counted[phrase] * covered ** LENGTH[field];
      if (field !== TEXT) score *= 1 + 0.5 * covered ** 4;
      if (field === WORDING && covered > 0.99) {
        const at = this.#standsIn(line, this.#lines[phrase]);
        if (at) {
          score = at === 2 ? score * EQUAL : score * WHOLE + WHOLE_BONUS * this.#lengths[phrase];
          whole.set(owner, Math.max(whole.get(owner) ?? 0, this.#lines[phrase].length));
        }
      }
      if (field !== TEXT && sums.full[phrase]) cover[owner] = Math.max(cover[owner], covered);
      if (score > bestScore[owner]) {
        bestScore[owner] = score;
        bestPhrase[owner] = phrase;
      }
    }
    const ranked = [];
    this.entries.forEach((entry, number) => {
      if (!bestScore[number]) return;
      const raw = bestScore[number] + ALL_HEADS * (sums.heads[number] + ALL_TITLE * sums.titles[number]) + ALL_TEXT * sums.texts[number];
      ranked.push({
        entry, raw, score: raw * (PRIOR[entry.kind] ?? 1), terms: sums.terms[number], whole: whole.get(number) ?? 0, cover: cover[number],
        share: (sums.heads[number] + sums.texts[number] / 2) / sums.total, phrase: this.#phraseText[bestPhrase[number]],
      });
    });
    ranked.sort((a, b) => b.score - a.score);
    return lift(ranked);
  }

  /** 2 where `wording` is all of the line, 1 where it stands in it as words of its own, else 0. */
  #standsIn(line, wording) {
    if (line.folded === wording) return 2;
    if (wording.length < 4) return 0;
    for (let at = line.folded.indexOf(wording); at >= 0; at = line.folded.indexOf(wording, at + 1)) {
      if (isWord(line, at, at + wording.length)) return 1;
    }
    return 0;
  }
}

/** The two longest messages that stand whole in the search are among the first three, whatever is around them. */
function lift(ranked) {
  const whole = ranked.filter((hit) => hit.whole).sort((a, b) => b.whole - a.whole).slice(0, 2);
  const low = whole.filter((hit) => ranked.indexOf(hit) >= BEST);
  if (!low.length) return ranked;
  const rest = ranked.filter((hit) => !low.includes(hit));
  rest.splice(BEST - low.length, 0, ...low);
  return rest;
}

/** Whether so much of the search was found, or so much of one message, that it is no accident. */
function isStrong({ share, terms, cover, whole }) {
  return whole || share >= (terms > 4 ? 0.3 : 0.4) || (cover >= 0.6 && terms > 3);
}

function distinct(hits) {
  const seen = new Set();
  return hits.filter(({ entry }) => !seen.has(entry.address) && seen.add(entry.address));
}
