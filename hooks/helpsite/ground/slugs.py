"""Names that stand in addresses, ids and keys."""

import re
from typing import Annotated

from pydantic import AfterValidator

EXPECTED_SLUG = "lower-case ASCII words joined by single hyphens, as in reset-password"
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
EXPECTED_PAGE = "lower-case ASCII words and .md, as in errors/index.md"
_PAGE = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)*\.md", re.ASCII)


def is_slug(text: str) -> bool:
    """Whether ``text`` can be an id, a key and a part of an address: ``reset-password``."""
    return _SLUG.fullmatch(text) is not None


def is_page_path(text: str) -> bool:
    """Whether ``text`` can be the path of a page within its language: ``errors/index.md``."""
    return _PAGE.fullmatch(text) is not None


def _slug(text: str) -> str:
    if not is_slug(text):
        raise ValueError(f'"{text}" is no id; {EXPECTED_SLUG}')
    return text


Slug = Annotated[str, AfterValidator(_slug)]
"""A text for which `is_slug` holds."""
