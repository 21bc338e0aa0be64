"""Procedures as the search knows them: sentences that read well, labels not run together."""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpsite.ground.locales import Locale
from helpsite.ground.source_lines import substitute
from helpsite.ground.text import squeeze
from helpsite.procedures.contracts import Screens, WordingsLike, Words
from helpsite.procedures.names import MARK
from helpsite.procedures.source import PartSource, ProcedureSource, StepSource

_MARKUP = [
    (re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)"), r"\1"),  # links and pictures
    (re.compile(r"</?[a-zA-Z][^<>]*>"), ""),
    (re.compile(r"\{[:\s]*[#.][^{}]*\}"), ""),  # attribute lists
    (re.compile(r"(\*\*|__|`+)(.+?)\1"), r"\2"),
    (re.compile(r"\*(\S.*?)\*"), r"\1"),
    (re.compile(r"^[ ]*(?:[-*+]|\d+\.|#+|>|:)[ ]+", re.MULTILINE), ""),
]
_WIDE = r"[\u3000-\u30ff\u3400-\u9fff\uff01-\uff60]"
_BETWEEN_WIDE = re.compile(rf"(?<={_WIDE})\s+(?={_WIDE})")
_MARK_AFTER_WORDING = re.compile(r"(?<=\]\]) ?" + MARK.pattern)
_ENDED = re.compile(r"[。．.!?！？：:…]['\"」』）)”]*$")


@dataclass(frozen=True)
class ProcedureText:
    """One part of a procedure for the search: where it is, what it is called, and what it says."""

    anchor: str
    title: str
    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        """All sentences on one line."""
        return " ".join(self.sentences)


def procedure_texts(
    source: ProcedureSource, screens: Screens, wordings: WordingsLike, words: Words
) -> list[ProcedureText]:
    """One entry a part; a procedure of a single part is found under its own id and title."""
    title = words["procedure"]["part-title"]
    teller = _Teller(source.locale, screens, wordings, words)
    if len(source.parts) == 1:
        return [ProcedureText(source.id, teller.plain(source.title), teller.part(source.parts[0]))]
    parts = {part.device: part for part in source.parts}
    return [
        ProcedureText(
            f"{source.id}-{part.device}",
            teller.plain(title.replace("{title}", source.title).replace("{part}", part.label)),
            teller.part(part, parts.get(part.same or "")),
        )
        for part in source.parts
    ]


@dataclass
class _Teller:
    locale: Locale
    screens: Screens
    wordings: WordingsLike
    words: Words

    def part(self, part: PartSource, same: PartSource | None = None) -> tuple[str, ...]:
        sentences = [self.sentence(text) for text in part.texts]
        if same is not None:
            sentences.insert(0, self.words["procedure"]["same-as"].replace("{part}", same.label))
        for step in part.steps:
            sentences += self.step(step)
        return tuple(sentence for sentence in sentences if sentence)

    def step(self, step: StepSource) -> list[str]:
        sentences = [self.sentence(text) for text in (*step.texts, *step.see, *step.if_not)]
        if step.screen is not None and step.screen in self.screens:
            sentences += self.screens[step.screen].sentences(self.locale, self.words)
        return sentences

    def sentence(self, markdown: str) -> str:
        text = self.plain(markdown)
        return text if not text or _ENDED.search(text) else text + self.words["procedure"]["stop"]

    def mark_words(self, text: str) -> str:
        """``{1}`` as a screen reader says it, where it stands for the thing itself (“type it into {1}”)."""
        return substitute(MARK, lambda match: self.words["procedure"]["mark"].replace("{n}", match[1]), text)

    def plain(self, markdown: str) -> str:
        """The words of ``markdown`` on one line, with screen wordings in both languages."""
        text = _MARK_AFTER_WORDING.sub("", markdown)
        text = self.mark_words(text)
        text = self.wordings.in_text(text, self.locale, self.words)
        for pattern, replacement in _MARKUP:
            text = pattern.sub(replacement, text)
        return squeeze(_BETWEEN_WIDE.sub("", text))
