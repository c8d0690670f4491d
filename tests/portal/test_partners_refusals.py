# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the destination search cannot make sense of gets a clear answer."""

import pytest
import time_machine

from amicorum.vocabulary.countries import countries
from tests.cast import NOW
from tests.portal.destination_site import a_partner, an_exchange, links_in, listed, page_of, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_the_day():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def many(cast):
    """Forty-five agreements, so three pages."""
    for number in range(44):
        an_exchange(cast, a_partner(cast, number), f"many-{number}")
    return cast


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"country": "QQ"}, "The filter &quot;country&quot; has no value &quot;QQ&quot;."),
        ({"field": "9999"}, "has no value"),
        ({"level": "9"}, "has no value"),
        ({"network": "no-such-network"}, "has no value"),
        ({"unit": "office"}, "has no value"),
        ({"standing": "lukewarm"}, "has no value"),
        ({"q": "x" * 10_000}, "A search text has at most 200 characters."),
        ({"page": "0"}, "A page has a number from 1 on."),
        ({"page": "-1"}, "A page has a number from 1 on."),
        ({"page": "two"}, "A page has a number from 1 on."),
        ({"page": "9" * 40}, "A page has a number from 1 on."),
        ({"as_of": "2021-02-30"}, "2021-02-30"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_an_impossible_question_is_a_400_that_says_so(client, cast, query, sentence):
    answer = client.get("/en/partners/", query)
    assert answer.status_code == 400
    assert sentence in answer.content.decode()


@pytest.mark.parametrize("text", ["'; drop table", "\x00", "%", "🎓", "((((", 'a"b', "<script>", "ﷺ" * 100])
def test_any_text_is_a_search(client, cast, text):
    page = page_of(client, q=text)
    assert "<script>" not in page


def test_names_that_are_no_filter_change_nothing(client, cast):
    assert listed(page_of(client, utm_source="mail")) == listed(page_of(client))


def test_a_filter_that_is_full_offers_no_more_of_its_values(client, cast):
    codes = [one.code for one in countries() if one.code != "DK"]
    page = page_of(client, country=codes[:30])
    assert 'id="country-DK"' not in page
    assert "Denmark" in words_of(page)
    assert client.get("/en/partners/", {"country": codes[:31]}).status_code == 400


def test_pages_divide_the_list_without_loss_or_repetition(client, many):
    pages = [listed(page_of(client, page=str(number))) for number in (1, 2, 3)]
    assert [len(page) for page in pages] == [20, 20, 5]
    assert len({slug for page in pages for slug in page}) == 45
    assert '<ol start="21">' in page_of(client, page="2")


def test_the_ways_to_other_pages_keep_the_filters(client, many):
    ways = links_in(page_of(client, page="2", level="6"), "pages")
    assert ways["Previous"] == "/en/partners/?level=6"
    assert ways["Next"] == "/en/partners/?level=6&page=3"


def test_a_page_beyond_the_last_is_the_last_and_says_so(client, many):
    page = page_of(client, page="77")
    assert listed(page) == listed(page_of(client, page="3"))
    assert "There is no page 77; this is the last one, page 3." in words_of(page)
