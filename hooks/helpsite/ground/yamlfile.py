"""YAML that writers edit: texts stay texts, a key stands once, and every value knows its line."""

import errno
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from helpsite.ground.problems import Problems, shorten

LARGEST = 1_000_000
"""The most bytes that a text file may have."""

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "null", "map", "seq", "merge")}

Loc = tuple[str | int, ...]


class _TextLoader(yaml.CSafeLoader):
    """Booleans, dates and numbers stay as they are written: ``yes:`` is a key, not ``True``."""


_TextLoader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag in ("tag:yaml.org,2002:null", "tag:yaml.org,2002:merge")]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True)
class Env:
    """MkDocs' ``!ENV [NAME, default]``, which only mkdocs.yml holds."""

    names: tuple[str, ...]


def _env(loader: yaml.CSafeLoader, node: yaml.Node) -> Env:
    return Env(tuple(loader.construct_sequence(node)))  # type: ignore[arg-type]


_TextLoader.add_constructor("!ENV", _env)


@dataclass(frozen=True)
class Document:
    """A YAML file as plain data (all scalars are texts) beside the nodes that know the lines."""

    path: Path
    data: Any
    node: yaml.Node | None
    first_line: int = 1

    def line(self, loc: Loc = ()) -> int:
        """The line (1-based) of the value at ``loc``, or of the nearest thing around it that exists."""
        node, line = self.node, self.first_line
        if node is not None:
            line = node.start_mark.line + self.first_line
        for part in loc:
            key, node = _child(node, part)
            if node is None:
                break
            line = (key or node).start_mark.line + self.first_line
        return line


def _child(node: yaml.Node | None, part: str | int) -> tuple[yaml.Node | None, yaml.Node | None]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return key, value
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return None, node.value[part]
    return None, None


def load_yaml(path: Path, problems: Problems) -> Document | None:
    """Read the YAML file at ``path``; a file that cannot be read is a problem and gives ``None``."""
    text = read_text(path, problems)
    return None if text is None else parse_yaml(text, path, problems)


def read_text(path: Path, problems: Problems) -> str | None:
    """The file's text (UTF-8); ``None`` and a problem where it is missing or not UTF-8."""
    try:
        return _clean(_read(path).decode("utf-8"), path, problems)
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        problems.add(path, line, "a byte that is not UTF-8", "a file in UTF-8")
    except OSError as error:
        problems.add(path, 1, f"the file cannot be read ({error.strerror})", "a file that can be read")
    return None


def _read(path: Path) -> bytes:
    """The bytes of a plain file of reasonable size; a pipe would be read for ever."""
    status = path.stat()
    if stat.S_ISREG(status.st_mode) and status.st_size > LARGEST:
        raise OSError(errno.EFBIG, f"more than {LARGEST:,} bytes")
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "no plain file")
    return path.read_bytes()


def _clean(text: str, path: Path, problems: Problems) -> str | None:
    """``text`` without the mark that some programs put first; ``None`` where it holds what nobody can see."""
    if text.startswith("\ufeff"):
        problems.add(path, 1, "a byte order mark", "a file in UTF-8 without it")
    odd = _UNSEEN.search(text)
    if odd is None:
        return text.removeprefix("\ufeff")
    line = text[: odd.start()].count("\n") + 1
    problems.add(path, line, f"the control character U+{ord(odd.group()):04X}", "text without it")
    return None


def parse_yaml(text: str, path: Path, problems: Problems, first_line: int = 1) -> Document | None:
    """Parse ``text``, which starts at ``first_line`` of ``path``. Problems give ``None``."""
    loader = None
    try:
        loader = _TextLoader(text)
        node = loader.get_single_node()
        if node is None:
            return Document(path, None, None, first_line)
        if _refuse(node, path, problems, first_line, set()):
            return None
        return Document(path, loader.construct_document(node), node, first_line)
    except yaml.YAMLError as error:
        line, what = _yaml_error(error)
        problems.add(path, line + first_line, f"not YAML: {what}", "YAML as in the other files")
    except (RecursionError, ValueError, TypeError) as error:
        problems.add(path, first_line, f"not YAML: {shorten(str(error))}", "YAML as in the other files")
    finally:
        if loader is not None:
            loader.dispose()
    return None


def _yaml_error(error: yaml.YAMLError) -> tuple[int, str]:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        return error.problem_mark.line, shorten(error.problem or "unreadable")
    return 0, shorten(str(error))


def _refuse(node: yaml.Node, path: Path, problems: Problems, first_line: int, seen_nodes: set[int]) -> bool:
    """Note keys that stand twice and aliases, which hide what a value is; whether there were any."""
    if id(node) in seen_nodes:
        problems.add(path, node.start_mark.line + first_line, "a YAML alias (*name)", "the value written out")
        return True
    bad = _refuse_value(node, path, problems, first_line)
    seen_nodes.add(id(node))
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            bad |= _refuse_key(key, seen, path, problems, first_line)
            bad |= _refuse(value, path, problems, first_line, seen_nodes)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            bad |= _refuse(value, path, problems, first_line, seen_nodes)
    return bad


def _refuse_value(node: yaml.Node, path: Path, problems: Problems, first_line: int) -> bool:
    """Note a tag, which gives a value a type of its own, and characters that nobody can see."""
    line = node.start_mark.line + first_line
    if node.tag not in _TAGS and not (node.tag == "!ENV" and path.name == "mkdocs.yml"):
        problems.add(path, line, f'the tag "{shorten(node.tag)}"', "the value without a tag")
        return True
    if isinstance(node, yaml.ScalarNode) and (odd := _UNSEEN.search(node.value)):
        problems.add(path, line, f"the control character U+{ord(odd.group()):04X}", "text without it")
        return True
    return False


def _refuse_key(key: yaml.Node, seen: dict[str, int], path: Path, problems: Problems, first_line: int) -> bool:
    line = key.start_mark.line + first_line
    if not isinstance(key, yaml.ScalarNode):
        problems.add(path, line, "a key that is no word", "a plain word as key")
        return True
    if key.value in seen:
        found = f'the key "{shorten(key.value)}" a second time (first in line {seen[key.value]})'
        problems.add(path, line, found, "each key once")
        return True
    seen[key.value] = line
    return False
