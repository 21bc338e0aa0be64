"""Checks of a single page: its HTML, headings, fences and attribute lists."""

import re
from collections.abc import Collection, Mapping

from helpsite.ground.markdown_source import EXPECTED_MARKS, pieces, stray_mark
from helpsite.ground.problems import Problems, did_you_mean, shorten
from helpsite.ground.slugs import EXPECTED_SLUG, is_slug
from helpsite.pages.extensions import BOXES
from helpsite.pages.scan import BLOCK_LINE, written_lines
from helpsite.pages.source import DATA_FENCES, SourcePage

_SPAN = re.compile(r'<span lang="[a-z]{2}">|</span>')
_TAG = re.compile(r"<[a-zA-Z/!?][^>]*>?")
_ATTRIBUTES = re.compile(r"\{:?[^{}]*(?:[#.][\w-]|=)[^{}]*\}")
_ID_ALONE = re.compile(r"\{ *#[^\s{}]+ *\}$")
_OPTION = re.compile(r" *attrs: \{id: [\w-]+\}")


def check_page(page: SourcePage, problems: Problems) -> None:
    """Note everything that is wrong with ``page`` by itself."""
    if page.readable:
        check_headings(page, problems)
        check_html(page, problems)
        check_attributes(page, problems)
        check_closed(page, problems)
        check_boxes(page, problems)
        check_marks(page, problems)


def check_html(page: SourcePage, problems: Problems) -> None:
    """Of HTML only ``<span lang="…">`` may stand in a page: everything else has a block or a fence of its own."""
    tags = [(tag.target, tag.line) for tag in page.html]
    # Python-Markdown knows no \< and would draw the tag.
    tags += [(tag, piece.line) for piece in pieces(page.tokens, page.first_line) for tag in _TAG.findall(piece.text)]
    for tag, line in tags:
        if not _SPAN.fullmatch(tag):
            found = f'HTML "{shorten(tag, 40)}"'
            problems.add(page.path, line, found, 'Markdown, a block, or <span lang="…">…</span>')


def check_headings(page: SourcePage, problems: Problems) -> None:
    """Every heading has an id of its own, in lower-case ASCII, and the page starts with its only first-level one."""
    seen: dict[str, int] = {}
    for heading in page.headings:
        if not heading.anchor:
            found = f'the heading "{heading.title}" has no id'
            problems.add(page.path, heading.line, found, "an explicit id, as in ## Words { #words }")
        elif not is_slug(heading.anchor):
            problems.add(page.path, heading.line, f'the id "{heading.anchor}"', EXPECTED_SLUG)
        elif heading.anchor in seen:
            found = f'the id "{heading.anchor}" a second time (first in line {seen[heading.anchor]})'
            problems.add(page.path, heading.line, found, "each id once a page")
        seen.setdefault(heading.anchor, heading.line)
    if [heading.level for heading in page.headings[:1]] != [1] or sum(h.level == 1 for h in page.headings) != 1:
        problems.add(page.path, page.first_line, "not exactly one # heading at the head", "one # heading, first")


def check_attributes(page: SourcePage, problems: Problems) -> None:
    """Only headings have an attribute list: elsewhere it could change where a link leads."""
    headings = {heading.line for heading in page.headings}
    for piece in pieces(page.tokens, page.first_line):
        text = _ID_ALONE.sub("", piece.text) if piece.line in headings else piece.text
        match = None if _OPTION.fullmatch(text) or BLOCK_LINE.match(text) else _ATTRIBUTES.search(text)
        if match:
            found = f'an attribute list "{shorten(match.group(), 40)}"'
            problems.add(page.path, piece.line, found, "none; only headings have one, { #id }")


def check_closed(page: SourcePage, problems: Problems) -> None:
    """A fence ends with exactly the marks that it starts with: the two readers differ about all others."""
    lines = page.text.split("\n")
    for token in page.tokens:
        if token.type == "fence" and token.map:
            if token.info.strip() not in DATA_FENCES:
                found, expected = f'a fence "{shorten(token.info)}"', f"one of {', '.join(DATA_FENCES)}"
                problems.add(page.path, page.line(token), found, expected)
            opening, closing = lines[token.map[0]], lines[token.map[1] - 1]
            indent = opening[: len(opening) - len(opening.lstrip())]
            if closing.rstrip() != indent + token.markup or token.map[1] - token.map[0] < 2:
                found = f'a fence that no "{token.markup}" closes'
                problems.add(page.path, page.line(token), found, "the same marks on a line below, set in as far")


def check_boxes(page: SourcePage, problems: Problems) -> None:
    """A box is one of `BOXES`, has no option but an id, and ends."""
    opened: list[int] = []
    for piece in written_lines(page):
        match = BLOCK_LINE.match(piece.text)
        if match and match[1]:
            opened.append(piece.line)
            _check_box(match[1], piece.line, page, problems)
        elif match and opened:
            opened.pop()
        elif match:
            problems.add(page.path, piece.line, "a /// that ends no box", "/// and a word above it")
    for line in opened:
        problems.add(page.path, line, "a box without an end", "a line /// below it")


def _check_box(name: str, line: int, page: SourcePage, problems: Problems) -> None:
    if name not in BOXES:
        problems.add(page.path, line, f'a box "{name}"', f"one of {', '.join(BOXES)}")
    below = [*page.text.split("\n"), ""][line - page.first_line + 1]
    if below.startswith("    ") and not _OPTION.fullmatch(below):
        found = f'an option of a box "{shorten(below, 40)}"'
        problems.add(page.path, line + 1, found, "none but attrs: {id: words}")


def check_marks(page: SourcePage, problems: Problems) -> None:
    """Marks that would be published as they are written: of templates, of wordings, of links."""
    for piece in pieces(page.tokens, page.first_line):
        mark = stray_mark(piece.text)
        if mark:
            problems.add(page.path, piece.line, f'"{mark}" in a text', EXPECTED_MARKS)


def check_fences(page: SourcePage, names: Mapping[str, Collection[str]], problems: Problems) -> None:
    """Note every fence whose content names nothing. ``names`` is what may stand in each kind of fence."""
    seen: set[str] = set()
    for block in page.blocks:
        kind, _, value = block.value.partition(" ")
        if block.kind != "fence" or kind not in DATA_FENCES:
            continue
        known = names.get(kind, ())
        if value not in known:
            expected = f"one of {', '.join(sorted(known)[:12])}" + did_you_mean(value, known)
            problems.add(page.path, block.line, f'unknown {kind} "{value}"', expected)
        elif block.value in seen:
            problems.add(page.path, block.line, f'the {kind} "{value}" a second time', "once a page")
        seen.add(block.value)
