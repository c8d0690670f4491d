# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The committed searches of the benchmark: enough, each another one, each answered."""

from http import HTTPStatus

import pytest
from django.http import QueryDict

from amicorum.agreements.destinations import Filters
from amicorum.agreements.destinations.filters import FACETS, TEXT
from amicorum.site.bench.combinations import COMBINATIONS
from amicorum.site.bench.pages import SEARCH, every_address

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_register")]
LEAST = 50


def filters(query):
    return Filters.parse(dict(QueryDict(query).lists()))


def test_there_are_at_least_fifty_and_each_asks_something_else():
    assert len({filters(query) for query in COMBINATIONS}) >= LEAST
    assert len(set(COMBINATIONS)) == len(COMBINATIONS)


@pytest.mark.parametrize("name", [TEXT, *FACETS])
def test_every_filter_is_measured(name):
    assert any(filters(query).values(name) for query in COMBINATIONS)


def test_one_filter_and_many_are_measured():
    numbers = {len(filters(query).items()) for query in COMBINATIONS}
    assert {0, 1, 2, 3, 4} <= numbers


@pytest.mark.parametrize("path", SEARCH)
def test_every_search_is_answered(client, path):
    assert client.get(path).status_code == HTTPStatus.OK


def test_the_walk_goes_through_every_kind_of_page():
    addresses = every_address()
    assert len(addresses) == len(set(addresses)) > 500
    assert {
        "/nl/networks/leru/", "/en/programmes/mind/", "/en/countries/de/", "/api/v1/partners",
        "/en/partners.csv", "/en/sources/", "/sitemap.xml",
    } <= set(addresses)  # fmt: skip
