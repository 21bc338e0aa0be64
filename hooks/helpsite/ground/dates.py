"""Days on which something was checked or read: never in the future."""

import datetime as dt
import re
from typing import Annotated

from babel import Locale as Cldr
from babel.dates import format_date
from pydantic import AfterValidator, BeforeValidator

from helpsite.ground.languages import LANGUAGES
from helpsite.ground.locales import Locale

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def _day(value: object) -> object:
    if isinstance(value, str) and not _DAY.fullmatch(value):  # pydantic would take 1, 20261124 and times as well
        raise ValueError(f'"{value}"; a day, as 2026-11-24')
    return value


def _not_in_future(day: dt.date) -> dt.date:
    if day > dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1):
        raise ValueError(f"{day} lies in the future; the day on which it was checked")
    return day


PastDate = Annotated[dt.date, BeforeValidator(_day), AfterValidator(_not_in_future)]
"""A date (``YYYY-MM-DD``) that is not in the future; one day of grace for time zones."""


def long_date(day: dt.date, locale: Locale) -> str:
    """The date as readers of ``locale`` write it: 2026年11月23日, 23 November 2026."""
    return format_date(day, "long", locale=Cldr.parse(LANGUAGES[locale].dates, sep="-"))
