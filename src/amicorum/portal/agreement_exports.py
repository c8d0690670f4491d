# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The destinations of the search as a table for machines: the same filters, the same set, the same order."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext as _

from amicorum.agreements.destinations import Filters, UnableToFilter, in_full, search
from amicorum.agreements.models import Agreement, Condition
from amicorum.agreements.rules import Standing
from amicorum.institutions.models import Institution
from amicorum.multilingual.models import BearsTexts
from amicorum.portal import offers
from amicorum.portal.exports import Row, Table
from amicorum.portal.visit import Visit

COLUMNS = (
    "standing", "partners", "partner_ids", "countries", "cities", "kind", "unit", "open_to", "fields",
    "levels", "languages", "mobilities", "places_per_year", "terms", "valid_from", "valid_through",
    "verified_on", "sample",
)  # fmt: skip
BETWEEN = "; "
"""What divides several values in one cell."""
AT_ONCE = 500
"""Agreements that are read at once, so that a long list needs no long memory."""
MOST_ROWS = 5_000
"""Rows of one file; a longer list is asked for in parts."""


def agreements(visit: Visit, filters: Filters) -> Table:
    """The agreements that the filters find on the day of the visit, each with what answers them.

    Raises `UnableToFilter` for a network or unit that is not known, and for more than `MOST_ROWS`.
    """
    found = search(visit.home, filters, visit.day)
    if found.total > MOST_ROWS:
        sentence = _("A file holds at most %(most)d rows, and these are %(count)d. Choose more filters.")
        raise UnableToFilter(sentence % {"most": MOST_ROWS, "count": found.total})
    listed = found.listed(0, found.total)
    stretches = (listed[start : start + AT_ONCE] for start in range(0, len(listed), AT_ONCE))
    rows = [row for stretch in stretches for row in _rows(visit, filters, stretch)]
    return Table("partners", COLUMNS, rows)


def _rows(visit: Visit, filters: Filters, stretch: Sequence[tuple[int, Standing]]) -> list[Row]:
    held = in_full(visit.home, [agreement_id for agreement_id, _ in stretch])
    standings = dict(stretch)
    return [_row(visit, filters, one, standings[one.pk]) for one in held]


def _row(visit: Visit, filters: Filters, one: Agreement, standing: Standing) -> Row:
    partners = [party.institution for party in one.parties.all()]
    conditions = offers.asked_for(offers.outgoing(one, visit.day), filters)
    terms = _terms_of(visit, one, conditions)
    return (str(standing), *_partner_cells(visit, partners), *terms, one.is_sample)


def _partner_cells(visit: Visit, partners: Iterable[Institution]) -> Row:
    held = list(partners)
    return (
        _joined(partner.named(visit.language).text for partner in held),
        _joined(partner.slug for partner in held),
        _joined(partner.country_code for partner in held),
        _joined(partner.city for partner in held),
    )


def _terms_of(visit: Visit, one: Agreement, conditions: Sequence[Condition]) -> Row:
    """What the row of the page says; no fields at all means every field."""
    return (
        one.kind,
        _text(visit, one.owner),
        _joined(_text(visit, unit) for unit in one.open_to.all()),
        _joined(_fields(conditions)),
        _joined(str(held.eqf_level) for condition in conditions for held in condition.levels.all()),
        _joined(str(held) for condition in conditions for held in condition.languages.all()),
        _joined(condition.mobility for condition in conditions),
        offers.seats(conditions),
        _joined(term for condition in conditions for term in condition.terms.split()),
        _iso(one.counts_from),
        _iso(offers.last_day(one)),
        _iso(one.verified_on),
    )


def _fields(conditions: Sequence[Condition]) -> list[str]:
    held = [[row.isced_f for row in condition.fields.all()] for condition in conditions]
    return [code for codes in held for code in codes] if all(held) else []


def _text(visit: Visit, bearer: BearsTexts) -> str:
    return bearer.said("name", *visit.languages).text


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _joined(values: Iterable[str]) -> str:
    """Each value once, in the order in which it comes."""
    return BETWEEN.join(dict.fromkeys(value for value in values if value))
