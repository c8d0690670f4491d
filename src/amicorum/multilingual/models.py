# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nouns: a text in one language, and what may be asked of something that bears texts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import OuterRef, Subquery

from amicorum.multilingual.fields import SortKeyField, sort_key


@dataclass(frozen=True)
class Said:
    """A text as it can be shown: with the language that it is really in, for its `lang`."""

    text: str
    language: str

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


class Text(models.Model):
    """One text of its owner in one language.

    A room subclasses this with a foreign key named `owner` (related name `texts`) and a
    uniqueness of (owner, field, language); a new language is a new row, never a new column.
    """

    class State(models.TextChoices):
        WRITTEN = "written"
        REVIEWED = "reviewed"

    field = models.CharField(max_length=40)
    language = models.CharField(max_length=12)
    text = models.TextField()
    sort_key = SortKeyField()
    state = models.CharField(max_length=10, choices=State, default=State.WRITTEN)
    revised_at = models.DateTimeField()

    owner_id: int

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_key = sort_key(self.text)
        super().save(*args, **kwargs)

    def is_older_than(self, siblings: Iterable["Text"]) -> bool:
        """Whether the same text was revised in another language after this one."""
        return any(
            sibling.field == self.field
            and sibling.language != self.language
            and sibling.revised_at > self.revised_at
            for sibling in siblings
        )


class BearsTexts(models.Model):
    """Something with texts; read them from a queryset that has called `with_texts()`."""

    class Meta:
        abstract = True

    def said(self, field: str, *languages: str) -> Said:
        """The text of a field in the first of these languages that has it, else in any.

        Nothing at all reads as an empty `Said`, so that a page never breaks on a missing text.
        """
        held = {text.language: text.text for text in self._texts() if text.field == field}
        for language in (*languages, *sorted(held)):
            if held.get(language):
                return Said(held[language], language)
        return Said("", languages[0] if languages else "")

    def _texts(self) -> Iterable[Text]:
        texts: Iterable[Text] = self.texts.all()  # type: ignore[attr-defined]  # each room's own
        return texts


def ordered_by_text(queryset: Any, field: str, language: str) -> Any:
    """The queryset ordered by a text of one language, the same on every database."""
    texts = queryset.model._meta.get_field("texts").related_model
    key = texts.objects.filter(owner=OuterRef("pk"), field=field, language=language)
    return queryset.annotate(text_order=Subquery(key.values("sort_key")[:1])).order_by("text_order", "pk")
