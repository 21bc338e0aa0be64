"""Where the facts come from (``docs/data/sources.yml``) and which hosts the site may link to (``hosts.yml``)."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator

from helpsite.ground.dates import PastDate
from helpsite.ground.locales import Localized
from helpsite.ground.problems import Problems, did_you_mean
from helpsite.ground.tables import Table
from helpsite.ground.validation import DataModel, check
from helpsite.ground.yamlfile import Document, Loc, load_yaml

PUBLIC_COPY = "public-copy"
"""The source of words that were read in a public copy without a stable address."""
Confidence = Literal["high", "medium", "low"]
SourceKind = Literal["official", "vendor", "authority", "press", "article", "report", "directory", "code"]
"""Who says so: AliExpress and its group, makers and service companies, public bodies, press, guides, users, lists,
or a program that somebody published."""


_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+", re.ASCII)
_AMBIGUOUS = re.compile(r"[\\\x00-\x20]|^[a-z]+://[^/]*@", re.IGNORECASE)


def _address(value: str) -> str:
    if not value.startswith(("https://", "http://")) or not host_of(value):
        raise ValueError(f'"{value}" is no address; https://…')
    return value


class Source(DataModel):
    """One document that a page or a message cites."""

    url: Annotated[str, AfterValidator(_address)]
    """Where it can be read."""
    kind: SourceKind
    """Who says so."""
    name: Localized
    """What it is called in the list of sources."""
    seen: PastDate
    """The day on which it was last read."""


def _host(value: str) -> str:
    if not _HOST.fullmatch(value):
        raise ValueError(f'"{value}" is no host; a name as in help.example')
    return value


Host = Annotated[str, AfterValidator(_host)]


class HostsFile(DataModel):
    """The hosts that links may lead to; those of sources are known by themselves."""

    official: tuple[Host, ...]
    """Hosts of AliExpress or the Alibaba Group; links to them are marked as official."""
    other: tuple[Host, ...] = ()
    """Other hosts that links may lead to."""


@dataclass(frozen=True)
class Hosts:
    """The hosts that links may lead to. A host stands for its subdomains as well.

    Where the files that name them have mistakes (``whole`` is false), every host is known: the links are not wrong.
    """

    official: Collection[str]
    other: Collection[str]
    whole: bool = True

    def is_official(self, host: str) -> bool:
        """Whether ``host`` belongs to AliExpress or the Alibaba Group."""
        return any(_within(host, known) for known in self.official)

    def is_known(self, host: str) -> bool:
        """Whether a link to ``host`` may stand on the site."""
        return not self.whole or self.is_official(host) or any(_within(host, known) for known in self.other)


def _within(host: str, known: str) -> bool:
    return host == known or host.endswith("." + known)


def host_of(url: str) -> str:
    """The host of an absolute address, in lower case; empty where there is none, or where browsers see another one."""
    if _AMBIGUOUS.search(url.split("#", 1)[0].split("?", 1)[0]):
        return ""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def check_source(key: str, sources: Table[Source], document: Document, loc: Loc, problems: Problems) -> None:
    """Note a ``key``, written at ``loc`` of ``document``, that is neither one of ``sources`` nor `PUBLIC_COPY`."""
    if key != PUBLIC_COPY:
        sources.check_key(key, "source", document, loc, problems)


def load_hosts(path: Path, sources: Table[Source], problems: Problems) -> Hosts:
    """The known hosts: those of the file and those of every source."""
    document = load_yaml(path, problems)
    hosts = None if document is None else check(HostsFile, document, problems)
    if hosts is None:
        return Hosts((), (), whole=False)
    cited = sorted({host_of(source.url) for source in sources.values()})
    return Hosts(hosts.official, (*hosts.other, *cited), whole=sources.is_whole)


def host_fault(url: str, hosts: Hosts) -> tuple[str, str] | None:
    """Why a page may not link to ``url``, as (found, expected); ``None`` when it may."""
    if url.startswith("mailto:"):
        return None
    host = host_of(url)
    if hosts.is_known(host):
        return None
    near = did_you_mean(host, (*hosts.official, *hosts.other))
    return f'a link to the unknown host "{host}"', f"a host of docs/data/hosts.yml or of a source{near}"
