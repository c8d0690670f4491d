# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dates, periods and numbers in the words of the visitor's language."""

from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from amicorum.sources.models import COLLECTED, DatedFact, SourcedFact
from amicorum.vocabulary.countries import country
from amicorum.vocabulary.folding import fold
from amicorum.vocabulary.partial_dates import PartialDate, parse_partial_date
from amicorum.vocabulary.periods import Moment, MomentKind, parse_moment

LARGEST_WORD = 12
"""Numbers up to here are written as words in a sentence."""


def locale() -> Locale:
    """The Babel locale of the language that is being spoken; English in Britain's order of day and month."""
    language = get_language() or "en"
    try:
        return Locale.parse("en_GB" if language == "en" else language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")


def day(value: date) -> str:
    """A full date: 1 February 2027; its day is never parted from its month."""
    return format_date(value, "d\N{NO-BREAK SPACE}MMMM y", locale=locale())


def partial_date(value: PartialDate) -> str:
    """A date in just the precision it has: 2002, January 2006, 15 January 2006."""
    if value.precision == "year":
        return value.written
    if value.precision == "month":
        return format_skeleton("yMMMM", value.first_day, locale=locale())
    return day(value.first_day)


def written_date(text: str) -> str:
    """A partial date as it is stored, in words; nothing stays nothing."""
    return partial_date(parse_partial_date(text)) if text else ""


def moment(value: Moment) -> str:
    """A moment in words, with its bound; an unknown one reads as nothing."""
    named = [partial_date(one) for one in value.named]
    match value.kind:
        case MomentKind.PARTIAL:
            return named[0]
        case MomentKind.BY:
            return _("by %(date)s") % {"date": named[0]}
        case MomentKind.BEFORE:
            return _("before %(date)s") % {"date": named[0]}
        case MomentKind.BETWEEN:
            return _("between %(first)s and %(last)s") % {"first": named[0], "last": named[1]}
    return ""


def start(fact: DatedFact) -> str:
    """Since when: the date, or that it is not known and when the fact was seen."""
    if fact.start_is_known:
        return moment(parse_moment(fact.start))
    return _("start not known, seen %(when)s") % {"when": seen(fact)}


def seen(fact: DatedFact) -> str:
    """When a fact was seen: on the day of its source, else of the collection."""
    written = parse_partial_date(seen_on(fact))
    return (_("on %(date)s") if written.precision == "day" else _("in %(date)s")) % {
        "date": partial_date(written)
    }


def seen_on(fact: DatedFact) -> str:
    """The same as a partial date."""
    dated = fact.source.dated if isinstance(fact, SourcedFact) and fact.source.was_read else ""
    return dated or COLLECTED.isoformat()


def end(fact: DatedFact) -> str:
    """Until when, or that the end is not known; an open end reads as nothing."""
    if not fact.end:
        return ""
    return moment(parse_moment(fact.end)) if fact.end_is_known else _("end not known")


def number(value: int) -> str:
    """A number in a sentence: a word up to twelve, figures beyond."""
    words = {
        0: _("no"),
        1: _("one"),
        2: _("two"),
        3: _("three"),
        4: _("four"),
        5: _("five"),
        6: _("six"),
        7: _("seven"),
        8: _("eight"),
        9: _("nine"),
        10: _("ten"),
        11: _("eleven"),
        12: _("twelve"),
    }
    return words[value] if value in words else format_decimal(value, locale=locale())


def networks(count: int) -> str:
    """So many networks, in words."""
    return ngettext("%(count)s network", "%(count)s networks", count) % {"count": number(count)}


def joint_programmes(count: int) -> str:
    """So many joint programmes, in words."""
    return ngettext("%(count)s joint programme", "%(count)s joint programmes", count) % {
        "count": number(count)
    }


def universities(count: int) -> str:
    """So many universities, in words."""
    return ngettext("%(count)s university", "%(count)s universities", count) % {"count": number(count)}


def countries(count: int) -> str:
    """So many countries, in words."""
    return ngettext("%(count)s country", "%(count)s countries", count) % {"count": number(count)}


def language_name(code: str) -> str:
    """What a language is called in the language that is being spoken."""
    return str(locale().languages.get(code, code))


def country_name(code: str) -> str:
    """What a country is called in the language that is being spoken."""
    return country(code).name(get_language() or "en") if code else ""


def capital(text: str) -> str:
    """The text with a capital at its beginning, however the rest is written."""
    return text[:1].upper() + text[1:]


def sorting(text: str) -> str:
    """The key under which words of this language are put in order."""
    return fold(text)
