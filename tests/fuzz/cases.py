"""One case of the fuzzer: spoil a copy of the content, load it, draw it, and judge what came of it."""

from __future__ import annotations

import re
import signal
import tempfile
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from lxml import etree
from markdown import Markdown
from tests.fuzz.mutations import BYTES, FILES, LINES, MARKDOWN, YAML, Mutation
from tests.small_site import FIXTURE, ROOT, lay_out_content, lay_out_wiring
from tests.small_site import build as publish

from helpsite.drawing import PageDrawing
from helpsite.ground.locales import LOCALES
from helpsite.ground.problems import ContentError, Problems
from helpsite.load import load_site
from helpsite.publishing.drawn import faults, source_place
from helpsite.site import Site

WORK, PATIENCE = 30, 600
"""Seconds that a case may compute, and that it may take: somebody who waits for a pipe computes nothing."""
FEW = 6
"""So many pages of the real site are drawn."""
ADDRESS = "https://help.example/"
FAULTY = ("traceback", "hang", "no line", "changed mark-up")
"""Verdicts that must not be."""
KEEPS = ("a value is hostile", "words are hostile")
"""Mutations after which pages must have the same elements and attributes."""


@dataclass(frozen=True)
class Verdict:
    """What came of a case: loaded, built, refused with a line of the spoilt file, elsewhere, or one of `FAULTY`.

    What only publishing refuses is refused late.
    """

    kind: str
    said: str = ""


@dataclass(frozen=True)
class Case:
    """A mutation of the file at ``name`` below the project, chosen by ``number``.

    With the ``real`` content or the fixture site's, which is ``built`` where it can still be loaded.
    """

    number: int
    name: str
    how: str
    real: bool
    built: bool

    def __str__(self) -> str:
        return f"{self.number} {'real' if self.real else 'fixture'} {self.name}: {self.how}"


class TooLongError(Exception):
    """A case took too long."""


def groups(name: str) -> list[dict[str, Mutation]]:
    """The mutations that fit the file called ``name``; likely mistakes are in it more often than broken files."""
    if name.endswith(".md"):
        front = {f"in front matter, {how}": mutation for how, mutation in YAML.items()}
        return [LINES, MARKDOWN, MARKDOWN, front, BYTES | FILES]
    return [LINES, LINES, YAML, YAML, BYTES | FILES]


def files(project: Path) -> list[str]:
    """Every file that writers write."""
    found = [path for path in (project / "docs").rglob("*") if path.suffix in (".md", ".yml") and path.is_file()]
    return sorted(path.relative_to(project).as_posix() for path in (project / "mkdocs.yml", *found))


def choose(number: int, names: list[str], *, real: bool, built: bool) -> Case:
    """The case that belongs to ``number``."""
    random = Random(number)
    name = random.choice(names)
    return Case(number, name, random.choice(list(random.choice(groups(name)))), real, built)


def spoil(case: Case, project: Path) -> None:
    """Change the case's file."""
    known = {how: mutation for group in groups(case.name) for how, mutation in group.items()}
    known[case.how](Random(-case.number), project / case.name)


@contextmanager
def patience() -> Iterator[None]:
    """Raise `TooLongError` after too much of either."""

    def give_up(*_: object) -> None:
        raise TooLongError

    limits = {signal.ITIMER_PROF: (signal.SIGPROF, WORK), signal.ITIMER_REAL: (signal.SIGALRM, PATIENCE)}
    for timer, (name, seconds) in limits.items():
        signal.signal(name, give_up)
        signal.setitimer(timer, seconds)
    try:
        yield
    finally:
        for timer in limits:
            signal.setitimer(timer, 0)


def run(case: Case, sound: Mapping[str, list[str]]) -> Verdict:
    """Spoil a copy and judge it. ``sound`` is the `outline` of the unspoilt pages."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        lay_out_content(project, ROOT if case.real else FIXTURE)
        spoil(case, project)
        try:
            with patience():
                verdict = judge(case, project, sound)
            return build(project) if verdict.kind == "loaded" and case.built else verdict
        except TooLongError:
            return Verdict("hang", traceback.format_exc(-3))
        except Exception:
            return Verdict("traceback", traceback.format_exc())


def judge(case: Case, project: Path, sound: Mapping[str, list[str]]) -> Verdict:
    """Load the project and draw its pages."""
    problems = Problems(project)
    try:
        site = load_site(project / "docs", project / "mkdocs.yml", problems)
    except ContentError:
        return refused(case, problems)
    if problems:
        return refused(case, problems)
    pages = drawn(site, case)
    for page, html in pages.items():
        for what, words in faults(html, site.hosts, ADDRESS):
            told = source_place(project / "docs", page.removesuffix(".md") + "/index.html", words)
            return Verdict("refused late" if told.startswith(f"{case.name}:") else "elsewhere", f"{told}: {what}")
    if case.how in KEEPS:
        for page, html in pages.items():
            if page in sound and outline(html) != sound[page]:
                return Verdict("changed mark-up", page)
    return Verdict("loaded")


def build(project: Path) -> Verdict:
    """Publish the fixture site as `make build` does."""
    lay_out_wiring(project)
    done = publish(project, project / "site", ADDRESS)
    if done.returncode == 0:
        return Verdict("built")
    kind = "traceback" if re.search(r"Traceback|^MkDocs failed:|^A bug", done.stderr, re.MULTILINE) else "refused late"
    return Verdict(kind, done.stderr[-2000:])


def refused(case: Case, problems: Problems) -> Verdict:
    """What a writer is told: each problem has a line, and one of them, or a place that it names, is in the file."""
    told = [str(problem) for problem in problems]
    if not all(problem.line >= 1 for problem in problems):
        return Verdict("no line", told[0])
    named = any(f"{case.name}:" in row or ("gone" in case.how and case.name in row) for row in told)
    return Verdict("refused" if named else "elsewhere", f"({len(told)}) {told[0]}")


def drawn(site: Site, case: Case | None = None) -> dict[str, str]:
    """The text of every page as it is drawn; of the real site the case's page, or a few where it is no page."""
    names = [(locale, name) for locale in LOCALES for name in [*site.pages[locale], *_generated(site)]]
    if case is not None and case.real:
        here = [(locale, name) for locale, name in names if case.name == f"docs/{locale}/{name}"]
        names = here or Random(case.number).sample(names, FEW)
    return {f"{locale}/{name}": draw(site, locale, name) for locale, name in names}


def _generated(site: Site) -> list[str]:
    return [message.page for message in site.catalogue]


def draw(site: Site, locale: str, name: str) -> str:
    """The text of a page as MkDocs would have it drawn."""
    drawing = PageDrawing(site, site.context(locale, name))
    markdown = Markdown(extensions=drawing.extensions(), extension_configs=drawing.options())
    return drawing.html(markdown.convert(site.text(locale, name)))


def outline(html: str) -> list[str]:
    """The elements of ``html`` with the names of their attributes, but for marks of language and of what links say."""
    tree = etree.HTML(html or "<p></p>")
    return [
        " ".join([str(element.tag), *sorted({*map(str, element.attrib)} - {"data-leads", "data-leads-alone"})])
        for element in tree.iter(etree.Element)
        if not (element.tag == "span" and list(element.attrib) == ["lang"])
    ]
