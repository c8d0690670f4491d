# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nouns: a person, and a role that the person holds at a home or one of its units."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amicorum.institutions.models import Home, OUnit


class Person(models.Model):
    """Somebody who works with the register of a home."""

    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="people")
    name = models.CharField(max_length=200)
    email = models.EmailField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("home", "email"), name="person_email_once_per_home"),)
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return f"person {self.pk}"


class RoleQuerySet(models.QuerySet["RoleHolding"]):
    """Sentences about roles."""

    def on(self, day: date) -> Self:
        return self.filter(held_from__lte=day).filter(Q(held_until=None) | Q(held_until__gt=day))


class RoleHolding(models.Model):
    """A role held by a person at a unit (or at the whole home) for a time."""

    class Role(models.TextChoices):
        CENTRAL_OFFICER = "central-officer", _("central officer")
        FACULTY_COORDINATOR = "faculty-coordinator", _("faculty coordinator")
        READER = "reader", _("reader")
        ADMINISTRATOR = "administrator", _("administrator")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(max_length=20, choices=Role)
    unit = models.ForeignKey(OUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    held_from = models.DateField()
    held_until = models.DateField(null=True, blank=True, help_text="exclusive")

    objects = RoleQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(held_until=None) | Q(held_until__gt=models.F("held_from")),
                name="role_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=("person", "role", "unit", "held_from"), name="role_once_at_a_unit"
            ),
            models.UniqueConstraint(
                fields=("person", "role", "held_from"), condition=Q(unit=None), name="role_once_at_a_home"
            ),
        )

    def __str__(self) -> str:
        return f"{self.role} of person {self.person_id}"
