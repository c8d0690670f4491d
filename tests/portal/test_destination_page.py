# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of a destination answers on one screen all that a student asks."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine

from amicorum.agreements.actions import RoundDraft
from tests.cast import NOW, SECOND_HOST, a_condition
from tests.portal.destination_site import an_exchange, get, page_of, second_page, standing, text_of, words_of

pytestmark = pytest.mark.django_db
COPENHAGEN = "university-of-copenhagen/"
GENEVA = "university-of-geneva/"


@pytest.fixture(autouse=True)
def on_the_day():
    with time_machine.travel(NOW, tick=False):
        yield


def test_it_says_all_that_a_student_asks(client, cast):
    text = text_of(client, COPENHAGEN)
    for fact in (
        "Open . Three places are free; the first deadline is 1 December 2026.",
        "Who may go Students of every faculty",
        "Fields History and archaeology (0222)",
        "Levels Bachelor, Master",
        "Language English B2",
        "Places 4 places a year",
        "Semester first semester, second semester; 5 months each",
        "1 December 2026, 23:59 CET, for 2027-28: Open, 3 places free",
        "Academic years 2024-25 – 2028-29",
        "Contact Faculty of Humanities",
        "Valid from 1 September 2024 through 31 August 2029",
        "Last verified 2 March 2026",
        "Source: Sample data, invented for this demonstration",
        "partner since 2024",
    ):
        assert fact.replace(" :", ":") in text.replace(" :", ":").replace(" ,", ","), fact


def test_it_says_who_may_go_and_what_to_consider(client, cast):
    texts = {
        "restriction": {"en": "Intended for students of history."},
        "considerations": {"nl": "Kamers zijn schaars."},
    }
    an_exchange(cast, cast.geneva, "geneva", open_to=[cast.humanities], texts=texts)
    page = page_of(client, GENEVA)
    assert "Students of: Faculty of Humanities" in words_of(page)
    assert "Intended for students of history." in page
    assert '<span lang="nl">Kamers zijn schaars.</span>' in page


def test_it_names_the_networks_that_both_are_in_on_the_day(client, cast):
    an_exchange(cast, cast.geneva, "geneva")
    an_exchange(cast, cast.giessen, "giessen")
    assert '<a href="/en/networks/leru/">League of European Research Universities</a>' in page_of(
        client, GENEVA
    )
    giessen = f"{cast.giessen.slug}/"
    assert "Networks shared" not in page_of(client, giessen)
    assert "Networks shared" in page_of(client, giessen, as_of="2019-12-31")


def test_each_condition_has_its_own_terms(client, cast):
    law = a_condition(
        fields=["0421"], terms="full-year", months=Decimal("9.5"), languages={"fr": "B1", "en": "C1"}
    )
    an_exchange(cast, cast.geneva, "geneva", conditions=[a_condition(), law])
    text = text_of(client, GENEVA)
    assert "Studies: full year; 9.5 months each" in text
    assert "Law (0421)" in text
    assert "English C1 or French B1" in text


def test_what_else_was_agreed_stands_in_one_line(client, cast):
    receiving = a_condition(direction="receiving", seats_per_year=1, rounds=[])
    an_exchange(cast, cast.geneva, "geneva", conditions=[a_condition(), receiving])
    assert "We receive, studies, 1 place a year, Bachelor, Master; History and archaeology" in text_of(
        client, GENEVA
    )


def test_a_round_that_is_to_come_says_when_it_opens(client, cast):
    coming = [RoundDraft(2028, date(2027, 10, 1), date(2027, 12, 1), places=4)]
    an_exchange(cast, cast.geneva, "geneva", conditions=[a_condition(rounds=coming)])
    text = text_of(client, GENEVA)
    assert "Closed . No round is open; the next one opens on 1 October 2027." in text
    assert "1 December 2027, 23:59 CET, for 2028-29; opens on 1 October 2027" in text


def test_a_suspended_agreement_says_since_when_why_and_until_what_review(client, cast):
    standing(cast, "suspended", cast.geneva)
    text = text_of(client, GENEVA)
    assert "Suspended . No places are given while the agreement rests." in text
    assert (
        "Suspended since 1 May 2026, to be reviewed on 1 May 2027. Invented: the campus is rebuilt." in text
    )


def test_an_expired_agreement_is_folded_history_beside_one_that_holds(client, cast):
    an_exchange(cast, cast.copenhagen, "old", end="2026-09-01")
    page = page_of(client, COPENHAGEN)
    before, _, history = page.partition('<details class="folded">')
    assert "through 31 August 2026" not in words_of(before)
    assert "from 1 September 2024 through 31 August 2026" in words_of(history)
    assert "is-open" not in history


def test_an_agreement_without_places_is_not_called_closed(client, cast):
    an_exchange(cast, cast.geneva, "research", kind="research-collaboration", conditions=[])
    assert "No places for students . What has been agreed is in force" in text_of(client, GENEVA)


def test_an_open_end_is_said(client, cast):
    an_exchange(cast, cast.geneva, "geneva", end="")
    assert "from 1 September 2024, without an end" in text_of(client, GENEVA).replace(" ,", ",")


@pytest.mark.parametrize("path", [GENEVA, "no-such-university/", "justus-liebig-universitat-giessen/"])
def test_without_a_public_agreement_of_this_home_there_is_no_page(client, cast, path):
    an_exchange(cast, cast.geneva, "waiting", certainty="uncertain")
    assert client.get(f"/en/partners/{path}").status_code == 404


def test_each_home_shows_its_own_agreements_with_a_shared_partner(client, cast):
    an_exchange(cast, cast.giessen, "leiden-giessen", texts={"title": {"en": "Of Leiden alone"}})
    path = f"{cast.giessen.slug}/"
    assert "Of Leiden alone" in page_of(client, path)
    assert "Of Leiden alone" not in second_page(client, path)
    assert get(client, f"partners/{COPENHAGEN}", {}, SECOND_HOST).status_code == 404


def test_a_name_in_another_language_is_marked(client, cast):
    an_exchange(cast, cast.giessen, "giessen")
    assert '<h1><span lang="de">Justus-Liebig-Universität Gießen</span></h1>' in page_of(
        client, f"{cast.giessen.slug}/"
    )
