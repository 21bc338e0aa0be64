"""The interface words: one file a room in ``docs/data/ui/``, one row a word, every language in it."""

import re
from collections.abc import Mapping
from pathlib import Path

from helpsite.ground.locales import Locale, Localized
from helpsite.ground.problems import Problems, did_you_mean
from helpsite.ground.tables import Table, load_table

Words = Mapping[str, Table[Localized]]
"""Room (the file's name) to key to word."""
LocaleWords = Mapping[str, Mapping[str, str]]
"""The same in one language."""

OPEN_ROOM = "language"
"""The names of languages, of which there may be any."""

ROOMS = {
    "flow": """
        question{mark} outcome{mark} tone-done tone-contact tone-urgent or of on-to{mark} back-to{mark}
        joins{marks} mark-separator same{mark} worked still worked-well modes guided whole back restart
        your-answers change""",
    "letter": """
        choose private never example{example} tried asks more keep clear cleared keep-failed
        the-letter the-meaning subject subject-sent copy look copy-anyway copied copied-with-blanks paste
        attach hide bad-email bad-order bad-date bad-card bad-secret bad-foreign""",
    "message": """
        screen-says wording-unseen meaning sign genuine now cost for causes avoid where all-wordings
        other-languages variant-older variant-broken related evidence{grade} verbatim paraphrased inferred
        public-copy copy copied topic{page} urgency-soon urgency-now areas browser labels without-script codes
        codes-intro by-wording by-wording-intro code""",
    "moved": """
        page""",
    "offline": """
        offline missing keeps stopped stop start""",
    "print": """
        address checked printed code to-page{to} to-address{to} tried said case-number
        procedure letter chart way all-devices sheet{text} sheets{text}{n}""",
    "procedure": """
        before see if-not same-as{part} part-title{part}{title} stop step-of{n}{total} mark{n} choose
        done-step{n} progress{done}{total} clear copy{n}""",
    "screen": """
        caption{title} honest heading text field button link code slider popup handle track-end boxes{n}
        mark{n} colon comma stop open close about-open about-close""",
    "search": """
        label placeholder hint close results loading count-one count{n} first-result{title} kind-message
        kind-screen kind-steps kind-section kind-word answer similar nothing choose
        chart describe all-messages failed lost retry""",
    "site": """
        name unofficial unofficial-long home menu menu-close navigation skip contents you-are-here
        scheme scheme-auto scheme-light scheme-dark checked-long-ago
        report checked confidence confidence-high confidence-medium confidence-low sources source-seen
        source-official source-vendor source-authority source-press source-article source-report
        source-directory source-code related terms terms-more link-official link-external share copy-link
        copy-section copied copy-failed print top not-found-title not-found-text all-messages contact about
        changes safety""",
    "ways": """
        title letter""",
    "wording": """
        open close also-open also-close copied""",
}
"""The words that templates and scripts use, by room, each with the places that it must have once."""

_PLACE = re.compile(r"\{[a-z]+\}")


def load_words(folder: Path, problems: Problems) -> Words:
    """Room (the file's name) to key to word. Words that are missing, unknown or lack a place are noted."""
    words = {room: load_table(folder / f"{room}.yml", Localized, problems) for room in (*ROOMS, OPEN_ROOM)}
    for room, expected in ROOMS.items():
        _check_room(words[room], expected.split(), problems)
    for path in sorted(folder.glob("*")):
        if path.name not in {f"{room}.yml" for room in words}:
            problems.add(path, 1, "a file that nothing uses", f"one of {', '.join(sorted(words))}, with .yml")
    return words


def _check_room(words: Table[Localized], known: list[str], problems: Problems) -> None:
    places = {word.partition("{")[0]: _PLACE.findall(word) for word in known}
    for key in places:
        if key not in words.known:
            problems.add(words.path, 1, f'no word "{key}"', "every word that the site uses")
    for key in words.known:
        if key not in places:
            expected = "only words that the site uses" + did_you_mean(key, places)
            problems.add(words.path, words.line(key), f'the word "{key}", which nothing uses', expected)
    for key in words.keys() & places.keys():
        for locale, text in words[key].items():
            if sorted(_PLACE.findall(text)) != sorted(places[key]):
                expected = " and ".join(places[key]) + " once" if places[key] else "no {…}"
                problems.add(words.path, words.line(key, locale), f'"{text}"', expected)


def words_in(words: Words, locale: Locale) -> dict[str, dict[str, str]]:
    """The words of one language."""
    return {room: {key: word[locale] for key, word in rows.items()} for room, rows in words.items()}
