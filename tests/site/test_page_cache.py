# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A page is held under (address, day, public version): cheap for the second reader, never stale."""

from datetime import date

import pytest
import time_machine
from django.test import Client

from amicorum.agreements.actions import suspend
from amicorum.networks.actions import end_membership
from tests.cast import SECOND_HOST, TODAY, TOLD

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-11-22 12:00+01:00", tick=False):
        yield


def test_a_held_page_costs_one_query(cast, client, django_assert_num_queries):
    fresh = client.get("/en/")
    with django_assert_num_queries(1):
        held = client.get("/en/")
    assert held.content == fresh.content
    assert dict(held.items()) == dict(fresh.items())


def test_a_change_to_the_register_shows_at_once(cast, client):
    assert "/en/networks/leru/" in client.get("/en/").content.decode().partition('id="former"')[0]
    end_membership(membership=cast.membership, on=date(2026, 1, 1), **TOLD)
    assert "/en/networks/leru/" not in entries(client.get("/en/"))


def entries(response):
    return response.content.decode().partition('id="networks"')[2].partition('id="former"')[0]


def test_a_suspension_takes_effect_with_the_commit(cast, client):
    before = client.get("/en/").content.decode()
    suspend(agreement=cast.agreement, since=TODAY, reason="Review", review_on=date(2027, 1, 1), **TOLD)
    assert client.get("/en/").content.decode() != before


def test_a_browser_that_holds_the_page_is_told_so(cast, client):
    etag = client.get("/en/")["ETag"]
    again = client.get("/en/", headers={"If-None-Match": etag})
    assert again.status_code == 304
    end_membership(membership=cast.membership, on=date(2026, 1, 1), **TOLD)
    assert client.get("/en/", headers={"If-None-Match": etag}).status_code == 200


def test_midnight_makes_a_new_page(cast, client):
    etag = client.get("/en/")["ETag"]
    with time_machine.travel("2026-11-23 00:00+01:00", tick=False):
        assert client.get("/en/")["ETag"] != etag


def test_two_homes_never_share_a_page(cast, settings):
    settings.ALLOWED_HOSTS = ["testserver", SECOND_HOST]
    leiden, second = Client().get("/en/"), Client(HTTP_HOST=SECOND_HOST).get("/en/")
    assert "Leiden University" in leiden.content.decode()
    assert "Leiden University" not in second.content.decode()


def test_an_answer_that_is_no_page_is_not_held(cast, client):
    assert "ETag" not in client.get("/en/nothing-here/")
    assert "ETag" not in client.get("/en/?as_of=2021-02-30")
