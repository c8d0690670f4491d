# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What machines ask for first: sitemap, robots.txt, security.txt."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
import time_machine

from amicorum.agreements.models import Agreement
from amicorum.institutions.models import Home
from amicorum.journal.actions import raise_public_version
from tests.cast import SECOND_HOST

pytestmark = pytest.mark.django_db

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def today(settings):
    settings.ALLOWED_HOSTS = ["testserver", SECOND_HOST]
    with time_machine.travel(NOW, tick=False):
        yield


def sitemap(client, **headers):
    response = client.get("/sitemap.xml", headers=headers)
    assert response.status_code == 200
    return response, ElementTree.fromstring(response.content)  # noqa: S314  # our own document


def addresses(client, **headers):
    return [one.findtext(f"{MAP}loc") for one in sitemap(client, **headers)[1]]


def test_every_page_stands_in_the_sitemap_in_each_language_with_the_others(cast, client):
    _response, root = sitemap(client)
    by_address = {one.findtext(f"{MAP}loc"): one for one in root}
    leru = by_address["http://testserver/nl/networks/leru/"]
    assert {(one.get("hreflang"), one.get("href")) for one in leru.findall(LINK)} == {
        ("en", "http://testserver/en/networks/leru/"),
        ("nl", "http://testserver/nl/networks/leru/"),
    }
    assert "http://testserver/en/institutions/university-of-geneva/" in by_address


def test_every_address_of_the_sitemap_answers(cast, client):
    Agreement.objects.update(is_sample=False)
    listed = addresses(client)
    assert len(listed) > 20
    paths = [address.removeprefix("http://testserver") for address in listed]
    assert {path: client.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)


def test_samples_stand_in_no_sitemap(cast, client):
    assert not any("/partners/university" in address for address in addresses(client))
    Agreement.objects.filter(pk=cast.agreement.pk).update(is_sample=False)
    raise_public_version("leiden")
    assert "http://testserver/en/partners/university-of-copenhagen/" in addresses(client)


def test_each_home_lists_its_own_partners(cast, client):
    Agreement.objects.update(is_sample=False)
    leiden, second = addresses(client), addresses(client, host=SECOND_HOST)
    assert not any("giessen" in address and "/partners/" in address for address in leiden)
    assert any("giessen" in address and "/partners/" in address for address in second)


def test_a_demonstration_lists_its_pages_and_asks_on_each_not_to_be_indexed(cast, client):
    Home.objects.filter(slug="leiden").update(is_demonstration=True)
    assert "http://testserver/en/networks/leru/" in addresses(client)
    assert '<meta name="robots" content="noindex">' in client.get("/en/networks/leru/").content.decode()


def test_robots_are_told_of_the_sitemap(cast, client):
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_security_txt_says_where_to_write_and_until_when(cast, client, settings):
    settings.AMICORUM_CONTACT = "mailto:security@example.org"
    lines = dict(
        line.split(": ", 1) for line in client.get("/.well-known/security.txt").content.decode().splitlines()
    )
    assert lines["Contact"] == "mailto:security@example.org"
    assert datetime.fromisoformat(lines["Expires"]) > NOW
    assert lines["Preferred-Languages"] == "en, nl"


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_the_process_says_that_it_is_well(client, address):
    assert client.get(address).status_code == 200
