# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Only what is open looks open, on every page and on every day."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine

from tests.cast import NOW
from tests.portal.destination_site import STANDINGS, choice, listed, page_of, standing, words_of

pytestmark = pytest.mark.django_db
HERE = ZoneInfo("Europe/Amsterdam")
WORDS = {
    "full": "Full",
    "closed": "Closed",
    "future": "Future",
    "expired": "Expired",
    "suspended": "Suspended",
}


@pytest.fixture
def on_the_day():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.mark.usefixtures("on_the_day")
@pytest.mark.parametrize("name", list(STANDINGS))
def test_what_is_not_open_never_looks_open(client, cast, name):
    standing(cast, name, cast.geneva)
    for page in (page_of(client, standing=name), page_of(client, "university-of-geneva/")):
        assert f'class="state is-{name}">{WORDS[name]}<' in page
        assert "is-open" not in page
        assert "free" not in words_of(page).replace("places are free now", "")


@pytest.mark.usefixtures("on_the_day")
def test_suspended_and_expired_are_listed_only_when_asked_for(client, cast):
    for name, partner in (("suspended", cast.geneva), ("expired", cast.cairo)):
        standing(cast, name, partner)
    page = page_of(client)
    assert listed(page) == ["university-of-copenhagen"]
    assert choice(page, "standing-suspended")[1] == choice(page, "standing-expired")[1] == 1
    assert len(listed(page_of(client, standing="expired"))) == 1


def at(day: int, month: int, hour: int, minute: int, second: int):
    return time_machine.travel(datetime(2029, month, day, hour, minute, second, tzinfo=HERE), tick=False)


def test_an_agreement_through_31_august_is_gone_at_midnight_without_anyone_acting(client, cast):
    with at(31, 8, 23, 59, 59):
        assert listed(page_of(client)) == ["university-of-copenhagen"]
        assert "through 31 August 2029" in words_of(page_of(client, "university-of-copenhagen/"))
        assert 'class="folded"' not in page_of(client, "university-of-copenhagen/")
    with at(1, 9, 0, 0, 0):
        assert listed(page_of(client)) == []
        page = page_of(client, "university-of-copenhagen/")
        assert "Expired . The last agreement ended on 31 August 2029." in words_of(page)
        assert "1 expired agreement" in words_of(page)


def test_the_page_of_a_past_or_coming_day_says_the_same(client, cast):
    with time_machine.travel(NOW, tick=False):
        assert listed(page_of(client, as_of="2029-08-31")) == ["university-of-copenhagen"]
        assert listed(page_of(client, as_of="2029-09-01")) == []
        assert "is-future" in page_of(client, as_of="2021-12-31")


def test_a_round_is_open_through_the_last_minute_of_its_closing_day(client, cast):
    with time_machine.travel(datetime(2026, 12, 1, 23, 59, 59, tzinfo=HERE), tick=False):
        assert "is-open" in page_of(client)
    with time_machine.travel(datetime(2026, 12, 2, 0, 0, 0, tzinfo=HERE), tick=False):
        page = page_of(client)
        assert "is-open" not in page
        assert "Closed on 1 December 2026" in words_of(page)
