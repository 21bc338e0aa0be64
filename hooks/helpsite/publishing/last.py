"""The last build's files that are named by their content, for readers whose page is from before."""

import shutil
from pathlib import Path

from helpsite.publishing.fingerprints import is_named

LIST = "_last"
"""The file that names what was kept, so that the next build does not keep it once more."""


def keep_last(last: Path, new: Path) -> None:
    """Copy the named files that only the site in ``last`` has to ``new``, but not what was kept there already."""
    kept_before = (last / LIST).read_text(encoding="utf-8").splitlines() if (last / LIST).is_file() else []
    files = (file.relative_to(last).as_posix() for file in sorted(last.rglob("*")) if file.is_file())
    named = [path for path in files if is_named(path) and not path.startswith(".")]  # `new` may lie in `last`
    kept = [path for path in named if path not in kept_before and not (new / path).exists()]
    for path in kept:
        (new / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(last / path, new / path)
    (new / LIST).write_text("".join(f"{path}\n" for path in kept), encoding="utf-8")
