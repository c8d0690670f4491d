# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nouns: the cooperation condition and the rounds in which its places are given."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amicorum.agreements.models.agreement import Agreement
from amicorum.vocabulary.academic_year import AcademicYear


class ConditionMobility(models.TextChoices):
    """The kinds of stay of EWP IIAs v7."""

    STUDENT_STUDIES = "student-studies", _("studies")
    STUDENT_TRAINEESHIP = "student-traineeship", _("traineeship")
    DOCTORAL = "student-doctoral", _("doctoral stay")
    STAFF_TEACHING = "staff-teaching", _("teaching")
    STAFF_TRAINING = "staff-training", _("staff training")


class ConditionDirection(models.TextChoices):
    """Who travels, seen from the home."""

    SENDING = "sending", _("we send")
    RECEIVING = "receiving", _("we receive")


class Condition(models.Model):
    """Who may go where under an agreement: one cooperation condition as EWP IIAs v7 knows it.

    Academic years are kept as the calendar year in which they start.
    """

    Mobility = ConditionMobility
    Direction = ConditionDirection

    class Term(models.TextChoices):
        FIRST = "first-semester", _("first semester")
        SECOND = "second-semester", _("second semester")
        YEAR = "full-year", _("full year")

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="conditions")
    mobility = models.CharField(max_length=20, choices=Mobility)
    direction = models.CharField(max_length=10, choices=Direction)
    seats_per_year = models.PositiveSmallIntegerField()
    months = models.DecimalField(
        max_digits=4, decimal_places=1, null=True, blank=True, help_text="per person"
    )
    days = models.DecimalField(max_digits=5, decimal_places=1, null=True, blank=True, help_text="per person")
    is_blended = models.BooleanField(default=False, help_text="physical and virtual mobility combined")
    terms = models.CharField(max_length=60, blank=True, help_text="terms divided by spaces; empty: any")
    first_academic_year = models.PositiveSmallIntegerField()
    last_academic_year = models.PositiveSmallIntegerField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(last_academic_year__gte=models.F("first_academic_year")),
                name="condition_years_in_order",
            ),
            models.CheckConstraint(condition=Q(months=None) | Q(days=None), name="condition_months_or_days"),
            models.CheckConstraint(
                condition=Q(mobility__in=ConditionMobility.values), name="condition_mobility_is_known"
            ),
            models.CheckConstraint(
                condition=Q(direction__in=ConditionDirection.values), name="condition_direction_is_known"
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.agreement_id} {self.direction} {self.mobility} {self.seats_per_year}"

    @property
    def academic_years(self) -> tuple[AcademicYear, AcademicYear]:
        return AcademicYear(self.first_academic_year), AcademicYear(self.last_academic_year)

    @property
    def term_labels(self) -> list[str]:
        return [str(self.Term(term).label) for term in self.terms.split()]


class ConditionField(models.Model):
    """A field of study (ISCED-F 2013) for which a condition holds; none at all means every field."""

    condition = models.ForeignKey(Condition, on_delete=models.CASCADE, related_name="fields")
    isced_f = models.CharField(max_length=4)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("condition", "isced_f"), name="condition_field_once"),)
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.isced_f


class ConditionLevel(models.Model):
    """An EQF level for which a condition holds."""

    condition = models.ForeignKey(Condition, on_delete=models.CASCADE, related_name="levels")
    eqf_level = models.PositiveSmallIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("condition", "eqf_level"), name="condition_level_once"),
            models.CheckConstraint(condition=Q(eqf_level__range=(1, 8)), name="condition_level_is_eqf"),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return str(self.eqf_level)


class ConditionLanguage(models.Model):
    """A language that is asked for, with its CEFR level where one is named."""

    condition = models.ForeignKey(Condition, on_delete=models.CASCADE, related_name="languages")
    language = models.CharField(max_length=12)
    cefr = models.CharField(max_length=6, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("condition", "language"), name="condition_language_once"),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.language} {self.cefr}".strip()


class Round(models.Model):
    """The giving of a condition's places for one academic year; open through its closing day."""

    condition = models.ForeignKey(Condition, on_delete=models.CASCADE, related_name="rounds")
    academic_year = models.PositiveSmallIntegerField()
    opens_on = models.DateField()
    closes_on = models.DateField(help_text="inclusive, until 23:59 in the home's time zone")
    places = models.PositiveSmallIntegerField()
    taken = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("condition", "academic_year"), name="round_once_a_year"),
            models.CheckConstraint(
                condition=Q(closes_on__gte=models.F("opens_on")), name="round_closes_after_opening"
            ),
            models.CheckConstraint(condition=Q(taken__lte=models.F("places")), name="round_not_oversold"),
        )
        ordering = ("closes_on",)

    def __str__(self) -> str:
        return f"{self.condition_id} {AcademicYear(self.academic_year)}"

    def is_open_on(self, day: date) -> bool:
        return self.opens_on <= day <= self.closes_on

    @property
    def is_full(self) -> bool:
        return self.taken >= self.places
