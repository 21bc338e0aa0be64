// Text as the search compares it: folding and grams (the rules of hooks/helpsite/ground/folding.py once more, held
// equal by tests/search), the words that mean one thing, and the marks in what was found.

const FOREIGN =
  /[^\u0000-\u058f\u0590-\u06ff\u0750-\u077f\u0900-\u097f\u0e00-\u0e7f\u1100-\u11ff\u1e00-\u2bff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufdcf\ufdf0-\uffef\u{1d400}-\u{1d7ff}\u{1f100}-\u{1f2ff}\u{20000}-\u{2a6dd}\u{2f800}-\u{2fa1d}]/gu;
const KATAKANA = /[\u30a1-\u30f6\u30fd\u30fe]/g;
const DROPPED = /[^\p{L}\p{N}]|\u30fc/gu;
const WIDE = /[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\u{20000}-\u{2fa1d}]/u;
const HAN = /[\u4e00-\u9fff]/;
const LETTERS = /[\p{L}\p{N}\p{M}\u30fc\uff70]+/gu;
/** What marks a whole word among terms: no gram begins with it. */
export const WORD = "\u0002";
// a stretch of these is marked whole or not at all
const UNSPLIT = /[\u30a1-\u30ff\uff66-\uff9f]+|[\p{Script=Latin}\p{N}'’]+/gu;

const once = (text) =>
  text
    .replace(FOREIGN, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(KATAKANA, (char) => String.fromCharCode(char.charCodeAt(0) - 0x60))
    .replace(/ς/g, "σ")
    .replace(DROPPED, "");

/** `text` without what does not matter to a search; folding twice changes nothing more. */
export function fold(text) {
  let folded = once(text);
  while (folded !== text) [text, folded] = [folded, once(folded)];
  return folded;
}

const folds = new Map();

/** `char` folded, remembered. */
function foldChar(char) {
  if (!folds.has(char)) folds.set(char, fold(char));
  return folds.get(char);
}

/** Whether `char` is written without spaces between words: kana, Han, Hangul and their like. */
const isWide = (char) => char !== undefined && WIDE.test(char);

/** The gram that starts at `at` of `chars` (an array of characters), or nothing. */
function gramAt(chars, at) {
  const two = chars[at] + chars[at + 1];
  if (WIDE.test(two)) return two;
  if (at + 2 < chars.length && !WIDE.test(chars[at + 2])) return two + chars[at + 2];
  return at === 0 || WIDE.test(chars[at - 1]) ? two : "";
}

/** The grams of a folded text as [gram, offset]: two characters where a wide one takes part, otherwise three. */
export function grams(folded) {
  const chars = [...folded];
  const found = [];
  let offset = 0;
  for (let at = 0; at + 1 < chars.length; at++) {
    const gram = gramAt(chars, at);
    if (gram) found.push([gram, offset]);
    offset += chars[at].length;
  }
  return found;
}

/** `text` folded, and the offsets in it where a word begins or ends. */
export function read(text) {
  const line = { folded: "", edges: new Set([0]) };
  for (const [word] of text.normalize("NFKC").matchAll(LETTERS)) {
    for (const char of word) line.folded += foldChar(char);
    line.edges.add(line.folded.length);
  }
  return line;
}

/** The words of a line that are written apart, of three letters or more, as [mark and word, offset]. */
export function words({ folded, edges }) {
  const places = [...edges];
  const found = places.slice(1).map((end, number) => [WORD + folded.slice(places[number], end), places[number]]);
  return found.filter(([word]) => word.length > 3 && !WIDE.test(word));
}

/** Whether the narrow text from `start` to `end` of a line is a whole word, or stands between wide characters. */
function isWord({ folded, edges }, start, end) {
  const free = (at, neighbour) => edges.has(at) || isWide(folded[neighbour]);
  return (isWide(folded[start]) || free(start, start - 1)) && (isWide(folded[end - 1]) || free(end, end));
}

/** Where `wording` (folded) stands in a line as words of its own, or -1. Single small words do not count. */
export function placeOf(line, wording) {
  if (line.folded === wording) return 0;
  if (wording.length < (isWide(wording[0]) ? 3 : 4)) return -1;
  for (let at = line.folded.indexOf(wording); at >= 0; at = line.folded.indexOf(wording, at + 1)) {
    if (isWord(line, at, at + wording.length)) return at;
  }
  return -1;
}

/** Words that are known by their sense: folded words, each with the mark of its list or group. */
export class Lexicon {
  #byStart = new Map();

  constructor(lists) {
    for (const [mark, words] of lists) {
      for (const word of words) this.#byStart.set(word[0], [...(this.#byStart.get(word[0]) ?? []), [word, mark]]);
    }
    for (const list of this.#byStart.values()) list.sort((a, b) => b[0].length - a[0].length);
  }

  /** The known words of a line as [start, end, mark]; of words that overlap, the longest counts. */
  find(line) {
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
}

/** What a character says: a Han character as much as two letters. */
const worth = (char) => (HAN.test(char) ? 2 : isWide(char) ? 1.4 : 1);

/**
 * The stretches of `text` that are made of `wanted` grams (a Set or Map), as [start, end] offsets: each worth at least
 * `least` letters, so that small words are not marked, and widened to whole words.
 */
export function marks(text, wanted, least = 4) {
  const chars = [];
  const places = [];
  let offset = 0;
  for (const char of text) {
    for (const folded of foldChar(char)) places[chars.push(folded) - 1] = [offset, offset + char.length];
    offset += char.length;
  }
  const covered = new Set();
  for (let at = 0; at + 1 < chars.length; at++) {
    const gram = gramAt(chars, at);
    if (wanted.has(gram)) for (let i = at; i < at + [...gram].length; i++) covered.add(i);
  }
  const found = [];
  for (let from = 0; from < chars.length; from++) {
    if (!covered.has(from)) continue;
    let to = from;
    while (covered.has(to + 1)) to++;
    const value = chars.slice(from, to + 1).reduce((sum, char) => sum + worth(char), 0);
    if (value >= least) found.push([places[from][0], places[to][1]]);
    from = to;
  }
  return widened(text, found);
}

/** Ranges of `text` widened to the stretches that they would split; those that touch become one. */
function widened(text, ranges) {
  const whole = [...text.matchAll(UNSPLIT)].map(({ 0: { length }, index }) => [index, index + length]);
  const joined = [];
  for (let [start, end] of ranges) {
    for (const [from, to] of whole) {
      if (from < start && start < to) start = from;
      if (from < end && end < to) end = to;
    }
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(end, last[1]);
    else joined.push([start, end]);
  }
  return joined;
}
