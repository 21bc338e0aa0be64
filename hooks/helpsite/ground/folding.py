"""Text as the search compares it. The same rules stand once more in ``docs/assets/js/search/text.js``.

Both are held equal by ``tests/search/vectors.json`` and by a test over every code point. They know only the blocks
below, so that a newer Unicode version on one side changes nothing.
"""

import functools
import re
import unicodedata

_BLOCKS = (
    "\u0000-\u058f\u0590-\u06ff\u0750-\u077f\u0900-\u097f\u0e00-\u0e7f\u1100-\u11ff\u1e00-\u2bff\u2e80-\ua4cf"
    "\uac00-\ud7a3\uf900-\ufdcf\ufdf0-\uffef\U0001d400-\U0001d7ff\U0001f100-\U0001f2ff\U00020000-\U0002a6dd"
    "\U0002f800-\U0002fa1d"
)
_FOREIGN = re.compile(f"[^{_BLOCKS}]")
_KATAKANA = {code: code - 0x60 for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)} | {ord("ς"): "σ"}
_LONG = "\u30fc"  # ブラウザー and ブラウザ are one word
_WIDE = re.compile("[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0002fa1d]")


@functools.lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """``text`` without what does not matter to a search; folding twice changes nothing more.

    Compatibility forms are unified (NFKC: half-width katakana, full-width letters), capitals and katakana become small
    letters and hiragana, and everything but letters and digits goes, with it the long mark ー.
    """
    folded = _once(text)
    while folded != text:
        text, folded = folded, _once(folded)
    return folded


def _once(text: str) -> str:
    text = unicodedata.normalize("NFKC", _FOREIGN.sub("", text)).lower().translate(_KATAKANA)
    return "".join(char for char in text if char != _LONG and unicodedata.category(char)[0] in "LN")


@functools.lru_cache(maxsize=8192)
def is_wide(char: str) -> bool:
    """Whether ``char`` is written without spaces between words: kana, Han, Hangul and their like."""
    return bool(_WIDE.match(char))


def grams(folded: str) -> list[str]:
    """The grams of a folded text, in order and as often as they occur.

    Two characters where a wide one takes part, otherwise three; two narrow characters that stand between wide ones or
    alone are a gram, too. A single character gives none.
    """
    wide = [True, *map(is_wide, folded), True]
    found: list[str] = []
    for at in range(len(folded) - 1):
        before, first, second, third = wide[at : at + 4]
        if first or second or (third and before):
            found.append(folded[at : at + 2])
        elif not third:
            found.append(folded[at : at + 3])
    return found
