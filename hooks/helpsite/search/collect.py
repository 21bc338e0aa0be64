"""What readers can find: every room's places as entries of the search. Knows all rooms, like `helpsite.load`."""

from collections.abc import Iterator

from helpsite.drawing import PageDrawing
from helpsite.ground.anchors import page_url
from helpsite.ground.interface import words_in
from helpsite.ground.locales import LOCALES, Locale
from helpsite.letters.render import letter_texts
from helpsite.messages.model import Message
from helpsite.pages.sections import sections
from helpsite.pages.source import SourcePage
from helpsite.procedures.texts import procedure_texts
from helpsite.search.entries import Entry, EntryWording
from helpsite.site import Site
from helpsite.terms import WORDS_PAGE


def entries(site: Site) -> list[Entry]:
    """Every place of the site in every language, in a fixed order."""
    return [entry for locale in LOCALES for entry in _entries(site, locale)]


def _entries(site: Site, locale: Locale) -> Iterator[Entry]:
    for message in site.catalogue:
        yield _message(site, message, locale)
    for page in site.pages[locale].values():
        yield from _sections(site, page)
        yield from _steps(site, page)
        yield from _letters(site, page)
    yield from _words(site, locale)


def _message(site: Site, message: Message, locale: Locale) -> Entry:
    shown = [(word, language) for language, words in message.wordings_for(locale) for word in words]
    return Entry(
        kind="message" if message.is_trouble else "screen",
        locale=locale,
        address=page_url(message.page),
        title=message.title[locale],
        wordings=tuple(EntryWording(word.text, language, word.by or "") for word, language in shown if not word.shared),
        phrases=(
            *message.symptoms.get(locale, ()),
            *(message.title[other] for other in LOCALES if other != locale),
            *(word.text for word, _ in shown if word.shared),
        ),
        text=message.sign[locale] if message.sign else "",
        answer=site.catalogue.resolve(message.remedies[0]).do[locale],
    )


def _sections(site: Site, page: SourcePage) -> Iterator[Entry]:
    words = words_in(site.words, page.locale)
    for section in sections(page):
        first = section.heading.level == 1
        title = page.front.title if first else f"{section.heading.title} – {page.front.title}"
        text = site.wordings.in_text(section.text, page.locale, words)
        address = page_url(page.name) + ("" if first else f"#{section.heading.anchor}")
        phrases = page.front.symptoms if first else ()
        yield Entry("section", page.locale, address, title, phrases=phrases, text=text)


def _steps(site: Site, page: SourcePage) -> Iterator[Entry]:
    drawing = PageDrawing(site, site.context(page.locale, page.name)).procedures(told=True)
    for name in page.fences("procedure"):
        for part in procedure_texts(drawing, name):
            address = f"{page_url(page.name)}#{part.anchor}"
            device = part.anchor.rpartition("-")[2]
            known = device if device in site.devices else ""
            yield Entry("steps", page.locale, address, part.title, text=part.text, device=known)


def _letters(site: Site, page: SourcePage) -> Iterator[Entry]:
    for name in site.letters if page.fences("letters") else ():
        title, *rest = letter_texts(site.letters, name, page.locale)
        yield Entry("section", page.locale, f"{page_url(page.name)}#letter-{name}", title, text=" ".join(rest))


def _words(site: Site, locale: Locale) -> Iterator[Entry]:
    for key, term in site.terms.items():
        yield Entry("word", locale, f"{page_url(WORDS_PAGE)}#{key}", term[locale].name, text=term[locale].text)
    for key, row in site.wordings.items():
        title = site.wordings.both_wordings(key, locale, words_in(site.words, locale))
        shown = tuple(EntryWording(text, language) for language, text in row.known(locale))
        yield Entry("word", locale, page_url(site.catalogue[row.message].page), title, wordings=shown)
