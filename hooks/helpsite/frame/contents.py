"""What is on a page: its headings, for the list beside it."""

from dataclasses import dataclass, field

from lxml import html


@dataclass(frozen=True)
class ContentsItem:
    """A heading of the second or third level; ``title`` has its places for line breaks."""

    title: str
    href: str
    children: list["ContentsItem"] = field(default_factory=list)


def contents(text: str) -> list[ContentsItem]:
    """The headings of ``text``, which is a page's HTML, those of the third level below their second."""
    found: list[ContentsItem] = []
    for element in html.fragment_fromstring(text, create_parent=True).xpath(".//h2[@id] | .//h3[@id]"):
        heading = ContentsItem(" ".join(element.text_content().split()), f"#{_anchor(element)}")
        if element.tag == "h3" and found:
            found[-1].children.append(heading)
        else:
            found.append(heading)
    return found


def _anchor(heading: html.HtmlElement) -> str:
    """A procedure is named by its section, not by its heading."""
    parent = heading.getparent()
    return str(parent.get("id") if parent is not None and parent.get("class") == "procedure" else heading.get("id"))
