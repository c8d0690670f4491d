# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""An institution that is tied to the home has a page with all its public ties; any other has none."""

from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amicorum.agreements.actions import suspend
from amicorum.institutions.actions.records import identify
from amicorum.networks.actions import enter_membership
from amicorum.networks.models import Membership
from amicorum.sources.models import Certainty
from tests.cast import SECOND_HOST, TOLD, an_agreement
from tests.portal.reading import linked_data_of, text_of
from tests.registers import LOADED_AT

pytestmark = pytest.mark.django_db

MOST_QUERIES = 15


@pytest.fixture(autouse=True)
def on_the_day_of_loading(settings):
    settings.ALLOWED_HOSTS = ["testserver", SECOND_HOST]
    with time_machine.travel(LOADED_AT, tick=False):
        yield


def page(client, institution, language="en", day="", **headers):
    asked = {"as_of": day} if day else {}
    return client.get(f"/{language}/institutions/{institution.slug}/", asked, headers=headers)


def test_a_fellow_member_has_a_page_and_an_institution_without_ties_has_none(client, cast):
    assert page(client, cast.geneva).status_code == 200
    assert page(client, cast.cairo).status_code == 404
    assert client.get("/en/institutions/no-such-place/").status_code == 404


def test_ties_with_one_home_give_no_page_at_another(client, cast):
    assert page(client, cast.copenhagen).status_code == 200
    assert page(client, cast.copenhagen, host=SECOND_HOST).status_code == 404
    assert page(client, cast.giessen, host=SECOND_HOST).status_code == 200


def test_the_home_has_a_page_of_its_own(client, cast):
    text = text_of(page(client, cast.leiden.institution))
    assert "The university whose ties this register holds." in text
    assert "League of European Research Universities" in text


def test_a_network_is_shared_on_the_days_on_which_both_are_members(client, cast):
    then, today = (text_of(page(client, cast.giessen, day=day)) for day in ("2019-12-31", ""))
    assert "1 network shared" in then
    assert "No longer shared" not in then
    assert "network shared" not in today
    assert "No longer shared" in today
    assert "2002 – 1 January 2020" in today


def test_an_agreement_leads_to_its_page_and_is_marked_as_sample(client, cast):
    text = text_of(page(client, cast.copenhagen))
    assert "1 agreement in force" in text
    assert "Sample data" in text
    assert f'href="/en/partners/{cast.copenhagen.slug}/"' in page(client, cast.copenhagen).content.decode()


def test_an_agreement_that_is_over_future_or_suspended_is_not_in_force(client, cast):
    suspend(
        agreement=cast.agreement, since=date(2026, 11, 1), reason="for a test", review_on=date(2027, 1, 1),
        **TOLD,
    )  # fmt: skip
    spans = {"over": ("2010-09-01", "2020-09-01"), "to-come": ("2027-09-01", "2030-09-01")}
    for key, (start, end) in spans.items():
        an_agreement(
            cast.leiden, cast.humanities, cast.copenhagen, cast.sample, key=key, start=start, end=end
        )
    text = text_of(page(client, cast.copenhagen))
    assert "in force" not in text
    assert all(state in text for state in ("Suspended", "Expired", "Future"))
    assert "from 1 September 2010 through 31 August 2020" in text


def test_confirmed_identifiers_are_shown_and_candidates_are_not(client, cast):
    for scheme, value, certainty in (
        ("erasmus", "CH GENEVE01", Certainty.CONFIRMED),
        ("pic", "999974553", Certainty.UNCERTAIN),
        ("schac", "unige.example", Certainty.UNCERTAIN),
    ):
        told = {"source": cast.source, "certainty": certainty, **TOLD}
        identify(institution=cast.geneva, scheme=scheme, value=value, **told)
    text = text_of(page(client, cast.geneva))
    assert "CH GENEVE01" in text
    assert "01swzsf04" in text
    assert "999974553" not in text
    assert "unige.example" not in text


def test_each_name_says_its_language(client, cast):
    french, english = (page(client, cast.geneva, "nl").content.decode() for _ in range(2))
    assert '<span lang="fr">Université de Genève</span>' in french
    assert '<h1><span lang="en">University of Geneva</span></h1>' in english
    assert "French" in text_of(page(client, cast.geneva))


def test_its_other_networks_stand_apart(client, cast):
    other = cast.network
    other.pk, other.slug = None, "another"
    other.save()
    enter_membership(
        key="another/geneva", network=other, institution=cast.geneva, start="2010", end="",
        values={"kind": Membership.Kind.FULL, "source": cast.source}, **TOLD,
    )  # fmt: skip
    account = page(client, cast.geneva).context["account"]
    assert [one.whole.slug for one in account.networks] == ["leru"]
    assert [one.whole.slug for one in account.other_networks] == ["another"]


def test_what_waits_for_verification_makes_no_tie(client, cast):
    Membership.objects.filter(institution=cast.geneva).update(certainty=Certainty.UNCERTAIN)
    assert page(client, cast.geneva).status_code == 404


def test_machines_are_told_of_networks_and_never_of_samples(client, cast):
    described = linked_data_of(page(client, cast.geneva))["CollegeOrUniversity"]
    assert described["memberOf"][0]["name"] == "League of European Research Universities"
    assert described["sameAs"] == "https://ror.org/01swzsf04"
    assert "memberOf" not in linked_data_of(page(client, cast.giessen))["CollegeOrUniversity"]
    invented = cast.second.institution
    assert not linked_data_of(page(client, invented, host=SECOND_HOST))


def test_before_any_tie_the_page_says_so(client, cast):
    text = text_of(page(client, cast.copenhagen, day="2001-01-01"))
    assert "On 1 January 2001 no tie with Leiden University is recorded." not in text, "one is to come"
    assert "Future" in text
    assert "On 1 January 2001 no tie with" in text_of(page(client, cast.geneva, day="2001-01-01"))


def test_many_ties_take_no_more_queries_than_few(client, cast):
    with CaptureQueriesContext(connection) as few:
        page(client, cast.copenhagen)
    for number in range(20):
        an_agreement(cast.leiden, cast.humanities, cast.copenhagen, cast.sample, key=f"more-{number}")
    with CaptureQueriesContext(connection) as many:
        assert "21 agreements in force" in text_of(page(client, cast.copenhagen))
    assert len(many) == len(few) <= MOST_QUERIES
