# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbs: opening a home and entering what is stated of it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.staticfiles import finders
from django.core.exceptions import SuspiciousFileOperation

from amicorum.institutions.models import Home, HomeStatement, Institution
from amicorum.journal.actions import Outcome, action, settle
from amicorum.sources.models import period_columns


class UnableToOpenHome(ValueError):
    """The home cannot be opened; the message says why."""


@action("home.open")
def open_home(
    *, slug: str, institution: Institution, values: Mapping[str, Any], by: str, at: datetime
) -> tuple[Home, Outcome]:
    """Open a home for a university, or bring its settings up to these values.

    Raises `UnableToOpenHome` when the university, the host name or the place of default home is
    taken by another, or its theme is no stylesheet of this installation.
    """
    others = Home.objects.exclude(slug=slug)
    if others.filter(institution=institution).exists():
        raise UnableToOpenHome(f"{institution} has a home already")
    if values.get("host") and others.filter(host=values["host"]).exists():
        raise UnableToOpenHome(f"the host name {values['host']} belongs to another home")
    if values.get("is_default") and others.filter(is_default=True).exists():
        raise UnableToOpenHome("there is a default home already")
    if "theme" in values and not _is_stylesheet(values["theme"]):
        raise UnableToOpenHome(f"there is no stylesheet {values['theme']!r} among the assets")
    columns = {"institution": institution, **values}
    return settle(Home, identity={"slug": slug}, values=columns, verb="home.open", by=by, at=at, scope=slug)


def _is_stylesheet(path: str) -> bool:
    try:
        return path.endswith(".css") and finders.find(path) is not None
    except SuspiciousFileOperation:
        return False


@action("home.state")
def state(
    *,
    key: str,
    home: Home,
    start: str,
    end: str,
    values: Mapping[str, Any],
    text: Mapping[str, str],
    by: str,
    at: datetime,
) -> tuple[HomeStatement, Outcome]:
    """Enter what a source states of a home as a whole."""
    return settle(
        HomeStatement,
        identity={"key": key},
        values={"home": home, **values, **period_columns(start, end)},
        texts={"text": text},
        verb="home.state",
        by=by,
        at=at,
        scope=home.slug,
    )
