"""Tables: YAML mappings from a key to a row, checked row by row so that one mistake hides no other."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from helpsite.ground.problems import Problems, did_you_mean, shorten
from helpsite.ground.slugs import EXPECTED_SLUG, is_slug
from helpsite.ground.validation import check
from helpsite.ground.yamlfile import Document, Loc, load_yaml

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Anything(Collection[str]):
    """The names of a file that cannot be read: every name may be among them, so none is unknown."""

    def __contains__(self, name: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


@dataclass(frozen=True, eq=False)
class Rows(Mapping[str, T_co], Generic[T_co]):
    """Valid things by name. ``known`` has the names of faulty ones, too, so that naming one is no second mistake."""

    rows: Mapping[str, T_co] = field(default_factory=dict)
    known: Collection[str] = ()

    @property
    def is_whole(self) -> bool:
        """Whether no row was left out because of a mistake."""
        return not isinstance(self.known, Anything) and len(self.known) == len(self.rows)

    def __getitem__(self, key: str) -> T_co:
        return self.rows[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True, eq=False)
class Table(Rows[T_co]):
    """The rows of a table in the file's order, with their lines."""

    document: Document = field(kw_only=True)
    at: Loc = ()

    @property
    def path(self) -> Path:
        """The file of the table."""
        return self.document.path

    def line(self, key: str, *loc: str | int) -> int:
        """The line of the row ``key``, or of the value at ``loc`` in it."""
        return self.document.line((*self.at, key, *loc))

    def fault(self, key: str, kind: str) -> tuple[str, str] | None:
        """Why there is no ``kind`` (such as "source") called ``key``, as (found, expected); ``None`` when there is."""
        if key in self.known:
            return None
        file = self.path.as_posix().rpartition("/data/")[2] if "data" in self.path.parts else self.path.name
        return f'unknown {kind} "{shorten(key)}"', f"a key of docs/data/{file}{did_you_mean(key, self.known)}"

    def check_key(self, key: str, kind: str, document: Document, loc: Loc, problems: Problems) -> None:
        """Note the `fault` of ``key``, which is written at ``loc`` of ``document``."""
        fault = self.fault(key, kind)
        if fault is not None:
            problems.add(document.path, document.line(loc), *fault)


def load_table(path: Path, row: type[T], problems: Problems) -> Table[T]:
    """The table in the file at ``path``, whose rows have the shape ``row``; everything wrong is noted."""
    document = load_yaml(path, problems)
    if document is None:
        return Table(known=Anything(), document=Document(path, None, None))
    return read_table(document, row, problems)


def data_files(folder: Path, problems: Problems) -> list[Path]:
    """The YAML files of ``folder``, each of which holds one thing of its name; a file of another kind is noted."""
    for path in sorted(folder.glob("[!.]*")):
        if path.suffix != ".yml":
            problems.add(path, 1, "a file that nothing reads", "a name that ends in .yml")
        elif not is_slug(path.stem):
            problems.add(path, 1, f'the name "{shorten(path.stem)}"', EXPECTED_SLUG)
    return sorted(folder.glob("[!.]*.yml"))


def read_table(document: Document, row: type[T], problems: Problems, at: Loc = ()) -> Table[T]:
    """The table at the place ``at`` of a file that has more than one."""
    keys = check(dict[str, object], document, problems, at)
    if keys is None:
        return Table(known=Anything(), document=document, at=at)
    rows: dict[str, T] = {}
    for key in keys:
        if not is_slug(key):
            problems.add(document.path, document.line((*at, key)), f'the key "{shorten(key)}"', EXPECTED_SLUG)
        checked = check(row, document, problems, (*at, key))
        if checked is not None:
            rows[key] = checked
    return Table(rows, tuple(keys), document=document, at=at)
