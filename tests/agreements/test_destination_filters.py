# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Filters as an address writes them: canonical, bounded, and plain about what they do not know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amicorum.agreements.destinations import Filters, UnableToFilter
from amicorum.agreements.destinations.filters import FACETS
from amicorum.vocabulary.isced_f import fields, is_within


def test_equal_questions_are_equal_filters_whatever_their_order():
    one = Filters.parse({"field": ["0421", "04"], "country": ["deu", "FR", "DE", ""], "page": ["2"]})
    other = Filters.parse({"country": [" fr", "de"], "field": ["04", "0421"], "q": ["  "]})
    assert one == other
    assert hash(one) == hash(other)
    assert one.as_query() == [("country", "DE"), ("country", "FR"), ("field", "04"), ("field", "0421")]
    assert one.items() == [("country", ("DE", "FR")), ("field", ("04", "0421"))]
    assert one
    assert not Filters.parse({})


def test_a_value_is_added_and_taken_away():
    filters = Filters.parse({"level": ["7"]}).with_value("level", "6").with_value("q", "leyden ")
    assert filters.as_query() == [("q", "leyden"), ("level", "6"), ("level", "7")]
    assert filters.q == "leyden"
    assert filters.values("q") == ("leyden",)
    assert filters.with_value("q", "uppsala").q == "uppsala"
    assert filters.without("level", "7").values("level") == ("6",)
    assert filters.without("q", "leyden") == filters.without_all("q")
    assert not filters.without_all("q", "level")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("country", "QQ"),
        ("continent", "atlantis"),
        ("field", "541"),
        ("level", "9"),
        ("language", "klingonese"),
        ("kind", "treaty"),
        ("unit", "law'; drop"),
        ("network", "löwe"),
        ("term", "summer"),
        ("standing", "opened"),
        ("field", "0" * 10_000),
    ],
)
def test_an_unknown_value_is_refused_in_one_plain_sentence(name, value):
    with pytest.raises(UnableToFilter) as refused:
        Filters.parse({name: [value]})
    assert f'The filter "{name}" has no value "' in str(refused.value)
    assert len(str(refused.value)) < 150


def test_too_much_of_anything_is_refused():
    with pytest.raises(UnableToFilter, match="at most 200 characters"):
        Filters.parse({"q": ["x" * 10_000]})
    with pytest.raises(UnableToFilter, match="one text"):
        Filters.parse({"q": ["leiden", "uppsala"]})
    with pytest.raises(UnableToFilter, match="at most 30 values"):
        Filters.parse({"unit": [f"unit-{number}" for number in range(31)]})


def test_a_text_loses_what_no_name_holds():
    assert Filters.parse({"q": ["Kö\0ln \n\t Uni"]}).q == "Köln Uni"


@given(st.dictionaries(st.sampled_from([*FACETS, "q"]), st.lists(st.text(max_size=80), max_size=4)))
def test_whatever_an_address_says_gives_filters_or_a_refusal(query):
    try:
        filters = Filters.parse(query)
    except UnableToFilter:
        return
    again: dict[str, list[str]] = {}
    for name, value in filters.as_query():
        again.setdefault(name, []).append(value)
    assert Filters.parse(again) == filters


def test_a_broader_field_is_written_with_the_first_digits_of_the_narrower():
    """What the search relies on."""
    for one in fields():
        for other in fields():
            assert is_within(one.code, other.code) == one.code.startswith(other.code)
