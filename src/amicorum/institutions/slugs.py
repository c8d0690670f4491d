# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses: the word in a URL that names an institution for good."""

from collections.abc import Iterator

from django.utils.text import slugify

from amicorum.institutions.models import Institution
from amicorum.vocabulary.folding import fold

LONGEST = 120


def free_slug(name: str, city: str, key: str) -> str:
    """A slug that no institution bears yet, as short as can be."""
    taken = Institution.objects.filter(slug__startswith=_slug(name)[:LONGEST] or "institution")
    return first_free(name, city, key, set(taken.values_list("slug", flat=True)))


def first_free(name: str, city: str, key: str, taken: set[str]) -> str:
    """The first candidate that is not taken: the name, with its city, with its key."""
    return next(slug for slug in _candidates(name, city, key) if slug not in taken)


def _candidates(name: str, city: str, key: str) -> Iterator[str]:
    base = _slug(name)[:LONGEST].strip("-") or "institution"
    if base != "institution":
        yield base
        yield f"{base}-{_slug(city)}"[:LONGEST].strip("-")
    yield f"{base[:80]}-{_slug(key)}".strip("-")


def _slug(text: str) -> str:
    return slugify(fold(text))
