# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A network shows its members of the day, what sources state of it, and what is not known."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amicorum.institutions.models import Institution
from amicorum.networks.actions import end_membership, enter_membership
from amicorum.networks.models import Membership, Network, NetworkStatement
from amicorum.sources.models import Certainty
from tests.cast import SECOND_HOST, TOLD
from tests.portal.reading import linked_data_of, text_of, utrecht_home
from tests.registers import LOADED_AT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_register")]

MOST_QUERIES = 15


@pytest.fixture(autouse=True)
def on_the_day_of_loading(settings):
    settings.ALLOWED_HOSTS = ["testserver", SECOND_HOST]
    with time_machine.travel(LOADED_AT, tick=False):
        yield


def page(client, slug, day="", **headers):
    return client.get(f"/en/networks/{slug}/", {"as_of": day} if day else {}, headers=headers)


def present(client, slug):
    """The members as the page shows them, by the ids of their institutions."""
    held = page(client, slug).context["account"].present
    return {one.membership.institution.slug: one for one in held}


@pytest.mark.parametrize(
    ("slug", "day", "members"),
    [
        ("leru", "2012-06-01", 21),
        ("leru", "2023-06-01", 23),
        ("leru", "2024-06-01", 24),
        ("euniwell", "2021-12-31", 7),
        ("euniwell", "", 11),
    ],
)
def test_the_members_of_the_day_are_counted_and_listed(client, slug, day, members):
    response = page(client, slug, day)
    assert f"{members} members in" in text_of(response)
    listed = [one for one in response.context["account"].present if one.is_tied]
    assert len(listed) == members, "and each leads to its page"


def test_karolinska_left_leru_on_the_first_of_march_2011(client):
    before, after = (text_of(page(client, "leru", day)) for day in ("2011-02-28", "2011-03-01"))
    assert "left March 2011" not in before
    assert "former member" not in before
    assert "1 former member" in after
    assert "left March 2011" in after


def test_a_membership_that_is_taken_away_is_counted_no_more(client):
    Membership.objects.get(key="leru/013meh722").delete()
    text = text_of(page(client, "leru"))
    assert "23 members in" in text
    assert "Cambridge" not in text


def test_leiden_is_a_member_of_euniwell_then_and_a_former_one_today(client):
    then, today = text_of(page(client, "euniwell", "2021-12-31")), text_of(page(client, "euniwell"))
    assert "Leiden University has been a member since 2020." in then
    assert "Former member" not in then
    assert "Leiden University was a member from 2020 until 1 January 2023." in today
    assert "Former member" in today
    assert "Continued in: Una Europa" in today


def test_a_second_home_is_told_its_own_part(client):
    utrecht_home()
    text = text_of(page(client, "euniwell", host=SECOND_HOST))
    assert "Utrecht University is not a member of this network." in text
    assert "Former member" not in text
    assert "Leiden University was a member" not in text
    assert "Exchange partner" not in text, "the agreements are another home's"


def test_a_member_whose_start_is_not_known_is_shown_as_seen_and_counted(client):
    text = text_of(page(client, "coimbra-group"))
    assert "42 members in" in text
    assert "Of 35 of them the start is not known." in text
    assert "Leiden University is a member; start not known, seen in 2021." in text
    assert "to be verified" in text


def test_no_list_pretends_where_few_members_are_held(client):
    response = page(client, "eua")
    text = text_of(response)
    assert "No list of members" in text
    assert "The register holds 7 members and 2 associate members; 850 are stated." in text
    assert "Members by country" in text
    assert "Kazakhstan 14" in text
    assert b"data-map" not in response.content
    assert not response.context["account"].present


def test_members_that_wait_for_verification_are_counted_and_not_named(client):
    waiting = Membership.objects.filter(network__slug="unica", certainty=Certainty.UNCERTAIN)
    assert waiting.count() == 27
    text = text_of(page(client, "unica"))
    assert "27 wait for verification and are not shown." in text
    assert not [one for one in waiting if one.institution.display_name in text]


def test_associate_members_stand_apart(client):
    response = page(client, "civis")
    assert "9 members in" in text_of(response)
    assert "2 associate members" in text_of(response)


def test_a_corrected_year_stands_with_its_source_and_with_those_that_put_it_right(client):
    text = text_of(page(client, "coimbra-group"))
    corrected = text.partition("Corrected:")[2]
    assert corrected.startswith(" Founded in 1987, according to Leiden University’s page of 2021.")
    claim, _, better = corrected.partition("Put right by:")
    assert "Source: International collaboration" in claim
    assert "Founded in 1985" in better
    assert "International Networks" in better
    assert "Coimbra Group, encyclopedia" in better


def test_a_statement_that_nothing_puts_right_is_not_called_corrected(client):
    NetworkStatement.objects.filter(key="coimbra-group/founded-seed-page").update(corrected_by=None)
    assert "Corrected:" not in text_of(page(client, "coimbra-group"))


@pytest.mark.parametrize(
    ("day", "is_old"), [("2021-12-31", False), ("2022-12-31", False), ("2023-06-01", True)]
)
def test_a_figure_older_than_a_year_asks_to_be_checked(client, day, is_old):
    figures = {one.about: one for one in page(client, "eua", day).context["account"].figures}
    assert figures["countries"].is_to_be_checked is is_old
    assert figures["countries"].statement.value == "47"


def test_of_two_figures_the_newest_on_the_day_is_shown(client):
    told = NetworkStatement.objects.get(key="eua/countries")
    told.pk, told.key, told.value, told.as_of = None, "eua/countries-later", "49", "2025"
    told.save()
    for day, value in (("2010-01-01", "47"), ("2024-06-01", "47"), ("2025-06-01", "49"), ("", "49")):
        figures = {one.about: one for one in page(client, "eua", day).context["account"].figures}
        assert figures["countries"].statement.value == value, day


def test_members_are_said_to_be_exchange_partners_and_to_share_networks(client):
    by_slug = present(client, "leru")
    leuven = by_slug["ku-leuven"]
    assert [slug for slug, _name in leuven.also] == ["coimbra-group", "una-europa"]
    assert any(one.is_exchange_partner for one in by_slug.values())
    text = text_of(page(client, "leru"))
    assert "also in Coimbra Group, Una Europa" in text
    assert "Exchange partners: sample data" in text


def test_leru_and_coimbra_share_eight_members(client):
    members = present(client, "leru").values()
    sharing = [one for one in members if "coimbra-group" in [slug for slug, _name in one.also]]
    assert len(sharing) == 7, "and Leiden itself"


def test_a_member_that_left_another_network_shares_it_no_more(client):
    membership = Membership.objects.get(key="coimbra-group/05f950310")
    end_membership(membership=membership, on=LOADED_AT.date(), by="person:1", at=LOADED_AT)
    by_slug = present(client, "leru")
    assert [slug for slug, _name in by_slug["ku-leuven"].also] == ["una-europa"]


def test_before_its_founding_a_network_says_so(client):
    text = text_of(page(client, "una-europa", "2001-01-01"))
    assert "On 1 January 2001 this network did not exist yet; it was founded in 2018." in text
    assert "members in" not in text


def test_the_years_tell_who_came_and_who_went(client):
    years = {year.number: year for year in page(client, "leru").context["account"].history}
    assert years[2002].is_founding
    assert [one.institution.city for one in years[2024].joined] == ["Zurich"]
    assert [one.institution.slug for one in years[2011].left] == ["karolinska-institutet"]
    assert 2024 not in {year.number for year in page(client, "leru", "2012-06-01").context["account"].history}


def test_a_name_in_another_language_says_which(client):
    marked = '<span lang="de">Ludwig-Maximilians-Universität München</span>'
    assert marked in page(client, "leru").content.decode()


def test_every_source_stands_once_at_the_foot(client):
    sources = page(client, "leru").context["account"].sources
    assert len(sources) == len({source.key for source in sources})
    assert {"wikipedia-leru", "leiden-international-collaboration"} <= {source.key for source in sources}


def test_the_network_is_described_to_machines(client):
    described = linked_data_of(page(client, "leru"))
    assert described["Organization"]["name"] == "League of European Research Universities"
    assert "BreadcrumbList" in described


def test_an_unknown_network_is_a_404(client):
    assert page(client, "no-such-network").status_code == 404


def test_many_members_take_no_more_queries_than_few(client):
    network = Network.objects.get(slug="leru")
    with CaptureQueriesContext(connection) as few:
        page(client, "leru")
    known = Membership.objects.filter(network=network).values("institution")
    for institution in Institution.objects.exclude(pk__in=known)[:100]:
        values = {"kind": Membership.Kind.FULL, "source": network.source}
        enter_membership(
            key=f"leru/{institution.slug}", network=network, institution=institution, start="2005", end="",
            values=values, **TOLD,
        )  # fmt: skip
    with CaptureQueriesContext(connection) as many:
        assert "124 members in" in text_of(page(client, "leru"))
    assert len(many) == len(few) <= MOST_QUERIES


def test_the_real_list_names_every_network_in_a_few_queries(client):
    with CaptureQueriesContext(connection) as queries:
        response = client.get("/en/networks/")
    assert len(queries) <= MOST_QUERIES
    held = response.context["overview"]
    assert len(held.memberships) + len(held.former) + len(held.others) == 19
    assert [one.network.slug for one in held.former] == ["euniwell"]
    text = text_of(response)
    assert "56 members stated" in text
    assert "European University alliance 4EU+" in text
