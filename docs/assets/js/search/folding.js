// Text as the search compares it: the rules of hooks/helpsite/folding.py once more, held equal by tests/search.

const FOREIGN =
  /[^\u0000-\u058f\u0590-\u06ff\u0750-\u077f\u0900-\u097f\u0e00-\u0e7f\u1100-\u11ff\u1e00-\u2bff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufdcf\ufdf0-\uffef\u{1d400}-\u{1d7ff}\u{1f100}-\u{1f2ff}\u{20000}-\u{2a6dd}\u{2f800}-\u{2fa1d}]/gu;
const KATAKANA = /[\u30a1-\u30f6\u30fd\u30fe]/g;
const DROPPED = /[^\p{L}\p{N}]|\u30fc/gu;
const HAN = /[\u4e00-\u9fff]/;
const WIDE = /[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\u{20000}-\u{2fa1d}]/u;

const hiragana = (char) => String.fromCharCode(char.charCodeAt(0) - 0x60);

const once = (text) =>
  text
    .replace(FOREIGN, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(KATAKANA, hiragana)
    .replaceAll("ς", "σ")
    .replace(DROPPED, "");

/** `text` without what does not matter to a search; folding twice changes nothing more. */
export function fold(text) {
  let folded = once(text);
  while (folded !== text) [text, folded] = [folded, once(folded)];
  return folded;
}

/** Whether `char` is written without spaces between words: kana, Han, Hangul and their like. */
export const isWide = (char) => char !== undefined && WIDE.test(char);

/** The gram that starts at `at` of `chars` (an array of characters), or nothing. */
export function gramAt(chars, at) {
  const two = chars[at] + chars[at + 1];
  if (WIDE.test(two)) return two;
  if (at + 2 < chars.length && !WIDE.test(chars[at + 2])) return two + chars[at + 2];
  return at === 0 || WIDE.test(chars[at - 1]) ? two : "";
}

/** The grams of a folded text, in order: two characters where a wide one takes part, otherwise three. */
export function grams(folded) {
  const chars = [...folded];
  const found = [];
  for (let at = 0; at + 1 < chars.length; at++) {
    const gram = gramAt(chars, at);
    if (gram) found.push(gram);
  }
  return found;
}

/** What a character says: a Han character as much as two letters. */
const worth = (char) => (HAN.test(char) ? 2 : isWide(char) ? 1.4 : 1);

/**
 * The stretches of `text` that are made of `wanted` grams (a Set or Map), as [start, end] offsets, each worth at least
 * `least` letters, so that small words are not marked.
 */
export function marks(text, wanted, least = 4) {
  const chars = [];
  const places = [];
  let offset = 0;
  for (const char of text) {
    for (const folded of fold(char)) places[chars.push(folded) - 1] = [offset, offset + char.length];
    offset += char.length;
    if (char === "ー" && chars.length) places.at(-1)[1] = offset;
  }
  const found = [];
  let from = 0;
  let to = -1;
  const close = () => {
    const value = chars.slice(from, to + 1).reduce((sum, char) => sum + worth(char), 0);
    if (value >= least) found.push([places[from][0], places[to][1]]);
  };
  for (let at = 0; at + 1 < chars.length; at++) {
    const gram = gramAt(chars, at);
    if (!wanted.has(gram)) continue;
    if (at > to) {
      close();
      from = at;
    }
    to = Math.max(to, at + [...gram].length - 1);
  }
  close();
  return found;
}
