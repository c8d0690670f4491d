# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A programme, its consortium and its funding are told apart, and its partners for the time they were."""

import pytest
import time_machine

from amicorum.institutions.models import Institution
from amicorum.programmes.actions import enter_partner
from amicorum.programmes.models import FundingPeriod, Partner, Programme
from tests.cast import SECOND_HOST, TOLD
from tests.portal.reading import linked_data_of, text_of, utrecht_home
from tests.registers import LEIDEN, LOADED_AT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_register")]

MOST_QUERIES = 15


@pytest.fixture(autouse=True)
def on_the_day_of_loading(settings):
    settings.ALLOWED_HOSTS = ["testserver", SECOND_HOST]
    with time_machine.travel(LOADED_AT, tick=False):
        yield


def page(client, slug, day="", **headers):
    return client.get(f"/en/programmes/{slug}/", {"as_of": day} if day else {}, headers=headers)


@pytest.mark.parametrize(
    ("slug", "day", "sentence"),
    [
        ("mind", "2014-09-01", "Seven partners in six countries"),
        ("mind", "2018-01-01", "Seven partners in six countries"),
        ("mind", "", "No partners on this day"),
        ("algant-master", "2024-09-01", "Eight partners in five countries"),
    ],
)
def test_the_partners_of_the_day_are_counted(client, slug, day, sentence):
    assert sentence in text_of(page(client, slug, day))


def test_a_partner_that_is_taken_away_is_counted_no_more(client):
    Partner.objects.get(key="mind/00ntfnx83").delete()
    text = text_of(page(client, "mind", "2014-09-01"))
    assert "Six partners in five countries" in text
    assert "Waseda" not in text


def test_leiden_is_a_former_partner_of_mind_today_and_its_end_is_not_known(client):
    today, then = text_of(page(client, "mind")), text_of(page(client, "mind", "2014-09-01"))
    assert "Former partner" in today
    assert "7 former partners" in today
    assert "end not known" in today
    assert "Former partner" not in then


def test_the_programme_the_consortium_and_the_funding_have_each_their_own_time(client):
    text = text_of(page(client, "mind"))
    assert "Programme since 2011 Source" in text
    assert "Consortium MIND, since 2011" in text
    assert "EU funding Erasmus Mundus, 2011 – 2017" in text
    assert "start not known, seen" in text.partition("Our part")[2]


def test_the_end_of_the_funding_goes_with_its_record_and_nothing_else_does(client):
    FundingPeriod.objects.filter(programme__slug="mind").delete()
    text = text_of(page(client, "mind", "2018-01-01"))
    assert "No period of funding is recorded." in text
    assert "Seven partners" in text


def test_unknown_starts_and_waiting_partners_are_said_and_not_shown(client):
    text = text_of(page(client, "algant-master"))
    assert "Of five of them it is not known since when." in text
    assert "Two more wait for verification and are not shown." in text
    assert "Concordia" not in text


def test_a_probable_partner_bears_a_mark(client):
    assert "to be verified" in text_of(page(client, "emle")).partition("Nine partners")[2]


def test_the_other_programmes_of_the_consortium_are_named(client):
    assert 'href="/en/programmes/algant-doc/"' in page(client, "algant-master").content.decode()


def test_a_day_before_the_first_edition_is_told_so(client):
    text = text_of(page(client, "mind", "2010-01-01"))
    assert "On 1 January 2010 this programme had not yet begun." in text
    assert "No partners on this day" in text


def test_the_day_is_kept_on_the_way(client):
    assert "/en/programmes/?as_of=2014-09-01" in page(client, "mind", "2014-09-01").content.decode()


def test_each_home_sees_its_own_part(client):
    utrecht_home()
    gemma = text_of(page(client, "gemma", host=SECOND_HOST))
    assert "Our part Partner, start not known" in gemma
    mind = text_of(page(client, "mind", host=SECOND_HOST))
    assert "Former partner" not in mind
    assert "has no part in this programme" in mind


def test_machines_read_who_offers_the_programme_that_day(client):
    described = linked_data_of(page(client, "mind", "2014-09-01"))
    programme = described["EducationalOccupationalProgram"]
    assert len(programme["provider"]) == 7
    assert f"https://ror.org/{LEIDEN}" in {one.get("sameAs") for one in programme["provider"]}
    assert (programme["numberOfCredits"], programme["timeToComplete"]) == (120, "P24M")
    assert [one["name"] for one in described["BreadcrumbList"]["itemListElement"]][1] == "Programmes"
    assert "provider" not in linked_data_of(page(client, "mind"))["EducationalOccupationalProgram"]


def test_more_partners_cost_no_more_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(MOST_QUERIES) as before:
        page(client, "algant-master")
    programme = Programme.objects.get(slug="algant-master")
    added = Partner.objects.filter(programme=programme).values("institution")
    for institution in Institution.objects.exclude(pk__in=added)[:20]:
        values = {"role": "partner", "source": programme.source}
        enter_partner(
            key=f"algant-master/{institution.pk}", programme=programme, institution=institution,
            start="2010", end="", values=values, **TOLD,
        )  # fmt: skip
    with django_assert_max_num_queries(MOST_QUERIES) as after:
        assert "28 partners" in text_of(page(client, "algant-master"))
    assert len(after) == len(before)


def test_an_unknown_programme_is_not_found(client):
    assert page(client, "none").status_code == 404


def test_a_programme_that_waits_for_verification_is_not_shown(client):
    Programme.objects.filter(slug="gemma").update(certainty="uncertain")
    assert page(client, "gemma").status_code == 404
    assert "GEMMA" not in text_of(client.get("/en/programmes/"))
