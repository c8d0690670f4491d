# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every list can be had as CSV and JSON: of the same day, with the same filters, under a licence."""

import csv
import io

import pytest
import time_machine
from django.core.cache import cache

from amicorum.agreements.models import Condition
from amicorum.portal import agreement_exports
from amicorum.programmes.models import Consortium, Programme
from amicorum.sources.models import Certainty, Source
from tests.api.reading import answer
from tests.cast import SECOND_HOST
from tests.portal.destination_site import listed, page_of
from tests.portal.reading import utrecht_home
from tests.registers import LOADED_AT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_register")]

LISTS = (
    "networks", "networks/leru/members", "programmes", "programmes/mind/partners", "partners", "sources",
)  # fmt: skip


@pytest.fixture(autouse=True)
def on_the_day_of_loading(settings):
    settings.ALLOWED_HOSTS = ["testserver", SECOND_HOST]
    with time_machine.travel(LOADED_AT, tick=False):
        yield


def rows(response):
    assert response.status_code == 200
    return list(csv.DictReader(io.StringIO(response.content.decode(), newline="")))


@pytest.mark.parametrize("name", LISTS)
def test_both_forms_hold_the_same_rows_and_their_licence(client, name):
    table, document = client.get(f"/en/{name}.csv"), client.get(f"/en/{name}.json")
    held = rows(table)
    assert held
    assert document.json()["count"] == len(held)
    assert list(held[0]) == list(document.json()["results"][0])
    for response in (table, document):
        assert 'rel="license"' in response["Link"]
        assert response["Content-Disposition"].startswith("attachment; filename=")
        assert "charset=utf-8" in response["Content-Type"]
        assert response["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize(("day", "members"), [("2012-06-01", 21), ("2023-06-01", 23), ("2024-06-01", 24)])
def test_the_members_are_those_of_the_day(client, day, members):
    held = rows(client.get("/en/networks/leru/members.csv", {"as_of": day}))
    assert sum(row["state"] == "current" and row["kind"] == "full" for row in held) == members


def test_the_partners_of_a_programme_are_those_of_the_day(client):
    then = rows(client.get("/en/programmes/mind/partners.csv?as_of=2014-09-01"))
    today = rows(client.get("/en/programmes/mind/partners.csv"))
    assert [row["state"] for row in then] == ["current"] * 7
    assert [row["state"] for row in today] == ["former"] * 7


@pytest.mark.parametrize(
    "name", ["networks/eua/members", "networks/none/members", "programmes/none/partners"]
)
def test_there_is_no_list_that_would_pretend_to_be_whole(client, name):
    assert client.get(f"/en/{name}.csv").status_code == 404


def test_what_waits_for_verification_stands_in_no_list(client):
    assert "Concordia" not in client.get("/en/programmes/algant-master/partners.csv").content.decode()


@pytest.mark.parametrize("beginning", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_taken_for_a_formula(client, beginning):
    hostile = f'{beginning}HYPERLINK("https://example.org")'
    Source.objects.filter(key="ror").update(title=hostile)
    written = {row["source"]: row for row in rows(client.get("/en/sources.csv"))}
    assert written["ror"]["title"] == f"'{hostile}"
    answered = {row["source"]: row for row in client.get("/en/sources.json").json()["results"]}
    assert answered["ror"]["title"] == hostile


def test_numbers_stay_numbers(client):
    answered = {row["programme"]: row for row in client.get("/en/programmes.json").json()["results"]}
    assert answered["mind"]["ects"] == Programme.objects.get(slug="mind").ects == 120


def test_the_filters_of_the_search_hold_in_the_file(client):
    every = rows(client.get("/en/partners.csv"))
    country = every[0]["countries"].split("; ")[0]
    some = rows(client.get("/en/partners.csv", {"country": country}))
    assert 0 < len(some) < len(every)
    assert all(country in row["countries"] for row in some)
    assert [row for row in every if country in row["countries"].split("; ")] == some


@pytest.mark.parametrize(
    "query",
    [
        {"q": "university"},
        {"q": "university", "level": "7"},
        {"country": ["DE", "FR"], "level": "6"},
        {"standing": "expired"},
        {"q": "nowhere at all"},
    ],
    ids=str,
)
def test_a_search_finds_the_same_as_on_the_page(client, query):
    found = rows(client.get("/en/partners.csv", query))
    seen: list[str] = []
    for page in range(1, 9):
        if len(seen) < len(found):
            seen += listed(page_of(client, page=str(page), **query))
    assert [slug for row in found for slug in row["partner_ids"].split("; ")] == seen
    assert bool(found) != (query == {"q": "nowhere at all"})


def test_a_file_that_would_be_too_long_is_refused_in_either_form(client, monkeypatch):
    monkeypatch.setattr(agreement_exports, "MOST_ROWS", 3)
    for form in ("csv", "json"):
        refused = client.get(f"/en/partners.{form}")
        assert refused.status_code == 400
        assert "at most 3 rows" in refused.content.decode()
    one = rows(client.get("/en/partners.csv?q=copenhagen"))
    assert len(one) <= 3


def test_places_are_those_of_the_conditions_that_the_page_shows(client):
    first = rows(client.get("/en/partners.csv", {"standing": "open"}))[0]
    held = Condition.objects.filter(
        agreement__parties__institution__slug=first["partner_ids"], direction=Condition.Direction.SENDING
    )
    told = held.filter(mobility="student-studies")[0]
    told.pk = None
    told.first_academic_year, told.last_academic_year, told.seats_per_year = 2010, 2012, 700
    told.save()
    told.pk, told.mobility = None, "staff-teaching"
    told.first_academic_year, told.last_academic_year = 2024, 2030
    told.save()
    cache.clear()  # the public version tells nothing of what is written past the actions
    again = rows(client.get("/en/partners.csv", {"standing": "open"}))[0]
    assert again["places_per_year"] == first["places_per_year"]
    assert again["mobilities"] == first["mobilities"]


def test_a_consortium_that_is_uncertain_is_not_named(client):
    assert {row["programme"]: row for row in rows(client.get("/en/programmes.csv"))}["mind"]["consortium"]
    Consortium.objects.filter(slug="mind").update(certainty=Certainty.UNCERTAIN)
    held = {row["programme"]: row for row in client.get("/en/programmes.json").json()["results"]}
    assert held["mind"]["consortium"] == ""


def test_members_are_counted_under_the_names_of_the_api(client):
    held = {row["network"]: row for row in client.get("/en/networks.json").json()["results"]}
    for shaped in answer("networks")["results"]:
        counts = {name: value for name, value in shaped.items() if name.startswith("members")}
        del counts["members_by_country"]
        assert counts == {name: held[shaped["id"]][name] for name in counts}
    assert (held["leru"]["members"], held["eua"]["members"]) == (24, None)


def test_samples_are_marked_in_every_row(client):
    assert {row["sample"] for row in rows(client.get("/en/partners.csv"))} == {"true"}
    assert {row["sample"] for row in client.get("/en/partners.json").json()["results"]} == {True}


def test_a_filter_that_there_is_not_is_refused(client):
    assert client.get("/en/partners.csv", {"country": "XX"}).status_code == 400
    assert client.get("/en/networks.json", {"as_of": "2021-02-30"}).status_code == 400


def test_each_home_gives_its_own_lists(client):
    utrecht_home()
    leiden = {row["programme"]: row["own_part"] for row in rows(client.get("/en/programmes.csv"))}
    utrecht = rows(client.get("/en/programmes.csv", headers={"host": SECOND_HOST}))
    assert (leiden["algant-master"], leiden["mind"], leiden["gemma"]) == ("current", "former", "")
    assert {row["programme"]: row["own_part"] for row in utrecht}["gemma"] == "current"
    assert rows(client.get("/en/partners.csv", headers={"host": SECOND_HOST})) == []
    assert "X-Robots-Tag" not in client.get("/en/partners.csv", headers={"host": SECOND_HOST})


def test_names_are_in_the_language_of_the_address(client):
    dutch = {row["programme"]: row["name"] for row in rows(client.get("/nl/programmes.csv"))}
    assert dutch["mind"] == "Erasmus Mundus-master Industriële ecologie"


def test_a_page_leads_to_its_own_files(client):
    page = client.get("/en/programmes/mind/?as_of=2014-09-01").content.decode()
    assert 'href="/en/programmes/mind/partners.csv?as_of=2014-09-01"' in page


def test_a_long_list_costs_no_more_queries_than_a_short_one(client, django_assert_max_num_queries):
    client.get("/en/partners.csv?country=BE")  # the search lays out its columns once
    with django_assert_max_num_queries(20) as few:
        assert rows(client.get("/en/partners.csv?country=DE"))
    with django_assert_max_num_queries(20) as many:
        assert len(rows(client.get("/en/partners.csv"))) > 20
    assert len(many) == len(few)
