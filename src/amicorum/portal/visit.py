# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is standing outside: which home is visited, in which language, as of which day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from amicorum.institutions.models import Home
from amicorum.vocabulary.errors import NotAMoment
from amicorum.vocabulary.periods import parse_day

AS_OF = "as_of"
FIRST_YEAR, LAST_YEAR = 1000, 2999
"""No university is older, and no agreement is made for longer."""


@dataclass(frozen=True)
class Visit:
    """One visit to a page; everything that a public page may depend on besides its address."""

    home: Home
    language: str
    day: date
    today: date

    @property
    def is_of_another_day(self) -> bool:
        return self.day != self.today

    @property
    def languages(self) -> list[str]:
        """The languages in which to look for a text: the visitor's first."""
        return self.home.languages_from(self.language)

    def address(self, name: str, *args: Any, query: list[tuple[str, str]] | None = None) -> str:
        """The address of a page of the portal; it keeps the day of the visit."""
        return self.dated(reverse(f"portal:{name}", args=args), query)

    def dated(self, path: str, query: list[tuple[str, str]] | None = None) -> str:
        """A path with its query and with the day, where that is not today."""
        words = QueryDict(mutable=True)
        for key, value in query or []:
            words.appendlist(key, value)
        if self.is_of_another_day:
            words[AS_OF] = self.day.isoformat()
        return f"{path}?{words.urlencode()}" if words else path


def visit_of(request: HttpRequest) -> Visit:
    """The visit that a request makes; raises as `visit_as_of`."""
    return visit_as_of(request, request.GET.get(AS_OF, "").strip())


def visit_as_of(request: HttpRequest, as_of: str) -> Visit:
    """The visit that a request makes as of a day, or of today when none is written.

    Raises `vocabulary.errors.NotAMoment` for an impossible day, `Http404` when no home answers this host
    or the home does not speak the language.
    """
    home = Home.objects.prefetch_related("institution__names").answering(request.get_host())
    language = get_language() or ""
    if home is None or language not in home.language_codes:
        raise Http404
    today = timezone.localdate()
    day = parse_day(as_of) if as_of else today
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise NotAMoment(as_of, f"a day between {FIRST_YEAR} and {LAST_YEAR}")
    return Visit(home, language, day, today)
