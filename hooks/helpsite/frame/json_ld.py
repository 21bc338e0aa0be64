"""What a page says of itself to machines, as JSON-LD."""

from collections.abc import Mapping, Sequence
from typing import Any

from helpsite.ground.addresses import language_root
from helpsite.ground.locales import Locale


def structured_page(
    meta: Mapping[str, Any], locale: Locale, site_name: str, site_url: str, trail: Sequence[tuple[str, str]]
) -> dict[str, Any]:
    """A page as ``WebPage`` (https://schema.org/WebPage).

    ``meta`` is its front matter; ``trail`` the titles and absolute addresses from the home page to the page itself.
    """
    return {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": meta["title"],
        "description": meta["description"],
        "url": trail[-1][1],
        "inLanguage": locale,
        "dateModified": str(meta["checked"]),
        "isPartOf": {"@type": "WebSite", "name": site_name, "url": language_root(site_url, locale)},
        "breadcrumb": _breadcrumb(trail),
    }


def _breadcrumb(trail: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """https://schema.org/BreadcrumbList"""
    items = [
        {"@type": "ListItem", "position": number, "name": title, "item": address}
        for number, (title, address) in enumerate(trail, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
