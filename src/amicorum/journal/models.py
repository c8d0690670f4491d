# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nouns: an entry of the journal, the personal values that belong to one, a public version."""

from typing import Any, NoReturn

from django.db import models

SHARED = ""
"""The scope of facts that every home shows: networks, programmes, institutions."""


class AppendOnly(models.QuerySet["Entry"]):
    """Refuses what a journal must not do; the database refuses it too (migration 0001)."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise TypeError("the journal is append-only")

    def delete(self) -> NoReturn:
        raise TypeError("the journal is append-only")

    def about(self, subject: models.Model) -> "AppendOnly":
        """The entries of one subject, oldest first."""
        return self.filter(subject_kind=subject._meta.label_lower, subject_id=str(subject.pk)).order_by("pk")


class Entry(models.Model):
    """Something that was done: the verb, to what, by whom, when, and what stood before and after.

    `before` and `after` hold no personal values; those lie in `PersonalValue`, which can be
    erased without touching the journal.
    """

    verb = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=40)
    scope = models.CharField(max_length=60, blank=True, help_text="slug of the home, or empty when shared")
    by = models.CharField(max_length=80)
    at = models.DateTimeField()
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    objects = AppendOnly.as_manager()

    class Meta:
        indexes = (
            models.Index(fields=("subject_kind", "subject_id"), name="journal_subject"),
            models.Index(fields=("scope", "id"), name="journal_scope_id"),
        )
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.verb} {self.subject_kind} {self.subject_id} by {self.by}"


class PersonalValue(models.Model):
    """A personal value that an entry refers to by name; erasable, while the entry stays."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="personal_values")
    name = models.CharField(max_length=40)
    value = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("entry", "name"), name="journal_personal_once"),)

    def __str__(self) -> str:
        return f"{self.name} of entry {self.entry_id}"


class PublicVersion(models.Model):
    """How often the public facts of a scope have changed.

    The row is raised in the transaction of the change and stays locked until it commits, so the
    number a reader sees never runs ahead of the facts it stands for.
    """

    scope = models.CharField(max_length=60, unique=True, blank=True)
    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.scope or 'shared'} {self.number}"


def public_version(scope: str) -> str:
    """The version under which pages of this scope may be cached: shared facts and its own."""
    rows = PublicVersion.objects.filter(scope__in=[SHARED, scope]).values_list("scope", "number")
    numbers = dict(rows)
    return f"{numbers.get(SHARED, 0)}-{numbers.get(scope, 0)}"
