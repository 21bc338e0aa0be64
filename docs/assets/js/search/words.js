// What a search is made of: words that mean one thing, the chatter around a message, and the grams of the rest.

import { fold, gramAt, isWide } from "./folding.js";

const WORDS = /[\p{L}\p{N}\p{M}\u30fc\uff70]+/gu;
const HAN = /[\u4e00-\u9fff]/;
const SCRIPTS = [/[\u3041-\u309f]/, /[\u3005\u4e00-\u9fff]/];
// AliExpress' error letters differ every time: "(error:AbC123)" is one word wherever it stands.
const LETTERS = /\(error\s?:\s?\w{4,12}\)|\berror\s?:\s?(?=\w*\d|[a-z]+[A-Z])\w{4,12}/gi;
const STAMPS =
  /\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?|\d{1,2}:\d{2}(:\d{2})?(\.\d+)?(\s?[ap]m\b)?/gi;
const CHATTER = "";
const CHATTER_SHARE = 0.1;
const KNOWN_SHARE = 0.35;
const CROSSING_SHARE = 0.7;

const folds = new Map();

/** `char` folded, remembered. */
function foldChar(char) {
  let folded = folds.get(char);
  if (folded === undefined) folds.set(char, (folded = fold(char)));
  return folded;
}

/** Whether `term` stands for a group of synonyms. */
export const isGroup = (term) => term[0] === "\u0001";

/** `text` folded, and the offsets in it where a word begins or ends; `breaks` has changes of script besides. */
export function read(text) {
  const line = { folded: "", edges: new Set([0]), breaks: new Set([0]) };
  for (const [word] of text.normalize("NFKC").replace(LETTERS, " errx ").matchAll(WORDS)) {
    let before;
    for (const char of word) {
      const script = char < "\u3005" ? -1 : SCRIPTS.findIndex((letters) => letters.test(char));
      if (char !== "ー" && script !== before) {
        line.breaks.add(line.folded.length);
        before = script;
      }
      line.folded += foldChar(char);
    }
    line.edges.add(line.folded.length);
    line.breaks.add(line.folded.length);
  }
  return line;
}

/** Whether the narrow text from `start` to `end` of a line is a whole word, or stands between wide characters. */
export function isWord({ folded, edges }, start, end) {
  const free = (at, neighbour) => edges.has(at) || isWide(folded[neighbour]);
  return (isWide(folded[start]) || free(start, start - 1)) && (isWide(folded[end - 1]) || free(end, end));
}

/** The terms of a text besides groups: its grams, and each Han character alone. `visit` gets the term and its offset. */
export function eachTerm(folded, visit) {
  const chars = [...folded];
  let offset = 0;
  for (let at = 0; at < chars.length; at++) {
    const gram = at + 1 < chars.length ? gramAt(chars, at) : "";
    if (gram) visit(gram, offset);
    if (HAN.test(chars[at])) visit(chars[at], offset);
    offset += chars[at].length;
  }
}

/** The words that readers use for one thing, and the phrases that they wrap messages in; all of them folded. */
export class Words {
  #byStart = new Map();

  constructor(groups, chatter) {
    for (const phrase of chatter) this.#add(phrase, CHATTER);
    groups.forEach((group, number) => group.forEach((word) => this.#add(word, `\u0001${number}`)));
    for (const list of this.#byStart.values()) list.sort((a, b) => b[0].length - a[0].length);
  }

  #add(word, token) {
    const start = word[0];
    if (!this.#byStart.has(start)) this.#byStart.set(start, []);
    this.#byStart.get(start).push([word, token]);
  }

  /** The words of a line as [start, end, token]; of words that overlap, the longest counts. */
  #find(line) {
    const found = [];
    for (let at = 0; at < line.folded.length; at++) {
      const near = this.#byStart.get(line.folded[at]) ?? [];
      const hit = near.find(([word]) => line.folded.startsWith(word, at) && isWord(line, at, at + word.length));
      if (!hit) continue;
      found.push([at, at + hit[0].length, hit[1]]);
      at += hit[0].length - 1;
    }
    return found;
  }

  /** The distinct terms of a text that is searched. */
  terms(line) {
    const terms = new Set(this.#find(line).flatMap(([, , token]) => (token === CHATTER ? [] : [token])));
    eachTerm(line.folded, (term) => terms.add(term));
    return terms;
  }

  /** A search: its line, and a Map from each term to the share, 0 to 1, at which it counts. */
  query(text) {
    const bare = this.#weigh(read(text.normalize("NFKC").replace(STAMPS, " ")), CHATTER_SHARE);
    if (bare.kept >= 4) return bare;
    const whole = this.#weigh(read(text), CHATTER_SHARE);
    return whole.kept > 1 ? whole : this.#weigh(read(text), 1);
  }

  /** Chatter counts little; so do the letters of a known word beside its group, and grams across two words. */
  #weigh(line, chatterShare) {
    const shares = new Float32Array(line.folded.length).fill(1);
    const terms = new Map();
    const add = (term, share) => terms.set(term, Math.max(share, terms.get(term) ?? 0));
    let kept = shares.length;
    for (const [start, end, token] of this.#find(line)) {
      const chatter = token === CHATTER;
      shares.fill(chatter ? chatterShare : KNOWN_SHARE, start, end);
      if (!chatter) add(token, 1);
      else if (chatterShare < 1) kept -= end - start;
    }
    eachTerm(line.folded, (term, at) => {
      let share = Math.min(shares[at], shares[at + term.length - 1]);
      for (let i = at + 1; i < at + term.length; i++) {
        if (line.breaks.has(i)) share = Math.min(share, shares[at] * CROSSING_SHARE);
      }
      add(term, share);
    });
    return { line, terms, kept };
  }
}
