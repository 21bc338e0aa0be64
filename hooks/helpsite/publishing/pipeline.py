"""From what MkDocs has built to what is published. Every step works on the built folder and knows no MkDocs."""

from pathlib import Path

from helpsite.citations import Source, load_hosts
from helpsite.ground.interface import load_words
from helpsite.ground.problems import Problems
from helpsite.ground.tables import load_table
from helpsite.publishing.built import Built, read_built
from helpsite.publishing.codes import write_codes
from helpsite.publishing.compress import compress
from helpsite.publishing.drawn import check_drawn
from helpsite.publishing.fingerprints import fingerprint
from helpsite.publishing.hosts import write_host_files
from helpsite.publishing.offline import leave_out, write_worker
from helpsite.publishing.policy import state_policies
from helpsite.publishing.redirects import apply_redirects, check_redirects, load_redirects
from helpsite.publishing.scripts import pack_scripts, preload_imports
from helpsite.publishing.styles import bundle_styles

UNNEEDED = ("sitemap.xml.gz", "partials/**/*", "components/**/*", "**/*.map")
"""MkDocs copies what lies in a theme's folders; the packed sitemap holds the time of the build."""


def finish(folder: Path, data: Path, contact: str = "", offline: bool = True) -> None:
    """Make the site that MkDocs built in ``folder`` ready for any host; ``data`` is docs/data.

    ``contact`` is where to report a hole, for security.txt; ``offline`` keeps pages for times without a network.
    Raises `helpsite.ground.problems.ContentError` for mistakes in the table of redirects and
    `helpsite.publishing.built.PublishingError` for everything else.
    """
    _remove_unneeded(folder)
    site = read_built(folder)
    hosts = load_hosts(data / "hosts.yml", load_table(data / "sources.yml", Source, Problems()), Problems())
    check_drawn(site, data.parent, hosts)
    moved = _redirect(site, data)
    if not offline:
        leave_out(site)
    bundle_styles(site)
    pack_scripts(site)
    fingerprint(site)
    preload_imports(site)
    state_policies(site)
    site.save()
    write_codes(site)
    write_worker(site, offline)
    write_host_files(site, moved, contact)
    compress(folder)


def _remove_unneeded(folder: Path) -> None:
    for pattern in UNNEEDED:
        for file in folder.glob(pattern):
            if file.is_file():
                file.unlink()


def _redirect(site: Built, data: Path) -> list[tuple[str, str]]:
    problems = Problems(data.resolve().parents[1])
    table = data / "redirects.yml"
    rows = load_redirects(table, problems)
    check_redirects(rows, site, table, problems)
    words = load_words(data / "ui", problems)
    problems.raise_if_any()
    return apply_redirects(rows, site, words)
