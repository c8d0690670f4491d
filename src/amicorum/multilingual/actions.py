# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbs: writing texts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from amicorum.multilingual.fields import sort_key

Texts = Mapping[str, Mapping[str, str]]
"""Field -> language -> text."""


def write_texts(owner: Any, texts: Texts, *, at: datetime) -> bool:
    """Make the owner say just this in the fields that are named; True when anything changed.

    A text that is the same keeps the moment of its last revision; an empty text is taken away.
    """
    rows = owner.texts
    held = {(row.field, row.language): row for row in rows.filter(field__in=list(texts))}
    wanted = {
        (field, language): text
        for field, by_language in texts.items()
        for language, text in by_language.items()
        if text
    }
    changed = False
    for place, row in held.items():
        if place not in wanted:
            row.delete()
            changed = True
    for place, row in held.items():
        if row.text != wanted.get(place, row.text):
            row.text, row.revised_at, row.state = wanted[place], at, "written"
            row.save()
            changed = True
    fresh = [
        rows.model(
            owner=owner, field=field, language=language, text=text, sort_key=sort_key(text), revised_at=at
        )
        for (field, language), text in wanted.items()
        if (field, language) not in held
    ]
    rows.bulk_create(fresh)
    return changed or bool(fresh)
