# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The names of many things at once, in as few queries as can be."""

from collections.abc import Hashable, Iterable
from typing import Any, TypeVar

from django.db.models import OuterRef, Subquery

from amicorum.institutions.models import InstitutionName
from amicorum.multilingual.models import Said
from amicorum.portal.visit import Visit

K = TypeVar("K", bound=Hashable)

LONGEST_NAME = 22
"""Letters that a row of the ribbon, or a list within a line, has room for."""


def label_in(language: str) -> Subquery:
    """The name of the institution that a query reads, as `Institution.named` chooses it; NULL for none."""
    labels = InstitutionName.objects.filter(
        institution=OuterRef("pk"),
        language=language,
        kind=InstitutionName.Kind.LABEL,
        counts_until=None,
    )
    return Subquery(labels.order_by("pk").values("name")[:1])


def name_in(language: str, labelled: Any) -> Said:
    """The name of an institution that was read with its `label`."""
    if labelled.label:
        return Said(labelled.label, language)
    return Said(labelled.display_name, labelled.display_language)


def in_short(name: Said, abbreviation: str) -> Said:
    """The name where it is short, else the abbreviation it goes by."""
    return Said(abbreviation, "") if abbreviation and len(name.text) > LONGEST_NAME else name


def best_of_each(visit: Visit, rows: Iterable[tuple[K, str, str]]) -> dict[K, Said]:
    """From rows of key, language and text the text of each key in the first of the visit's languages."""
    found: dict[K, Said] = {}
    for key, language, text in sorted(rows, key=lambda row: _preference(visit, row[1]), reverse=True):
        found[key] = Said(text, language)
    return found


def _preference(visit: Visit, language: str) -> int:
    spoken = visit.languages
    return spoken.index(language) if language in spoken else len(spoken)
