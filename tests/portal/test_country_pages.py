# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A country shows with whom there the home has agreements, networks and programmes on the day."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amicorum.institutions.actions.records import add_institution
from tests.cast import SECOND_HOST, TOLD, an_agreement
from tests.portal.reading import text_of
from tests.registers import LOADED_AT

pytestmark = pytest.mark.django_db

MOST_QUERIES = 15


@pytest.fixture(autouse=True)
def on_the_day_of_loading(settings):
    settings.ALLOWED_HOSTS = ["testserver", SECOND_HOST]
    with time_machine.travel(LOADED_AT, tick=False):
        yield


def page(client, code, day="", **headers):
    return client.get(f"/en/countries/{code}/", {"as_of": day} if day else {}, headers=headers)


def test_each_home_sees_its_own_partners(client, cast):
    assert "University of Copenhagen 1 agreement" in text_of(page(client, "dk"))
    assert "Copenhagen" not in text_of(page(client, "dk", host=SECOND_HOST))
    assert "Gießen" in text_of(page(client, "de", host=SECOND_HOST))


def test_fellow_members_stand_under_their_network_while_they_are_members(client, cast):
    text = text_of(page(client, "ch"))
    assert "Fellow members of our networks" in text
    assert "LERU University of Geneva" in text
    then, today = text_of(page(client, "de", "2019-12-31")), text_of(page(client, "de"))
    assert "Gießen" in then
    assert "Gießen" not in today


def test_an_agreement_counts_through_its_last_day(client, cast):
    assert "1 agreement" in text_of(page(client, "dk", "2029-08-31"))
    assert "1 agreement" not in text_of(page(client, "dk", "2029-09-01"))


def test_sample_data_are_marked_and_the_home_is_no_partner_of_itself(client, cast):
    assert "Sample data" in text_of(page(client, "dk"))
    own = text_of(page(client, "nl"))
    assert "no tie between Leiden University and a university in Netherlands is recorded" in own


def test_a_country_is_known_by_its_code_in_small_letters(client, cast):
    for written in ("DK", "dnk", "DNK"):
        response = page(client, written, "2021-12-31")
        assert response.status_code == 301
        assert response.headers["Location"] == "/en/countries/dk/?as_of=2021-12-31"
    for unknown in ("zz", "denmark", "x"):
        assert page(client, unknown).status_code == 404


def test_many_partners_take_no_more_queries_than_few(client, cast):
    with CaptureQueriesContext(connection) as few:
        page(client, "dk")
    for number in range(30):
        values = {"country_code": "DK", "is_fictitious": True}
        name = f"Sample University {number} (fictitious)"
        partner, _ = add_institution(key=f"sample:{number}", name=name, language="en", values=values, **TOLD)
        an_agreement(cast.leiden, cast.humanities, partner, cast.sample, key=f"more-{number}")
    with CaptureQueriesContext(connection) as many:
        assert "31 universities with an agreement" in text_of(page(client, "dk"))
    assert len(many) == len(few) <= MOST_QUERIES
