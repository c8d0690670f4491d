# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of networks: those of the home first, what it left folded, the others below."""

import pytest
import time_machine

from amicorum.networks.actions import end_membership
from tests.cast import NOW, SECOND_HOST
from tests.portal.reading import text_of
from tests.registers import LOADED_AT

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_the_day_of_loading(settings):
    settings.ALLOWED_HOSTS = ["testserver", SECOND_HOST]
    with time_machine.travel(LOADED_AT, tick=False):
        yield


def overview(client, **asked):
    return client.get("/en/networks/", **asked).context["overview"]


def test_the_networks_of_each_home_stand_first_and_are_other_networks_to_the_other(client, cast):
    own, others = overview(client), overview(client, headers={"host": SECOND_HOST})
    assert [one.network for one in own.memberships] == [cast.network]
    assert not own.others
    assert not others.memberships
    assert others.others == [cast.network]


def test_a_home_says_to_how_many_networks_it_belongs(client, cast):
    assert "Leiden University belongs to one network." in text_of(client.get("/en/networks/"))
    second = client.get("/en/networks/", headers={"host": SECOND_HOST})
    assert "belongs to no network on this day" in text_of(second)


def test_a_network_that_the_home_left_is_a_former_one(client, cast):
    end_membership(membership=cast.membership, on=NOW.date(), by="person:1", at=NOW)
    held = overview(client)
    assert not held.memberships
    assert [one.network for one in held.former] == [cast.network]
    text = text_of(client.get("/en/networks/"))
    assert "1 former membership" in text
    assert "Former member" in text
    assert overview(client, data={"as_of": "2026-11-21"}).memberships


def test_a_network_is_not_listed_before_its_founding(client, cast):
    asked = {"data": {"as_of": "2001-06-01"}, "headers": {"host": SECOND_HOST}}
    assert not overview(client, **asked).others
