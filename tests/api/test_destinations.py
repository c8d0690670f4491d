# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreements with the filters of the search page, and institutions by a text."""

import pytest

from amicorum.institutions.models import Institution
from tests.api.reading import DAY, answer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_register")]


def partners(**query):
    return answer("partners", as_of=DAY, **query)


def test_every_agreement_says_that_it_is_a_sample():
    assert {one["is_sample"] for one in partners()["results"]} == {True}


def test_institutions_say_that_they_are_fictitious():
    suspended = partners(standing="suspended")["results"]
    assert suspended
    assert all(partner["is_fictitious"] for one in suspended for partner in one["partners"])
    assert not any(one["is_fictitious"] for one in answer("institutions", q="Leiden")["results"])


def test_a_facet_counts_what_its_filter_would_find():
    facets = partners()["facets"]
    for value in facets["country"][:5]:
        assert partners(country=value["value"])["count"] == value["count"]
    assert set(facets) == {
        "country", "continent", "field", "level", "language", "kind", "unit", "network", "term", "standing",
    }  # fmt: skip


def test_filters_narrow_and_values_of_one_widen():
    countries = [value["value"] for value in partners()["facets"]["country"][:2]]
    one, other, both = (partners(country=chosen)["count"] for chosen in (*countries, countries))
    assert max(one, other) < both <= one + other
    assert partners(country=countries[0], level="8")["count"] < one


def test_an_agreement_stands_for_what_the_filters_ask():
    for standing, count in partners()["standings"].items():
        results = partners(standing=standing)["results"]
        assert len(results) == count
        assert {one["standing"] for one in results} == {standing}


def test_an_empty_search_says_what_to_drop():
    found = partners(country="DE", continent="oceania")
    assert (found["count"], found["results"]) == (0, [])
    assert found["would_help"][0]["count"] > 0


def test_a_text_finds_the_partner():
    slug = partners()["results"][0]["partners"][0]["slug"]
    institution = Institution.objects.get(slug=slug)
    found = partners(q=institution.display_name)["results"]
    assert slug in {partner["slug"] for one in found for partner in one["partners"]}


def test_the_best_institution_comes_first():
    found = answer("institutions", q="leyden")
    assert found["results"][0]["ror_id"] == "027bh9e22"
    assert found["results"][0]["country"] == "NL"
    assert found["count"] == len(found["results"])


def test_institutions_without_a_text_are_all_of_them_in_order():
    found = answer("institutions", limit=5)
    assert found["count"] == Institution.objects.count()
    slugs = list(Institution.objects.in_order().values_list("slug", flat=True)[:5])
    assert [one["slug"] for one in found["results"]] == slugs


def test_a_text_without_letters_finds_nothing():
    assert answer("institutions", q="!?")["count"] == 0
