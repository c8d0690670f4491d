# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The destinations of the search as a table for machines: the same filters, the same set, the same order."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from amicorum.agreements.destinations import Filters, in_full, search
from amicorum.agreements.models import Agreement, Condition
from amicorum.agreements.rules import Standing
from amicorum.institutions.models import Institution
from amicorum.institutions.search import find_ids
from amicorum.multilingual.models import BearsTexts
from amicorum.portal.exports import Row, Table
from amicorum.portal.visit import Visit

COLUMNS = (
    "standing", "partners", "partner_ids", "countries", "cities", "kind", "unit", "open_to", "fields",
    "levels", "languages", "mobilities", "places_per_year", "terms", "valid_from", "valid_through",
    "verified_on", "sample",
)  # fmt: skip
BETWEEN = "; "
"""What divides several values in one cell."""
MOST_NAMED = 100
"""Institutions that a text can stand for, as on the page of the search."""
AT_ONCE = 500
"""Agreements that are read at once, so that a long list needs no long memory."""


def agreements(visit: Visit, filters: Filters) -> Table:
    """The agreements that the filters find on the day of the visit.

    Raises `UnableToFilter` for a network or unit that is not known.
    """
    among = find_ids(filters.q, limit=MOST_NAMED) if filters.q else None
    found = search(visit.home, filters, visit.day, among=among)
    listed = found.listed(0, found.total)
    stretches = (listed[start : start + AT_ONCE] for start in range(0, len(listed), AT_ONCE))
    return Table("partners", COLUMNS, [row for stretch in stretches for row in _rows(visit, stretch)])


def _rows(visit: Visit, stretch: Sequence[tuple[int, Standing]]) -> list[Row]:
    held = in_full(visit.home, [agreement_id for agreement_id, _ in stretch])
    standings = dict(stretch)
    return [_row(visit, one, standings[one.pk]) for one in held]


def _row(visit: Visit, one: Agreement, standing: Standing) -> Row:
    partners = [party.institution for party in one.parties.all()]
    return (str(standing), *_partner_cells(visit, partners), *_terms_of(visit, one), one.is_sample)


def _partner_cells(visit: Visit, partners: Iterable[Institution]) -> Row:
    held = list(partners)
    return (
        _joined(partner.named(visit.language).text for partner in held),
        _joined(partner.slug for partner in held),
        _joined(partner.country_code for partner in held),
        _joined(partner.city for partner in held),
    )


def _terms_of(visit: Visit, one: Agreement) -> Row:
    conditions = [held for held in one.conditions.all() if held.direction == Condition.Direction.SENDING]
    return (
        one.kind,
        _text(visit, one.owner),
        _joined(_text(visit, unit) for unit in one.open_to.all()),
        _joined(held.isced_f for condition in conditions for held in condition.fields.all()),
        _joined(str(held.eqf_level) for condition in conditions for held in condition.levels.all()),
        _joined(str(held) for condition in conditions for held in condition.languages.all()),
        _joined(condition.mobility for condition in conditions),
        sum(condition.seats_per_year for condition in conditions),
        _joined(term for condition in conditions for term in condition.terms.split()),
        _iso(one.counts_from),
        _iso(one.counts_until - timedelta(days=1) if one.counts_until else None),
        _iso(one.verified_on),
    )


def _text(visit: Visit, bearer: BearsTexts) -> str:
    return bearer.said("name", *visit.languages).text


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _joined(values: Iterable[str]) -> str:
    """Each value once, in the order in which it comes."""
    return BETWEEN.join(dict.fromkeys(value for value in values if value))
