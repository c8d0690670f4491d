# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bad input gets a clear answer in the language of the address; a failure gets a number."""

import logging
import re

import pytest
import time_machine
from django.db import OperationalError
from django.test import Client

from amicorum.portal.views import about
from amicorum.site import page_cache
from tests.cast import SECOND_HOST

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cast")]

PAGES = ("", "networks/", "programmes/", "sources/", "cookies/", "accessibility/", "data/", "changes.atom")
IMPOSSIBLE = ("2021-02-30", "2021", "yesterday", "0000-01-01", "2021-02-3０", "x" * 10_000)


@pytest.fixture(autouse=True)
def today(settings):
    settings.ALLOWED_HOSTS = ["testserver", SECOND_HOST]
    with time_machine.travel("2026-11-22 12:00+01:00", tick=False):
        yield


@pytest.fixture
def quiet(caplog):
    caplog.set_level(logging.CRITICAL, "django.request")


@pytest.mark.parametrize("day", IMPOSSIBLE)
def test_an_impossible_day_is_refused_by_name(client, day):
    response = client.get("/en/programmes/", {"as_of": day})
    assert response.status_code == 400
    assert f"There is no day “{day[:20]}" in response.content.decode()
    assert response.content.decode().count("x") < 1_000


@pytest.mark.parametrize("language", ["en", "nl"])
def test_an_error_speaks_the_language_of_its_address(client, language):
    for address, status in (("programmes/?as_of=2021-02-30", 400), ("nowhere/", 404)):
        response = client.get(f"/{language}/{address}")
        assert response.status_code == status
        assert f'<html lang="{language}">' in response.content.decode()
        assert f'href="/{language}/networks/"' in response.content.decode()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_no_failure(client, page, day):
    assert client.get(f"/en/{page}", {"as_of": day}).status_code in (200, 400)


@pytest.mark.parametrize("query", ["q=" + "a" * 10_000, "a" * 10_000, "&".join(["a=1"] * 5_000), "q=%00"])
@pytest.mark.parametrize("page", ["programmes/", "partners/", "partners.csv", "sources/"])
def test_a_query_of_ten_thousand_characters_is_no_failure(client, page, query):
    assert client.get(f"/en/{page}?{query}").status_code in (200, 400)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_cannot_be_posted_to(client, page):
    response = client.post(f"/en/{page}")
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"


def test_a_page_that_is_not_there_still_shows_whose_site_it_is(client):
    leiden = client.get("/en/nowhere/").content.decode()
    second = client.get("/en/nowhere/", headers={"host": SECOND_HOST}).content.decode()
    assert "There is no page at this address." in leiden
    assert "Leiden University" in leiden
    assert "Leiden University" not in second
    assert 'rel="canonical"' not in leiden


def test_an_unknown_host_is_refused(client):
    assert client.get("/en/", headers={"host": "elsewhere.example"}).status_code == 400


def test_a_failure_has_a_number_that_stands_in_the_log(monkeypatch, caplog, settings):
    settings.AMICORUM_CONTACT = "mailto:help@example.org"

    def broken(*_args, **_kwargs):
        raise RuntimeError("the roof leaks at secret=1")

    monkeypatch.setattr(about, "show", broken)
    response = Client(raise_request_exception=False).get("/en/cookies/?secret=1")
    text = response.content.decode()
    number = re.search(r'mishap-number">([0-9a-f]{12})<', text)
    assert response.status_code == 500
    assert number
    assert f"error {number[1]}" in caplog.text
    assert 'href="mailto:help@example.org"' in text
    assert "roof" not in text
    assert "RuntimeError" in caplog.text
    assert "test_error_pages.py" in caplog.text
    assert "secret" not in caplog.text


def test_a_failure_outside_every_view_has_a_number_too(monkeypatch, caplog):
    def broken(host):
        raise OperationalError("no such table")

    monkeypatch.setattr(page_cache, "version_for_host", broken)
    response = Client(raise_request_exception=False).get("/en/cookies/?secret=1")
    number = re.search(r'mishap-number">([0-9a-f]{12})<', response.content.decode())
    assert response.status_code == 500
    assert number
    assert f"error {number[1]} in no view: OperationalError" in caplog.text
    assert "secret" not in caplog.text
    assert "no such table" not in caplog.text
