# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nouns: the agreement, its parties, its suspensions and its texts."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from amicorum.institutions.models import Home, Institution, OUnit
from amicorum.multilingual.models import BearsTexts, Text
from amicorum.sources.models import DatedFact, FactQuerySet, SourcedFact


class AgreementQuerySet(FactQuerySet):
    """Sentences about agreements, besides those of every fact."""

    def of_home(self, home: Home) -> Self:
        return self.filter(home=home)

    def with_partner(self, institution: Institution) -> Self:
        return self.filter(parties__institution=institution).distinct()

    def in_force(self, on: date) -> Self:
        """Valid on the day and not suspended on it."""
        return self.on(on).exclude(self._suspended(on))

    def _suspended(self, day: date) -> Any:
        running = Suspension.objects.filter(agreement=OuterRef("pk"), since__lte=day)
        return Exists(running.filter(Q(until=None) | Q(until__gt=day)))

    def with_everything(self) -> Self:
        """All that one page shows of an agreement, in a constant number of queries."""
        return self.select_related("home", "owner", "source").prefetch_related(
            "texts",
            "owner__texts",
            "suspensions",
            "open_to__texts",
            "parties__institution__names",
            "parties__unit__texts",
            "conditions__fields",
            "conditions__levels",
            "conditions__languages",
            "conditions__rounds",
        )


class Agreement(BearsTexts, SourcedFact, DatedFact):
    """What a home has agreed with other institutions; its period is its validity."""

    class Kind(models.TextChoices):
        MOU = "memorandum-of-understanding", _("memorandum of understanding")
        IIA = "inter-institutional-agreement", _("Erasmus+ inter-institutional agreement")
        STUDENT_EXCHANGE = "student-exchange", _("student exchange")
        STAFF_EXCHANGE = "staff-exchange", _("staff exchange")
        PHD = "phd-cotutelle", _("PhD or cotutelle")
        RESEARCH = "research-collaboration", _("research collaboration")
        JOINT_PROGRAMME = "joint-programme-consortium", _("joint-programme consortium")

    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="agreements")
    key = models.CharField(max_length=80, help_text="reference of the agreement in its source")
    kind = models.CharField(max_length=40, choices=Kind)
    owner = models.ForeignKey(OUnit, on_delete=models.PROTECT, related_name="agreements")
    signed_on = models.DateField(null=True, blank=True)
    verified_on = models.DateField(null=True, blank=True, help_text="last checked with the partner")
    open_to = models.ManyToManyField(
        OUnit, related_name="+", blank=True, help_text="intended for students from; empty: from every unit"
    )
    is_sample = models.BooleanField(default=False)
    fingerprint = models.CharField(max_length=64, editable=False)

    objects = AgreementQuerySet.as_manager()

    class Meta(DatedFact.Meta):
        constraints = (
            *DatedFact.Meta.constraints,
            models.UniqueConstraint(fields=("home", "key"), name="agreement_key_once_per_home"),
        )
        indexes = (models.Index(fields=("home", "counts_from", "counts_until"), name="agreement_on_day"),)

    def __str__(self) -> str:
        return self.key

    def suspension_on(self, day: date) -> "Suspension | None":
        """The suspension that holds on this day; reads the prefetched ones."""
        return next((row for row in self.suspensions.all() if row.covers(day)), None)


class AgreementText(Text):
    """Title, restriction or considerations of an agreement in one language."""

    owner = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="texts")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("owner", "field", "language"), name="agreement_text_once"),
        )

    def __str__(self) -> str:
        return self.text


class Party(models.Model):
    """An institution on the other side of an agreement, with its unit where one is named."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="parties")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="agreement_parts")
    unit = models.ForeignKey(OUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("agreement", "institution", "unit"), name="party_unit_once"),
            models.UniqueConstraint(
                fields=("agreement", "institution"), condition=Q(unit=None), name="party_once"
            ),
        )
        ordering = ("pk",)
        verbose_name_plural = "parties"

    def __str__(self) -> str:
        return f"{self.agreement_id} with {self.institution_id}"


class Suspension(models.Model):
    """A time in which an agreement rests, with its grounds and the day of review."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="suspensions")
    since = models.DateField()
    until = models.DateField(null=True, blank=True, help_text="exclusive")
    reason = models.TextField()
    review_on = models.DateField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=models.F("since")),
                name="suspension_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(review_on__gte=models.F("since")), name="suspension_reviewed_after_it_starts"
            ),
            models.UniqueConstraint(fields=("agreement", "since"), name="suspension_once_a_day"),
        )

    def __str__(self) -> str:
        return f"{self.agreement_id} since {self.since}"

    def covers(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)
