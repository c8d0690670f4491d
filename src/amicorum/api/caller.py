# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who calls: which home, as of which day, in which language."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest
from django.utils import timezone

from amicorum.api.asking import Asked
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
        return self.home.languages_from(self.language)


def caller_of(request: HttpRequest, asked: Asked) -> Caller:
    """The caller: the home by the host of the request, day and language by its query.

    Raises `vocabulary.errors.NotInVocabulary` for an impossible day or language, `Http404` when no
    home answers this host.
    """
    home = Home.objects.answering(request.get_host())
    if home is None:
        raise Http404
    day = parse_day(asked.as_of) if asked.as_of else timezone.localdate()
    return Caller(home, day, language_tag(asked.lang) if asked.lang else home.language_codes[0])
