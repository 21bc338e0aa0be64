"""The catalogue for machines: ``errors/index.json``, one file a language.

The shape is a promise to others. Adding a key keeps `VERSION`; taking one away or changing its sense raises it.
"""

import json
from collections.abc import Callable
from typing import Any

from helpsite.ground.locales import Locale
from helpsite.messages.catalogue import Catalogue, CatalogueEntry

VERSION = 1
INDEX = "errors/index.json"
"""Where the file stands below the language's root."""


def export_catalogue(catalogue: Catalogue, locale: Locale, address: Callable[[str], str]) -> str:
    """The file of ``locale`` as JSON text; ``address`` gives the absolute address of a page.

    Shape: ``version``, ``language`` and ``messages``, each with ``id``, ``area``, ``kind``, ``title``, ``wordings``
    (language to texts), ``summary``, ``firstStep``, ``address``, ``confidence`` and ``checked`` (YYYY-MM-DD).
    """
    rows = [_row(catalogue, entry, locale, address) for entry in catalogue.entries.values()]
    data = {"version": VERSION, "language": locale, "messages": rows}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _row(catalogue: Catalogue, entry: CatalogueEntry, locale: Locale, address: Callable[[str], str]) -> dict[str, Any]:
    message = entry.message
    return {
        "id": message.id,
        "area": entry.area,
        "kind": message.kind,
        "title": message.title[locale],
        "wordings": {language: [wording.text for wording in texts] for language, texts in message.wordings_for(locale)},
        "summary": message.meaning[locale],
        "firstStep": catalogue.resolve(message.remedies[0]).do[locale],
        "address": address(message.page),
        "confidence": message.confidence,
        "checked": message.checked.isoformat(),
    }
