# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands above, below and instead of a list of results: its total, the choices, ways on."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amicorum.agreements.destinations import Filters, Found, Help
from amicorum.multilingual.models import Said
from amicorum.portal import words
from amicorum.portal.facets import address_of
from amicorum.portal.filter_words import FilterWords, filter_name
from amicorum.portal.paging import PAGE, Paging
from amicorum.portal.visit import Visit


@dataclass(frozen=True)
class Chosen:
    """A chosen value, and where it is gone."""

    name: Said
    filter_name: str
    address: str


@dataclass(frozen=True)
class WayOut:
    """What to leave out of an empty search, and where that leads."""

    sentence: str
    address: str


@dataclass(frozen=True)
class PageLink:
    """A page of the list; number 0 is a gap."""

    number: int
    address: str
    is_current: bool


@dataclass(frozen=True)
class PageLinks:
    """The pages, and the ones before and after this."""

    pages: Sequence[PageLink]
    previous: str
    following: str


def total(found: Found) -> str:
    """How much is found, in a sentence."""
    if not found.total:
        return _("No agreement")
    agreements = ngettext("%(count)s agreement", "%(count)s agreements", found.total)
    return words.capital(
        _("%(agreements)s with %(universities)s in %(countries)s")
        % {
            "agreements": agreements % {"count": words.number(found.total)},
            "universities": words.universities(len(found.institution_ids)),
            "countries": words.countries(found.countries),
        }
    )


def chosen(visit: Visit, filters: Filters, called: FilterWords) -> list[Chosen]:
    """Each chosen value as a word that can be taken away."""
    return [
        Chosen(called.value(name, value), filter_name(name), address_of(visit, filters.without(name, value)))
        for name, value in filters.as_query()
    ]


def helps(visit: Visit, found: Found, called: FilterWords) -> list[WayOut]:
    """For an empty search what to leave out, the most rewarding first."""
    return [_way_out(visit, one, called) for one in found.would_help()]


def _way_out(visit: Visit, one: Help, called: FilterWords) -> WayOut:
    names = [
        ", ".join(called.value(name, value).text for _name, value in together)
        for name, together in groupby(one.dropped, key=itemgetter(0))
    ]
    sentence = ngettext(
        "without %(filters)s: %(count)s agreement", "without %(filters)s: %(count)s agreements", one.count
    )
    return WayOut(sentence % {"filters": _and(names), "count": one.count}, address_of(visit, one.filters))


def _and(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return _("%(first)s and %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


def links(visit: Visit, filters: Filters, paging: Paging) -> PageLinks | None:
    """The ways to the other pages; None when all is on one."""
    if paging.last == 1:
        return None

    def address(number: int) -> str:
        return address_of(visit, filters, (PAGE, str(number))) if number > 1 else address_of(visit, filters)

    return PageLinks(
        pages=[PageLink(one, address(one) if one else "", one == paging.number) for one in paging.numbers()],
        previous=address(paging.number - 1) if paging.number > 1 else "",
        following=address(paging.number + 1) if paging.number < paging.last else "",
    )
