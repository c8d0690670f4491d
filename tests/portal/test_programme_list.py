# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of joint programmes counts from the home's own parts, by consortium."""

import pytest
import time_machine

from amicorum.journal.actions import raise_public_version
from amicorum.programmes.models import FundingStatement, Partner
from tests.cast import SECOND_HOST
from tests.portal.reading import text_of, utrecht_home
from tests.registers import LEIDEN, LOADED_AT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_register")]

SEED_DAY = "2021-12-31"


@pytest.fixture(autouse=True)
def on_the_day_of_loading(settings):
    settings.ALLOWED_HOSTS = ["testserver", SECOND_HOST]
    with time_machine.travel(LOADED_AT, tick=False):
        yield


def text(client, day="", **headers):
    return text_of(client.get("/en/programmes/", {"as_of": day} if day else {}, headers=headers))


def test_three_programmes_of_two_consortia_are_counted_on_the_day_of_the_old_page(client):
    assert "takes part in three joint programmes of two consortia." in text(client, SEED_DAY)


def test_today_one_is_left_and_two_have_ended(client):
    today = text(client)
    assert "takes part in one joint programme of one consortium." in today
    assert "Its part in two joint programmes has ended." in today
    assert today.index("Consortium ALGANT") < today.index("Consortium MIND")


def test_a_part_that_is_taken_away_is_counted_no_more(client):
    Partner.objects.get(key=f"mind/{LEIDEN}").delete()
    assert "takes part in two joint programmes of one consortium." in text(client, SEED_DAY)


def test_before_every_programme_there_is_none(client):
    assert "takes part in no joint programme." in text(client, "1999-12-31")


def test_what_is_stated_of_the_funding_goes_with_its_record(client):
    statement = FundingStatement.objects.get(key="erasmus-mundus/cooperation")
    said = statement.said("text", "en").text
    assert said in text(client)
    statement.delete()
    raise_public_version()
    assert said not in text(client)


def test_the_programmes_of_others_stand_apart(client):
    own, others = text(client).split("Other joint programmes in the register")
    assert "GEMMA" in others
    assert "GEMMA" not in own


def test_each_home_has_its_own_list(client):
    utrecht_home()
    own, others = text(client, host=SECOND_HOST).split("Other joint programmes in the register")
    assert "GEMMA" in own
    assert "ALGANT" in others
    assert "ALGANT" not in own


def test_the_page_costs_no_more_than_fifteen_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        client.get("/en/programmes/")
