"""Slim scripts mean the same."""

from __future__ import annotations

from helpsite.publishing.slim import slim

SCRIPT = """// What it does.

/** A comment
 *  of several lines. */
export function f(a) {
  // why
  const text = "// no comment /* at all */";

  return a / 2 / 3; // stays
}
"""


def test_comments_and_indentation_go() -> None:
    assert slim(SCRIPT) == (
        'export function f(a) {\nconst text = "// no comment /* at all */";\nreturn a / 2 / 3; // stays\n}\n'
    )


def test_a_text_of_several_lines_is_left_alone() -> None:
    script = "const text = `a\n   // b\n`;\n  f();\n"
    assert slim(script) == script
