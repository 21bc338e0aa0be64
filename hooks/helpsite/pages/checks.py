"""What is wrong with a page by itself: its HTML, headings, fences and attribute lists."""

import re
from collections.abc import Collection, Mapping

from helpsite.ground.markdown_source import pieces
from helpsite.ground.problems import Problems, did_you_mean, shorten
from helpsite.ground.slugs import EXPECTED_SLUG, is_slug
from helpsite.pages.scan import BLOCK_LINE, BLOCK_OPTION, HEADING_ID
from helpsite.pages.source import DATA_FENCES, SourcePage

_SPAN = re.compile(r'<span lang="[a-z]{2}">|</span>')
_TAG = re.compile(r"<[a-zA-Z/!?][^>]*>?")
_ATTRIBUTES = re.compile(r"\{:?[^{}]*(?:[#.][\w-]|=)[^{}]*\}")


def check_page(page: SourcePage, problems: Problems) -> None:
    """Note everything that is wrong with ``page`` by itself."""
    if page.readable:
        check_headings(page, problems)
        check_html(page, problems)
        check_attributes(page, problems)
        check_closed(page, problems)


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
        text = HEADING_ID.sub("", piece.text) if piece.line in headings else piece.text
        match = None if BLOCK_OPTION.match(text) or BLOCK_LINE.match(text) else _ATTRIBUTES.search(text)
        if match:
            found = f'an attribute list "{shorten(match.group(), 40)}"'
            problems.add(page.path, piece.line, found, "none; only headings have one, { #id }")


def check_closed(page: SourcePage, problems: Problems) -> None:
    """A fence ends with exactly the marks that it starts with: the two readers differ about all others."""
    lines = page.text.split("\n")
    for token in page.tokens:
        if token.type == "fence" and token.map:
            if "{" in token.info:
                found, expected = f'a fence "{shorten(token.info)}"', "one word after the marks"
                problems.add(page.path, page.line(token), found, expected)
            opening, closing = lines[token.map[0]], lines[token.map[1] - 1]
            indent = opening[: len(opening) - len(opening.lstrip())]
            if closing.rstrip() != indent + token.markup or token.map[1] - token.map[0] < 2:
                found = f'a fence that no "{token.markup}" closes'
                problems.add(page.path, page.line(token), found, "the same marks on a line below, set in as far")


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
