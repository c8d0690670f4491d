# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The feed tells what changed for this home, in sentences, once, and newest first."""

from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest
import time_machine

from amicorum.journal.models import Entry
from amicorum.networks.actions import end_membership
from amicorum.networks.models import Membership
from amicorum.portal.changes import MOST
from tests.cast import SECOND_HOST
from tests.portal.reading import utrecht_home
from tests.registers import LEIDEN, LOADED_AT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_register")]

ATOM = "{http://www.w3.org/2005/Atom}"
LATER = datetime(2026, 11, 22, 13, tzinfo=UTC)


@pytest.fixture(autouse=True)
def on_the_day_of_loading(settings):
    settings.ALLOWED_HOSTS = ["testserver", SECOND_HOST]
    with time_machine.travel(LOADED_AT, tick=False):
        yield


def feed(client, language="en", **headers):
    response = client.get(f"/{language}/changes.atom", headers=headers)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)  # noqa: S314  # our own document


def entries(client, **headers):
    return feed(client, **headers).findall(f"{ATOM}entry")


def titles(client, **headers):
    return [one.findtext(f"{ATOM}title") for one in entries(client, **headers)]


def test_the_feed_has_all_that_rfc_4287_asks_for(client):
    root = feed(client)
    for element in ("id", "title", "updated", "author"):
        assert root.find(f"{ATOM}{element}") is not None
    assert [one.get("rel") for one in root.findall(f"{ATOM}link")] == ["alternate", "self"]
    for one in root.findall(f"{ATOM}entry"):
        assert all(one.findtext(f"{ATOM}{element}") for element in ("id", "title", "updated", "summary"))
    ids = [one.findtext(f"{ATOM}id") for one in (root, *root.findall(f"{ATOM}entry"))]
    assert len(set(ids)) == len(ids)


def test_a_first_load_makes_one_entry_for_each_network_and_programme_of_the_home(client):
    told = titles(client)
    own = Membership.objects.public().filter(institution__home__slug="leiden").values("network").distinct()
    assert Entry.objects.count() > 10 * len(told)
    assert len(told) == own.count() + 3 <= MOST
    assert "Leiden University is a member of League of European Research Universities." in told


def test_an_end_is_news_and_the_newest_comes_first(client):
    known = {one.findtext(f"{ATOM}id") for one in entries(client)}
    membership = Membership.objects.get(key=f"leru/{LEIDEN}")
    end_membership(membership=membership, on=date(2026, 11, 1), by="intake:tests", at=LATER)
    newest, *rest = entries(client)
    assert newest.findtext(f"{ATOM}title") == (
        "Leiden University is no longer a member of League of European Research Universities."
    )
    assert newest.findtext(f"{ATOM}updated") == "2026-11-22T13:00:00+00:00"
    assert {one.findtext(f"{ATOM}id") for one in rest} == known


def test_it_speaks_dutch_names_under_the_dutch_address(client):
    assert feed(client, "nl").get("{http://www.w3.org/XML/1998/namespace}lang") == "nl"
    assert any("Universiteit Leiden" in title for title in titles(client, language="nl"))


def test_no_sample_and_nothing_uncertain_is_news(client):
    written = client.get("/en/changes.atom").content.decode()
    assert "Concordia" not in written
    assert "agreement" not in written
    assert Entry.objects.filter(subject_kind="agreements.agreement").exists()


def test_each_home_has_its_own_news(client):
    utrecht_home()
    assert any("Women’s and Gender Studies" in title for title in titles(client, host=SECOND_HOST))
    assert not any("Women’s and Gender Studies" in title for title in titles(client))


def test_the_feed_costs_no_more_queries_for_more_entries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        feed(client)


def test_a_day_that_does_not_exist_is_refused(client):
    assert client.get("/en/changes.atom?as_of=2021-02-30").status_code == 400
