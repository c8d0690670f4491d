# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map shows the same institutions as the list, however many there are."""

import html
import json
import re

import pytest
import time_machine

from amicorum.portal import destination_map
from tests.cast import NOW, SECOND_HOST
from tests.portal.destination_site import a_partner, an_exchange, get, page_of, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_the_day():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def located(cast):
    """Partners in Sweden, Japan and nowhere known."""
    for number, values in enumerate(
        [
            {"latitude": 59.86, "longitude": 17.64, "city": "Uppsala"},
            {"latitude": 59.61, "longitude": 16.55, "city": "Västerås"},
            {"latitude": 35.69, "longitude": 139.69, "country_code": "JP"},
        ]
    ):
        an_exchange(cast, a_partner(cast, number, **values), f"located-{number}")
    return cast


def dots(page: str) -> list[str]:
    return re.findall(r'<a href="/en/partners/([^/]+)/" tabindex="-1"><circle class="map-dot"', page)


def points(client, host="testserver", **query):
    answer = get(client, "partners.geojson", query, host)
    assert answer.status_code == 200
    return json.loads(answer.content)["features"]


def test_the_map_shows_who_is_listed_and_says_who_has_no_place(client, located):
    page = page_of(client)
    assert len(dots(page)) == 3
    assert "The same 3 universities as in the list. Of 1 more the place is not known." in words_of(page)


def test_the_map_follows_the_filters(client, located):
    page = page_of(client, country="JP")
    assert dots(page) == ["sample-university-002-fictitious"]
    assert "world-land" in page
    assert 'data-points-src="/en/partners.geojson?country=JP"' in page


def test_the_map_is_of_europe_when_all_lie_in_it(client, located):
    page = page_of(client, country="SE")
    assert len(dots(page)) == 2
    assert "europe-land" in page
    assert "world-land" not in page


def test_the_points_are_those_of_the_list_and_keep_the_day(client, located):
    features = points(client, country="SE", as_of="2025-01-01")
    assert [feature["geometry"]["coordinates"] for feature in features] == [[17.64, 59.86], [16.55, 59.61]]
    assert features[0]["properties"] == {
        "name": "Sample University 000 (fictitious)",
        "href": "/en/partners/sample-university-000-fictitious/?as_of=2025-01-01",
        "kind": "",
    }


def test_another_home_has_its_own_points(client, located):
    assert points(client, host=SECOND_HOST) == []


def test_neighbours_share_a_dot_when_there_are_many(client, located, monkeypatch):
    monkeypatch.setattr(destination_map, "MOST_DOTS", 2)
    page = page_of(client)
    assert dots(page) == ["sample-university-002-fictitious"]
    assert re.findall(r"<title>(\d+)</title>", page) == ["2"]
    assert "The same 3 universities as in the list." in words_of(page)


@pytest.mark.parametrize(("language", "close"), [("en", "Close"), ("nl", "Sluiten")])
def test_the_map_that_can_be_moved_speaks_the_language_of_the_page(client, located, language, close):
    page = client.get(f"/{language}/partners/?country=SE").content.decode()
    figure = re.search(r"<figure class=\"map.*?>", page, re.S)
    assert figure
    (written,) = re.findall(r'data-locale="([^"]*)"', figure[0])
    said = json.loads(html.unescape(written))
    assert said["Popup.Close"] == close
    assert f'aria-label="{said["Map.Title"]}"' in figure[0]
    assert set(said) == {
        "Map.Title", "NavigationControl.ZoomIn", "NavigationControl.ZoomOut", "Popup.Close",
        "CooperativeGesturesHandler.WindowsHelpText", "CooperativeGesturesHandler.MacHelpText",
        "CooperativeGesturesHandler.MobileHelpText",
    }  # fmt: skip
    assert all(said.values())


def test_a_map_without_places_is_left_out(client, cast):
    assert "<figure" not in page_of(client)


def test_what_cannot_be_searched_gives_no_points(client, cast):
    assert client.get("/en/partners.geojson", {"country": "QQ"}).status_code == 400
