# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The search equals its plain twin, for whatever is asked, in either home, on any day."""

import random
from datetime import date, timedelta

import pytest

from amicorum.agreements.actions import suspend
from amicorum.agreements.destinations import Filters, in_full, rows, search
from amicorum.agreements.models import Agreement, Condition
from tests.agreements.destination_cast import (
    COUNTRIES,
    DAY,
    DONE,
    FIELDS,
    LANGUAGES,
    NETWORKS,
    a_cast,
    a_membership,
    a_random_agreement,
    outgoing,
)
from tests.agreements.destination_oracle import ORDER, Oracle

NOT_NAMED = "0414"
"""A field that no condition names: it can be asked for, and is offered only then."""

VALUES = {
    "country": [*COUNTRIES, "SE"],
    "continent": ["europe", "asia", "africa", "oceania"],
    "field": [*FIELDS, NOT_NAMED, "09"],
    "level": ["6", "7", "8", "5"],
    "language": [*LANGUAGES, "ja"],
    "kind": list(Agreement.Kind.values),
    "unit": ["law", "medicine", "law-institute"],
    "network": NETWORKS,
    "term": list(Condition.Term.values),
    "standing": ORDER,
}
DAYS = [DAY, date(2026, 11, 23), date(2021, 12, 31), date(2028, 3, 1)]


@pytest.fixture
def casts(db):
    dice = random.Random(1575)
    both = [a_cast("north", is_default=True), a_cast("south")]
    for network in both[0].networks:
        for partner in dice.sample(both[0].partners, 5):
            a_membership(network, partner, end=dice.choice(["", "", "2026-11-23"]))
    for cast in both:
        cast.agreement(cast.partners[0], conditions=[outgoing(fields=FIELDS)], open_to=[cast.law_institute])
    for _ in range(75):
        for cast in both:
            agreement = a_random_agreement(cast, dice)
            if dice.random() < 0.1:
                until = dice.choice([None, date(2026, 11, 23)])
                since = date(2026, 1, 1)
                suspend(agreement=agreement, since=since, until=until, reason="audit", review_on=DAY, **DONE)
    return both


def a_random_question(dice, cast):
    names = dice.sample(list(VALUES), dice.choice([0, 1, 1, 2, 2, 3, 4]))
    chosen = {
        name: dice.sample(VALUES[name], min(dice.choice([1, 1, 2, 3]), len(VALUES[name]))) for name in names
    }
    among = dice.choice([None, None, [one.pk for one in dice.sample(cast.partners, 5)]])
    return Filters.parse(chosen), among


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_search_finds_what_its_plain_twin_finds(casts, day):
    dice = random.Random(day.toordinal())
    oracles = [Oracle(cast.home, day) for cast in casts]
    totals = []
    for _ in range(60):
        for cast, oracle in zip(casts, oracles, strict=True):
            filters, among = a_random_question(dice, cast)
            found = search(cast.home, filters, day, among=among)
            wanted = oracle.found(filters, among)
            assert found.agreement_ids == [one.pk for one, _, _ in wanted], filters
            assert found.listed(0, found.total) == [(one.pk, how) for one, how, _ in wanted], filters
            assert found.places == oracle.places(filters, among), filters
            partners = {party.institution for one, _, _ in wanted for party in one.parties.all()}
            assert set(found.institution_ids) == {one.pk for one in partners}
            assert found.country_codes == tuple(sorted({one.country_code for one in partners}))
            totals.append(found.total)
    assert len(set(totals)) > 20  # the questions did not all find nothing


def test_every_count_is_what_choosing_the_value_would_give(casts):
    dice = random.Random(7)
    oracles = [Oracle(cast.home, DAY) for cast in casts]
    for _ in range(8):
        for cast, oracle in zip(casts, oracles, strict=True):
            filters, among = a_random_question(dice, cast)
            facets = search(cast.home, filters, DAY, among=among).facets
            assert list(facets) == list(VALUES)
            for name, values in VALUES.items():
                counted = {one.value: one.count for one in facets[name]}
                for value in values:
                    only = filters.without_all(name).with_value(name, value)
                    wanted = len(oracle.ids(only, among))
                    is_listed = bool(wanted and value != NOT_NAMED) or value in filters.values(name)
                    assert (value in counted) == is_listed, (filters, name, value)
                    assert counted.get(value, wanted) == wanted, (filters, name, value)


def test_a_home_never_shows_an_agreement_of_another(casts):
    north, south = (set(search(cast.home, Filters(), DAY).agreement_ids) for cast in casts)
    assert north
    assert south
    assert not north & south
    one = next(iter(south))
    assert rows(casts[0].home, [one]) == []


def test_an_empty_search_says_what_to_drop_and_what_that_gives(casts):
    dice = random.Random(11)
    helped = 0
    for _ in range(200):
        filters, among = a_random_question(dice, casts[0])
        found = search(casts[0].home, filters, DAY, among=among)
        helps = found.would_help()
        assert not (found.total and helps)
        for one in helps:
            assert search(casts[0].home, one.filters, DAY, among=among).total == one.count > 0
            assert set(one.dropped) | set(one.filters.as_query()) == set(filters.as_query())
        helped += bool(helps)
    assert helped > 10


def what_a_row_shows(agreement):
    parties = [(one.institution.named("en"), one.unit) for one in agreement.parties.all()]
    conditions = [
        [*one.fields.all(), *one.levels.all(), *one.languages.all(), *one.rounds.all(), one.seats_per_year]
        for one in agreement.conditions.all()
    ]
    return agreement.said("title", "en"), agreement.owner.code, str(agreement.source), parties, conditions


@pytest.mark.parametrize(("read", "queries"), [(rows, 9), (in_full, 14)])
def test_rows_come_as_asked_with_as_many_queries_for_any_number(
    casts, django_assert_num_queries, read, queries
):
    ids = search(casts[0].home, Filters(), DAY).agreement_ids
    for asked in (ids[:5], ids[::-1]):
        with django_assert_num_queries(queries):
            held = read(casts[0].home, asked)
            assert [one.pk for one in held] == asked
            assert len([what_a_row_shows(one) for one in held]) == len(asked)


def test_a_search_asks_the_database_once_when_nothing_changed(casts, django_assert_num_queries):
    search(casts[0].home, Filters(), DAY)
    with django_assert_num_queries(1):
        search(casts[0].home, Filters.parse({"country": ["FR"], "field": ["04"]}), DAY + timedelta(days=1))
