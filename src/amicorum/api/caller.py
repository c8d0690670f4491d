# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who calls: which home, as of which day, in which language."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest
from django.utils import timezone

from amicorum.institutions.models import Home
from amicorum.vocabulary.levels import language as language_tag
from amicorum.vocabulary.periods import parse_day


@dataclass(frozen=True)
class Caller:
    """What every answer of the API depends on besides its address."""

    home: Home
    day: date
    language: str

    @property
    def languages(self) -> list[str]:
        """The languages in which to look for a text: the one asked for first."""
        return [self.language, *(code for code in self.home.language_codes if code != self.language)]


def caller_of(request: HttpRequest) -> Caller:
    """The caller; `as_of` and `lang` come from the query.

    Raises `vocabulary.errors.NotInVocabulary` for an impossible day or language.
    """
    home = Home.objects.for_host(request.get_host().rsplit(":", 1)[0]).first()
    if home is None:
        raise Http404("no home answers this host")
    asked = request.GET.get("as_of", "")
    day = parse_day(asked) if asked else timezone.localdate()
    spoken = language_tag(request.GET["lang"]) if request.GET.get("lang") else home.language_codes[0]
    return Caller(home, day, spoken)
