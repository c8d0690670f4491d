# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The destination search shows what was asked for, of this home only."""

from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
import time_machine

from amicorum.agreements.actions import RoundDraft
from tests.cast import NOW, a_condition
from tests.portal.destination_site import (
    a_partner,
    an_exchange,
    choice,
    links_in,
    listed,
    page_of,
    second_page,
    text_of,
    total_of,
    words_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_the_day():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def partners(cast):
    """Besides Copenhagen: Cairo for law in Arabic, Geneva for two fields with a round for one of them."""
    law = a_condition(fields=["0421"], languages={"ar": "B1"}, levels=[7], terms="full-year")
    an_exchange(cast, cast.cairo, "cairo", conditions=[law], open_to=[cast.humanities])
    medicine = a_condition(
        fields=["0912"], levels=[6], rounds=[RoundDraft(2026, date(2025, 10, 1), date(2025, 12, 1), places=2)]
    )
    an_exchange(cast, cast.geneva, "geneva", conditions=[a_condition(fields=["0542"]), medicine])
    return cast


def test_the_total_counts_agreements_universities_and_countries(client, partners):
    assert total_of(page_of(client)) == "Three agreements with three universities in three countries"


def test_a_row_answers_the_five_questions(client, cast):
    text = text_of(client)
    assert "University of Copenhagen Open Denmark" in text
    assert "Fields History and archaeology Levels Bachelor, Master Language English B2" in text
    assert "Places 4 a year, 3 free Until 1 December 2026" in text


def test_a_home_shows_nothing_of_another(client, partners):
    own, other = page_of(client), second_page(client)
    assert "giessen" not in own.lower().replace("ß", "ss")
    assert listed(other) == ["justus-liebig-universitat-giessen"]
    assert total_of(other) == "One agreement with one university in one country"
    assert choice(other, "country-DE")[1] == 1
    assert 'id="country-DK"' not in other


def test_a_count_is_what_choosing_the_value_gives(client, partners):
    page = page_of(client)
    for key in ("country-EG", "field-04", "level-6", "language-ar", "unit-humanities", "network-leru",
                "term-full-year", "standing-open", "continent-africa", "kind-student-exchange"):  # fmt: skip
        address, count = choice(page, key)
        query = dict(parse_qsl(urlsplit(address).query))
        assert len(listed(page_of(client, **query))) == count > 0, key


def test_every_filter_stands_in_the_address_and_gives_the_same_page_again(client, partners):
    query = {
        "continent": "africa", "country": "EG", "field": "04", "level": "7", "language": "ar",
        "kind": "student-exchange", "unit": "humanities", "term": "full-year", "standing": "open",
    }  # fmt: skip
    page = page_of(client, **query)
    assert len(listed(page)) == 1
    chosen = links_in(page, "chosen")
    assert len(chosen) == len(query) + 1
    for name, address in chosen.items():
        kept = dict(parse_qsl(urlsplit(address).query))
        assert len(kept) == (0 if name == "Remove all" else len(query) - 1)
        assert kept.items() <= query.items()


def test_a_chosen_value_is_a_word_that_takes_itself_away(client, partners):
    page = page_of(client, country="EG", level="7")
    chosen = links_in(page, "chosen")
    assert chosen["Remove filter Country: Egypt"] == "/en/partners/?level=7"
    address, _ = choice(page, "country-EG")
    assert address == "/en/partners/?level=7"
    assert 'id="country-EG" href="/en/partners/?level=7" aria-current="true" aria-describedby="count"' in page


def test_a_narrower_field_takes_the_place_of_the_broader_one(client, partners):
    assert 'id="field-042"' not in page_of(client)
    address, count = choice(page_of(client, field="04"), "field-042")
    assert (address, count) == ("/en/partners/?field=042", 1)


def test_a_narrower_field_of_the_same_name_is_not_offered(client, partners):
    assert 'id="field-0421"' not in page_of(client, field="042")
    assert 'id="field-0421"' in page_of(client, field="0421")


def test_a_row_speaks_of_the_condition_that_was_asked_for(client, partners):
    open_text, closed_text = text_of(client, field="0542"), text_of(client, field="0912")
    assert "Statistics" in open_text
    assert "University of Geneva Open" in open_text
    assert "Medicine" in closed_text
    assert "University of Geneva Closed" in closed_text
    assert "Closed on 1 December 2025" in closed_text


def test_an_empty_search_says_what_to_leave_out_and_what_that_gives(client, partners):
    page = page_of(client, country="EG", language="en")
    assert listed(page) == []
    assert "Nothing is found with these filters together." in words_of(page)
    ways = links_in(page, "empty")
    assert ways == {
        "without English: 1 agreement": "/en/partners/?country=EG",
        "without Egypt: 2 agreements": "/en/partners/?language=en",
    }
    assert len(listed(page_of(client, language="en"))) == 2


def test_the_day_is_kept_on_every_way_on(client, partners):
    page = page_of(client, as_of="2025-03-01", level="7")
    links = [*links_in(page, "chosen").values(), choice(page, "country-EG")[0]]
    assert links
    assert all("as_of=2025-03-01" in link for link in links)
    assert '<input type="hidden" name="as_of" value="2025-03-01">' in page
    assert '<input type="hidden" name="level" value="7">' in page


def test_a_foreign_name_is_marked_with_its_language(client, partners, cast):
    an_exchange(cast, cast.giessen, "giessen")
    assert '<span lang="de">Justus-Liebig-Universität Gießen</span>' in page_of(client)


def test_sample_data_are_marked(client, cast):
    assert '<span class="state is-sample">Sample data</span>' in page_of(client)


def test_a_text_finds_partners_by_another_name(client, partners):
    assert listed(page_of(client, q="Kobenhavns Universitet")) == ["university-of-copenhagen"]
    assert "Remove filter Text: “Kobenhavns Universitet”" in links_in(
        page_of(client, q="Kobenhavns Universitet"), "chosen"
    )


def test_a_long_list_of_countries_is_folded_after_the_most_frequent(client, cast):
    codes = ["SE", "NO", "FI", "IS", "DE", "FR", "ES", "PT", "IT", "AT", "CH", "PL", "CZ", "HU"]
    for number, code in enumerate(codes):
        an_exchange(cast, a_partner(cast, number, country_code=code), f"many-{number}")
    page = page_of(client)
    assert "3 more : Country" in words_of(page)
    assert all(f'id="country-{code}"' in page for code in codes)
