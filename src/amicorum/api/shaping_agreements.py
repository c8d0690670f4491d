# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""From agreements and what a search finds to shapes."""

from collections.abc import Sequence
from typing import Any

from django.db.models import prefetch_related_objects

from amicorum.agreements.destinations import FacetValue, Found, rows
from amicorum.agreements.models import Agreement, Condition, Round
from amicorum.agreements.rules import Standing
from amicorum.api.caller import Caller
from amicorum.api.shaping import Shape, institution, source
from amicorum.vocabulary.academic_year import AcademicYear


def agreements(listed: Sequence[tuple[int, Standing]], caller: Caller) -> list[Shape]:
    """A stretch of a search, in its order, in a constant number of queries."""
    held = rows(caller.home, [pk for pk, _ in listed])
    prefetch_related_objects(held, "open_to", "parties__institution__identifiers")
    standings = dict(listed)
    return [_agreement(one, standings[one.pk], caller) for one in held]


def _agreement(one: Agreement, standing: Standing, caller: Caller) -> Shape:
    return {
        "title": one.said("title", *caller.languages).text,
        "kind": one.kind,
        "standing": standing,
        "valid_from": one.counts_from,
        "valid_until": one.counts_until,
        "verified_on": one.verified_on,
        "certainty": one.certainty,
        "owner": one.owner.code,
        "open_to": [unit.code for unit in one.open_to.all()],
        "restriction": one.said("restriction", *caller.languages).text,
        "partners": [institution(party.institution, caller) for party in one.parties.all()],
        "conditions": [_condition(held) for held in one.conditions.all()],
        "source": source(one.source),
        "is_sample": one.is_sample,
    }


def _condition(one: Condition) -> Shape:
    return {
        "mobility": one.mobility,
        "direction": one.direction,
        "seats_per_year": one.seats_per_year,
        "months": one.months,
        "days": one.days,
        "is_blended": one.is_blended,
        "isced_f": [field.isced_f for field in one.fields.all()],
        "eqf_levels": [level.eqf_level for level in one.levels.all()],
        "languages": [{"language": held.language, "cefr": held.cefr} for held in one.languages.all()],
        "terms": one.terms.split(),
        "first_academic_year": str(AcademicYear(one.first_academic_year)),
        "last_academic_year": str(AcademicYear(one.last_academic_year)),
        "rounds": [_round(held) for held in one.rounds.all()],
    }


def _round(one: Round) -> Shape:
    return {
        "academic_year": str(AcademicYear(one.academic_year)),
        "opens_on": one.opens_on,
        "closes_on": one.closes_on,
        "places": one.places,
        "is_full": one.is_full,
    }


def around(found: Found) -> dict[str, Any]:
    """What stands beside the list of a search: totals, the values of each filter, help."""
    return {
        "institutions": len(found.institution_ids),
        "countries": found.countries,
        "places": found.places,
        "standings": found.standings,
        "facets": {name: [_facet(value) for value in values] for name, values in found.facets.items()},
        "would_help": [{"dropped": one.dropped, "count": one.count} for one in found.would_help()],
    }


def _facet(one: FacetValue) -> Shape:
    return {"value": one.value, "count": one.count, "is_chosen": one.is_chosen, "parent": one.parent}
