// What a search is made of: words that mean one thing, chatter around them, and the grams of the rest.

import { fold, gramAt, isWide } from "./folding.js";

const WORDS = /[\p{L}\p{N}\p{M}\u30fc\uff70]+/gu;
const STAMPS = [
  /\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?/g,
  /\d{1,2}:\d{2}(:\d{2})?(\.\d+)?(\s?[ap]m)?/gi,
  /[([]?error\s?:\s?\w{4,12}[)\]]?/gi,
];
const SCRIPTS = [/[\u3041-\u309f]/, /[\u3005\u4e00-\u9fff]/];
const CHATTER = "";

/** `text` folded, and the offsets in it where a word begins or ends; `breaks` has changes of script besides. */
function read(text) {
  let folded = "";
  const edges = new Set([0]);
  const breaks = new Set([0]);
  for (const [word] of text.normalize("NFKC").matchAll(WORDS)) {
    let before;
    for (const char of word) {
      const script = SCRIPTS.findIndex((letters) => letters.test(char));
      if (char !== "ー" && script !== before) breaks.add(folded.length);
      if (char !== "ー") before = script;
      folded += fold(char);
    }
    edges.add(folded.length);
    breaks.add(folded.length);
  }
  return { folded, edges, breaks };
}

/** Whether the narrow text from `start` to `end` is a whole word, or one that stands between wide characters. */
function isWord({ folded, edges }, start, end) {
  const free = (at, neighbour) => edges.has(at) || isWide(folded[neighbour]);
  return (isWide(folded[start]) || free(start, start - 1)) && (isWide(folded[end - 1]) || free(end, end));
}

/** The words that this site's readers use for one thing, and the chatter that they wrap messages in. */
export class Words {
  #byStart = new Map();

  /** `groups` are lists of folded words that mean one thing, `chatter` is a list of folded phrases. */
  constructor(groups, chatter) {
    groups.forEach((group, number) => group.forEach((word) => this.#add(word, `\u0001${number}`)));
    for (const phrase of chatter) this.#add(phrase, CHATTER);
    for (const list of this.#byStart.values()) list.sort((a, b) => b[0].length - a[0].length);
  }

  #add(word, token) {
    const start = word.slice(0, 2);
    if (!this.#byStart.has(start)) this.#byStart.set(start, []);
    this.#byStart.get(start).push([word, token]);
  }

  /** The words of a line as [start, end, token]; of words that overlap, the longest counts. */
  #found(line) {
    const found = [];
    for (let at = 0; at < line.folded.length; at++) {
      const near = this.#byStart.get(line.folded.slice(at, at + 2)) ?? [];
      const hit = near.find(([word]) => line.folded.startsWith(word, at) && isWord(line, at, at + word.length));
      if (!hit) continue;
      found.push([at, at + hit[0].length, hit[1]]);
      at += hit[0].length - 1;
    }
    return found;
  }

  /** The tokens of the groups that have a word in `text`. */
  tokens(text) {
    return this.#found(read(text)).flatMap(([, , token]) => (token === CHATTER ? [] : [token]));
  }

  /** A search as its folded text and a Map from each gram and token in it to how much it counts, 0 to 1. */
  query(text, weights) {
    const bare = STAMPS.reduce((rest, stamp) => rest.replace(stamp, " "), text.normalize("NFKC"));
    const first = this.#weigh(bare, weights);
    if (first.kept >= 5) return first;
    const second = this.#weigh(text, weights);
    return second.kept >= 2 ? second : this.#weigh(text, { ...weights, chatter: 1 });
  }

  #weigh(text, weights) {
    const line = read(text);
    const share = new Float32Array(line.folded.length).fill(1);
    const terms = new Map();
    const add = (term, value) => terms.set(term, Math.max(value, terms.get(term) ?? 0));
    for (const [start, end, token] of this.#found(line)) {
      share.fill(token === CHATTER ? weights.chatter : weights.inside, start, end);
      if (token !== CHATTER) add(token, 1);
    }
    let kept = share.reduce((sum, value) => sum + (value > weights.chatter ? 1 : 0), 0);
    if (weights.chatter === 1) kept = share.length;
    const chars = [...line.folded];
    let offset = 0;
    chars.forEach((char, at) => {
      const gram = at + 1 < chars.length ? gramAt(chars, at) : "";
      if (gram) {
        let value = Math.min(share[offset], share[offset + gram.length - 1]);
        for (let i = 1; i < gram.length; i++) if (line.breaks.has(offset + i)) value = Math.min(value, share[offset] * weights.cross);
        if (value > 0) add(gram, value);
      }
      if (weights.uni && /[\u4e00-\u9fff]/.test(char)) add(char, share[offset]);
      offset += char.length;
    });
    return { folded: line.folded, terms, kept };
  }
}
