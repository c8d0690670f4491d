# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Suggestions: partners of this home first, then fellow members of its networks, at most ten."""

import json

import pytest
import time_machine

from tests.cast import NOW, SECOND_HOST, a_university
from tests.portal.destination_site import a_partner, an_exchange, get

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_the_day():
    with time_machine.travel(NOW, tick=False):
        yield


def suggested(client, text, host="testserver", **query):
    answer = get(client, "partners/suggest", {"q": text, **query}, host)
    assert answer.status_code == 200
    return json.loads(answer.content)["results"]


def test_a_partner_is_suggested_from_its_first_letters(client, cast):
    assert suggested(client, "copenh") == [
        {
            "name": "University of Copenhagen",
            "lang": "en",
            "note": "Denmark",
            "href": "/en/partners/university-of-copenhagen/",
        }
    ]


def test_partners_stand_before_fellow_members_and_others_are_left_out(client, cast):
    a_university("University of Bologna", "01111rn36", "IT", cast.source)
    found = suggested(client, "university of")
    assert [one["name"] for one in found] == [
        "University of Copenhagen",
        "University of Geneva",
    ]  # not Leiden itself
    assert found[1]["note"] == "Switzerland – no exchange agreement"
    assert found[1]["href"] == "/en/institutions/university-of-geneva/"


def test_a_partner_of_another_home_is_not_suggested(client, cast):
    assert suggested(client, "giessen") == []
    found = suggested(client, "giessen", host=SECOND_HOST)
    assert [one["lang"] for one in found] == ["de"]
    assert suggested(client, "copenhagen", host=SECOND_HOST) == []


def test_no_more_than_ten_are_suggested(client, cast):
    for number in range(12):
        an_exchange(cast, a_partner(cast, number), f"many-{number}")
    assert len(suggested(client, "sample university")) == 10


def test_the_day_is_kept(client, cast):
    assert suggested(client, "copenh", as_of="2025-01-01")[0]["href"].endswith("?as_of=2025-01-01")


@pytest.mark.parametrize("query", [{"q": "x" * 10_000}, {"q": ["one", "two"]}], ids=["long", "two texts"])
def test_absurd_input_is_refused_with_a_sentence(client, cast, query):
    answer = client.get("/en/partners/suggest", query)
    assert answer.status_code == 400
    assert answer.json()["error"].startswith("A search")


def test_no_text_has_no_suggestions(client, cast):
    assert client.get("/en/partners/suggest").json() == {"results": []}


def test_an_answer_may_be_kept_until_something_changes(client, cast):
    first = client.get("/en/partners/suggest", {"q": "copenh"})
    again = client.get("/en/partners/suggest", {"q": "copenh"}, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
