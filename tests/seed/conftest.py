# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page that the product must be able to stand behind: helpers to read it and to take facts away."""

import html
import re

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from amicorum.journal.actions import raise_public_version
from tests.registers import LOADED_AT

SEED_DAY = "2021-12-31"
LANGUAGES = ("en", "nl")


class Site:
    """The public site as a reader sees it: texts of pages, without their markup."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def markup(self, language: str, path: str = "", day: str | None = None) -> str:
        response = self.client.get(f"/{language}/{path}", {"as_of": day} if day else {})
        assert response.status_code == 200, (path, response.status_code)
        return response.content.decode()

    def text(self, language: str, path: str = "", day: str | None = None) -> str:
        main = re.search(r"<main.*</main>", self.markup(language, path, day), re.S)
        assert main
        without_scripts = re.sub(r"<script.*?</script>", " ", main[0], flags=re.S)
        return plain(html.unescape(re.sub(r"<[^>]+>", " ", without_scripts)))

    def says(self, statement, path: str = "", day: str | None = None) -> bool:
        """Whether the page says a statement in every language, each in its own words."""
        said = [plain(statement.said("text", language).text) for language in LANGUAGES]
        assert len({text for text in said if text}) == len(LANGUAGES), f"{statement} lacks a text of its own"
        found = [
            text in self.text(language, path, day) for language, text in zip(LANGUAGES, said, strict=True)
        ]
        assert len(set(found)) == 1, f"{path} says {statement} in one language only"
        return found[0]

    def cites(self, source, path: str = "", day: str | None = None) -> bool:
        return all(plain(source.title) in self.text(language, path, day) for language in LANGUAGES)


def plain(text: str) -> str:
    """Text with single spaces, none before a comma or full stop (markup leaves such spaces)."""
    return re.sub(r"\s+([.,;])", r"\1", re.sub(r"\s+", " ", text)).strip()


@pytest.fixture(autouse=True)
def on_the_day_of_loading():
    """The day that 'today' means in these tests."""
    with time_machine.travel(LOADED_AT, tick=False):
        yield


@pytest.fixture
def site(client, real_register) -> Site:
    return Site(client)


@pytest.fixture
def take_away():
    """Remove a record from the register as the office would: the public version rises with it."""

    def remove(record) -> None:
        type(record).objects.filter(pk=record.pk).delete()
        raise_public_version()

    return remove


@pytest.fixture
def now():
    return timezone.now()
