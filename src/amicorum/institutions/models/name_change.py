# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Noun: the mark that names of institutions changed, by which every search index keeps up."""

import uuid
from typing import NamedTuple, Self

from django.db import models


class Mark(NamedTuple):
    """Which change an index has seen last; two databases or two histories never share one."""

    version: int
    stamp: uuid.UUID


class NameChangeQuerySet(models.QuerySet["NameChange"]):
    """Sentences about changes of names."""

    def latest_mark(self) -> Mark | None:
        """The last change that was committed, or nothing when no name was ever written."""
        row = self.order_by("-version").values_list("version", "stamp").first()
        return Mark(*row) if row else None

    def after(self, mark: Mark) -> Self:
        return self.filter(version__gt=mark.version).order_by("version")

    def holds(self, mark: Mark) -> bool:
        """Whether this database has the change of that mark in its history."""
        return self.filter(version=mark.version, stamp=mark.stamp).exists()


class NameChange(models.Model):
    """Names, codes or standing of these institutions changed in the transaction of this version.

    `version` is the shared public version that the same transaction set. That counter stays locked
    until the transaction ends, so versions appear in the order of commits: who has seen one has
    seen all lower ones, on PostgreSQL too, where plain sequences give no such promise. A version
    that was rolled back is given out again; the stamp tells the two apart.
    """

    version = models.PositiveBigIntegerField(primary_key=True)
    stamp = models.UUIDField(default=uuid.uuid4)
    institution_ids = models.JSONField(help_text="primary keys; of deleted institutions as well")

    objects = NameChangeQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.version}: {len(self.institution_ids)} institutions"
