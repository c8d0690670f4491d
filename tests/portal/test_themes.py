# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A university changes one file, and everything follows."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from amicorum.institutions.actions.homes import open_home
from tests.cast import SECOND_HOST, TOLD

pytestmark = pytest.mark.django_db


def sheets(response):
    return re.findall(r'rel="stylesheet" href="[^"]*?(css/[\w-]+)', response.content.decode())


def test_each_home_wears_its_own_theme(cast, settings):
    settings.ALLOWED_HOSTS = ["testserver", SECOND_HOST]
    values = {"host": SECOND_HOST, "languages": "en nl", "theme": "css/theme-example.css"}
    open_home(slug="second", institution=cast.second.institution, values=values, **TOLD)
    assert sheets(Client().get("/en/")) == ["css/site", "css/theme-leiden"]
    assert sheets(Client(HTTP_HOST=SECOND_HOST).get("/en/")) == ["css/site", "css/theme-example"]


def tokens(theme):
    sheet = Path(str(finders.find(f"css/theme-{theme}.css"))).read_text(encoding="utf-8")
    return dict(re.findall(r"^\s+(--[\w-]+):\s*([^;]+);", sheet, re.M))


def test_the_second_theme_changes_ink_accent_and_rubric():
    first, second = tokens("leiden"), tokens("example")
    changed = {name for name in first.keys() & second.keys() if first[name] != second[name]}
    assert {"--amicorum-ink", "--amicorum-accent", "--amicorum-rubric"} <= changed
