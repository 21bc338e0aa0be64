"""Where the facts come from (``docs/data/sources.yml``) and which hosts the site may link to (``hosts.yml``)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict

from helpsite.ground.dates import PastDate
from helpsite.ground.locales import Localized
from helpsite.ground.problems import Problems, did_you_mean
from helpsite.ground.yamlfile import check, load_yaml

Confidence = Literal["high", "medium", "low"]


class Source(BaseModel):
    """One document that a page or a message cites."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: str
    kind: Literal["official", "vendor", "article", "report", "code", "directory"]
    confidence: Confidence
    name: Localized
    seen: PastDate


class Hosts(BaseModel):
    """The hosts that links may lead to. A host stands for its subdomains as well."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    official: tuple[str, ...]
    other: tuple[str, ...] = ()

    def is_official(self, host: str) -> bool:
        """Whether ``host`` belongs to AliExpress or the Alibaba Group."""
        return any(_within(host, known) for known in self.official)

    def is_known(self, host: str) -> bool:
        """Whether a link to ``host`` may stand on the site."""
        return self.is_official(host) or any(_within(host, known) for known in self.other)


def _within(host: str, known: str) -> bool:
    return host == known or host.endswith("." + known)


def host_of(url: str) -> str:
    """The host of an absolute address, in lower case; empty where there is none."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def load_sources(path: Path, problems: Problems) -> Mapping[str, Source]:
    """Key to source; empty, with problems noted, where the file is wrong."""
    document = load_yaml(path, problems)
    sources: dict[str, Source] = (document and check(dict[str, Source], document, problems)) or {}
    for key, source in sources.items():
        if document and not host_of(source.url):
            problems.add(path, document.line((key, "url")), f'"{source.url}" is no address', "https://…")
    return sources


def load_hosts(path: Path, sources: Mapping[str, Source], problems: Problems) -> Hosts:
    """The known hosts: those of the file and those of every source."""
    document = load_yaml(path, problems)
    hosts = (document and check(Hosts, document, problems)) or Hosts(official=())
    cited = sorted({host_of(source.url) for source in sources.values()})
    return Hosts(official=hosts.official, other=(*hosts.other, *cited))


def host_fault(url: str, hosts: Hosts) -> tuple[str, str] | None:
    """Why a page may not link to ``url``, as (found, wanted); ``None`` when it may."""
    if url.startswith("mailto:"):
        return None
    host = host_of(url)
    if hosts.is_known(host):
        return None
    near = did_you_mean(host, (*hosts.official, *hosts.other))
    return f'a link to the unknown host "{host}"', f"a host of docs/data/hosts.yml or of a source{near}"
