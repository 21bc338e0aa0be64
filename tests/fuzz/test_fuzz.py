"""A few cases of `make fuzz` with a fixed seed; the nightly workflow takes more of them and a new one."""

from __future__ import annotations

from tests.fuzz.__main__ import cases
from tests.fuzz.cases import FAULTY


def test_no_spoilt_file_gives_a_traceback_a_hang_or_a_faulty_page() -> None:
    found = [(str(case), verdict) for case, verdict in cases(seed=0, count=30, quick=True)]
    assert [row for row in found if row[1].kind in FAULTY] == []
    assert sum(verdict.kind == "refused" for _, verdict in found) >= 15
