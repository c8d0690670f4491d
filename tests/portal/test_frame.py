# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The masthead says in which section of the site a page is."""

import re

import pytest
from django.utils.translation import override

from amicorum.portal import words
from tests.cast import TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cast")]


def current(client, path):
    page = client.get(path).content.decode()
    nav = re.search(r'<nav class="contents".*?</nav>', page, re.S)
    assert nav
    return re.findall(r'href="([^"?]*)[^"]*" aria-current="(\w+)"', nav[0])


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/en/", [("/en/", "page")]),
        ("/en/networks/", [("/en/networks/", "page")]),
        ("/en/networks/leru/", [("/en/networks/", "true")]),
        ("/nl/networks/leru/?as_of=2021-12-31", [("/nl/networks/", "true")]),
        ("/en/partners/university-of-copenhagen/", [("/en/partners/", "true")]),
        ("/en/institutions/university-of-geneva/", []),
        ("/en/sources/", []),
    ],
)
def test_a_page_marks_its_section(client, path, said):
    assert current(client, path) == said


def test_a_day_is_never_parted_from_its_month():
    with override("en"):
        assert words.day(TODAY) == "22\N{NO-BREAK SPACE}November 2026"
