# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages about the site itself say what is so: sources, cookies, accessibility, data."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.utils.translation import gettext_lazy as _

from amicorum.portal.views.about import KINDS
from amicorum.site import cookies as register_of_cookies
from amicorum.site.cookies import Audience, Cookie
from amicorum.sources.models import Source
from tests.portal.reading import text_of
from tests.registers import LOADED_AT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_register")]

PAGES = ("sources", "cookies", "accessibility", "data")


@pytest.fixture(autouse=True)
def on_the_day_of_loading():
    with time_machine.travel(LOADED_AT, tick=False):
        yield


def markup(client, page):
    return client.get(f"/en/{page}/").content.decode()


def test_every_source_can_be_pointed_at(client):
    written = markup(client, "sources")
    missing = [key for key in Source.objects.values_list("key", flat=True) if f'id="{key}"' not in written]
    assert missing == []
    assert f"These are all {Source.objects.count()} sources." in text_of(client.get("/en/sources/"))


def test_every_kind_of_source_has_a_heading():
    assert set(KINDS) == set(Source.Kind)


def test_a_title_bears_its_language(client):
    assert '<cite lang="de">Erste MIND-Sponsionen</cite>' in markup(client, "sources")


def test_a_mirror_is_named_and_not_linked(client):
    Source.objects.filter(key="explained-today-leru").update(address="https://mirror.example/leru")
    assert "mirror.example" not in markup(client, "sources")
    assert "read in a copy of Wikipedia" in text_of(client.get("/en/sources/"))
    assert "mirror.example" not in client.get("/en/sources.csv").content.decode()


def test_what_was_not_read_says_so(client):
    text = text_of(client.get("/en/sources/"))
    assert "General knowledge, not checked general knowledge, not checked" in text


def test_the_cookie_page_says_that_there_are_none(client):
    assert "This site sets no cookies." in text_of(client.get("/en/cookies/"))


def test_the_cookie_page_is_made_from_the_register(client, monkeypatch):
    cookie = Cookie("sessionid", _("keeps you signed in"), Audience.SIGNED_IN, timedelta(days=1))
    monkeypatch.setattr(register_of_cookies, "COOKIES", (cookie,))
    text = text_of(client.get("/en/cookies/"))
    assert "sessionid keeps you signed in people who are signed in 1 day" in text
    assert "sets no cookies" not in text


@pytest.mark.parametrize("contact", ["mailto:access@example.org", "https://example.org/access"])
def test_the_accessibility_statement_says_where_to_write(client, settings, contact):
    settings.AMICORUM_CONTACT = contact
    assert f'href="{contact}"' in markup(client, "accessibility")


def test_without_an_address_the_statement_admits_it(client):
    assert "has not yet given an address for reports" in text_of(client.get("/en/accessibility/"))


def test_every_address_on_the_data_page_answers(client):
    written = markup(client, "data")
    addresses = set(re.findall(r'href="(/en/[^"]+\.(?:csv|json|atom))"', written))
    addresses |= set(re.findall(r"<code>(/en/[^<]+)</code>", written))
    assert len(addresses) >= 10
    statuses = {address: client.get(address).status_code for address in addresses}
    assert statuses == dict.fromkeys(addresses, 200)


@pytest.mark.parametrize("page", PAGES)
def test_the_pages_cost_few_queries_and_keep_the_day(client, page, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        response = client.get(f"/en/{page}/?as_of=2021-12-31")
    assert "/en/networks/?as_of=2021-12-31" in response.content.decode()
