# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The destination pages as a visitor reads them, and agreements in each standing."""

import html
import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from typing import cast as cast_to

from django.http import HttpResponse
from django.test import Client, override_settings

from amicorum.agreements.actions import RoundDraft, suspend
from amicorum.agreements.models import Agreement
from amicorum.institutions.actions.records import add_institution
from amicorum.institutions.models import Institution
from tests.cast import SECOND_HOST, TOLD, Cast, a_condition, an_agreement, name_it

LAST_YEAR = RoundDraft(2026, date(2025, 10, 1), date(2025, 12, 1), places=4)
TAKEN = RoundDraft(2027, date(2026, 10, 1), date(2026, 12, 1), places=4, taken=4)

STANDINGS: dict[str, dict[str, Any]] = {
    "full": {"conditions": [a_condition(rounds=[TAKEN])]},
    "closed": {"conditions": [a_condition(rounds=[LAST_YEAR])]},
    "future": {"start": "2027-09-01"},
    "expired": {"end": "2026-09-01"},
    "suspended": {},
}
"""What is different, in an agreement that would be open otherwise, when it stands so."""


def get(client: Client, path: str, query: Mapping[str, Any], host: str = "testserver") -> HttpResponse:
    """The answer of a home's site to a visitor in English."""
    with override_settings(ALLOWED_HOSTS=[host]):
        return cast_to(HttpResponse, client.get(f"/en/{path}", query, headers={"host": host}))


def page_of(client: Client, path: str = "", host: str = "testserver", **query: Any) -> str:
    """The main part of a page under /en/partners/."""
    answer = get(client, f"partners/{path}", query, host)
    assert answer.status_code == 200, answer.content.decode()[-900:]
    return main_of(answer.content.decode())


def second_page(client: Client, path: str = "", **query: Any) -> str:
    """The same of the second home."""
    return page_of(client, path, SECOND_HOST, **query)


def main_of(markup: str) -> str:
    found = re.search(r"<main.*</main>", markup, re.S)
    assert found
    return found[0]


def words_of(markup: str) -> str:
    """The text without its markup, in single spaces."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def text_of(client: Client, path: str = "", **query: Any) -> str:
    return words_of(page_of(client, path, **query))


def total_of(markup: str) -> str:
    found = re.search(r'<h2 id="count">(.*?)</h2>', markup)
    assert found
    return html.unescape(found[1])


def listed(markup: str) -> list[str]:
    """The addresses of the partners in the list, in its order."""
    names = re.findall(r'<h3 class="destination-name">(.*?)</h3>', markup, re.S)
    return [slug for name in names for slug in re.findall(r'href="/en/partners/([^/]+)/', name)]


def links_in(markup: str, css_class: str) -> dict[str, str]:
    """Name and address of each link in the first element of a class."""
    part = re.search(rf'<(\w+)[^>]* class="{css_class}".*?</\1>', markup, re.S)
    links = re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', part[0] if part else "", re.S)
    return {words_of(name): html.unescape(address) for address, name in links}


def choice(markup: str, key: str) -> tuple[str, int]:
    """Where choosing a value leads, and how many agreements it counts."""
    found = re.search(rf'<a id="{key}" href="([^"]*)".*?</a><span class="count">(\d+)</span>', markup, re.S)
    assert found, key
    return html.unescape(found[1]), int(found[2])


def a_partner(cast: Cast, number: int, **values: Any) -> Institution:
    """A fictitious partner by its number, in Sweden where nothing else is said."""
    name = f"Sample University {number:03d} (fictitious)"
    columns = {"country_code": "SE", "is_fictitious": True, **values}
    partner, _ = add_institution(key=f"sample:{number:03d}", name=name, language="en", values=columns, **TOLD)
    name_it(partner, cast.sample, {"en": name})
    return partner


def an_exchange(cast: Cast, partner: Institution, key: str, **changes: Any) -> Agreement:
    """An agreement of Leiden's office, open on the day of the tests."""
    return an_agreement(cast.leiden, cast.office, partner, cast.sample, key=key, **changes)


def standing(cast: Cast, name: str, partner: Institution) -> Agreement:
    """An agreement that stands so on the day of the tests."""
    agreement = an_exchange(cast, partner, f"stands-{name}", **STANDINGS[name])
    if name == "suspended":
        suspend(
            agreement=agreement, since=date(2026, 5, 1), reason="Invented: the campus is rebuilt.",
            review_on=date(2027, 5, 1), **TOLD,
        )  # fmt: skip
    return agreement
