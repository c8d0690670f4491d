# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A page asks the database as often for ten agreements as for two hundred, and never too often."""

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import NOW
from tests.portal.destination_site import a_partner, an_exchange

pytestmark = pytest.mark.django_db
MOST = 15


@pytest.fixture(autouse=True)
def on_the_day():
    with time_machine.travel(NOW, tick=False):
        yield


def queries(client, path):
    """How many queries a page takes that is not held, in a worker that has answered before."""
    client.get(path)
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def grow(cast, start, stop):
    for number in range(start, stop):
        partner = a_partner(cast, number, latitude=40.0 + number / 10, longitude=10.0)
        an_exchange(cast, partner, f"many-{number}", open_to=[cast.humanities])


@pytest.mark.parametrize(
    "path",
    ["/en/partners/", "/en/partners/?q=sample+university&level=6&network=leru", "/en/partners.geojson",
     "/en/partners/suggest?q=sample"],
)  # fmt: skip
def test_the_number_of_queries_does_not_grow(client, cast, path):
    grow(cast, 0, 10)
    few = queries(client, path)
    grow(cast, 10, 200)
    assert queries(client, path) == few <= MOST


def test_a_destination_with_many_agreements_takes_no_more_queries(client, cast):
    for number in range(2):
        an_exchange(cast, cast.cairo, f"cairo-{number}", open_to=[cast.humanities])
    path = "/en/partners/university-of-copenhagen/"
    an_exchange(cast, cast.copenhagen, "one", open_to=[cast.humanities])
    few = queries(client, path)
    for number in range(20):
        an_exchange(cast, cast.copenhagen, f"more-{number}", open_to=[cast.humanities])
    assert queries(client, path) == few <= MOST


def test_a_page_of_two_hundred_weighs_little(client, cast):
    grow(cast, 0, 200)
    assert len(client.get("/en/partners/").content) < 120_000
