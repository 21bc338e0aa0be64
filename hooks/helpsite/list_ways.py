"""``python -m helpsite.list_ways``: the way on of every trouble and outcome, and everything that is wrong with them."""

import sys

from helpsite.ground.paths import ROOT
from helpsite.ground.problems import Problems
from helpsite.load import load_site
from helpsite.ways import check_ways, ways_of


def main() -> int:
    """Print the ways; 1 where one is wrong."""
    problems = Problems(ROOT)
    site = load_site(ROOT / "docs", ROOT / "mkdocs.yml", Problems(ROOT))
    ways = ways_of(site)
    for node in ways.starts:
        print(" → ".join(ways.way(node)))
    for flow in site.flows.values():
        print(f"{flow.name}: longest way {flow.longest} answers")
    check_ways(ways, problems)
    print(*problems, sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
