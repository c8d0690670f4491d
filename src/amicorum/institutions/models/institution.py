# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nouns: the institution, its names, identifiers and units, and what registers say of it."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amicorum.multilingual.fields import SortKeyField
from amicorum.multilingual.models import BearsTexts, Said, Text
from amicorum.sources.models import Certainty, DatedFact, FactQuerySet, SourcedFact
from amicorum.vocabulary.countries import Country
from amicorum.vocabulary.countries import country as country_of


class InstitutionQuerySet(models.QuerySet["Institution"]):
    """Sentences about institutions."""

    def with_names(self) -> Self:
        return self.prefetch_related("names")

    def known_as(self, scheme: str, value: str) -> Self:
        """Those that bear this identifier today, confirmed."""
        return self.filter(
            identifiers__scheme=scheme,
            identifiers__value=value,
            identifiers__certainty=Certainty.CONFIRMED,
            identifiers__counts_until=None,
        )

    def in_order(self) -> Self:
        return self.order_by("sort_key", "pk")


class Institution(models.Model):
    """A university or another body of higher education, as the registers know it."""

    class Status(models.TextChoices):
        ACTIVE = "active", _("active")
        INACTIVE = "inactive", _("no longer active")
        WITHDRAWN = "withdrawn", _("withdrawn from its register")

    key = models.CharField(max_length=80, unique=True, help_text="register and id, as ror:027bh9e22")
    slug = models.SlugField(max_length=140, unique=True)
    display_name = models.CharField(max_length=300)
    display_language = models.CharField(max_length=12, blank=True)
    sort_key = SortKeyField(db_index=True)
    country_code = models.CharField(max_length=2, db_index=True)
    city = models.CharField(max_length=120, blank=True)
    latitude = models.FloatField(null=True, blank=True, help_text="degrees north, WGS84")
    longitude = models.FloatField(null=True, blank=True, help_text="degrees east, WGS84")
    website = models.CharField(max_length=500, blank=True)
    established = models.PositiveSmallIntegerField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.ACTIVE)
    is_fictitious = models.BooleanField(default=False, help_text="invented for the demonstration")
    is_network = models.BooleanField(
        default=False, help_text="a network that has a register entry of its own"
    )

    objects = InstitutionQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False),
                name="institution_place_is_whole",
            ),
        )

    def __str__(self) -> str:
        return self.display_name

    @property
    def country(self) -> Country:
        return country_of(self.country_code)

    def named(self, language: str) -> Said:
        """Its name in this language, else the one it goes by in its register.

        Reads the prefetched names; a name whose period is over is not used.
        """
        labels = [name for name in self.names.all() if name.is_label_in(language)]
        best = min(labels, key=lambda name: (name.kind != InstitutionName.Kind.LABEL, name.pk), default=None)
        return Said(best.name, language) if best else Said(self.display_name, self.display_language)

    def identifier(self, scheme: str) -> str:
        """Its confirmed identifier in a scheme, or nothing; reads prefetched identifiers."""
        held = (
            row.value
            for row in self.identifiers.all()
            if row.scheme == scheme and row.certainty == Certainty.CONFIRMED and row.counts_until is None
        )
        return next(held, "")


class InstitutionName(SourcedFact, DatedFact):
    """One name of an institution, in a language where that is known.

    A misspelling is found like any other name and shown nowhere.
    """

    class Kind(models.TextChoices):
        LABEL = "label"
        ALIAS = "alias"
        ACRONYM = "acronym"
        LEGAL = "legal"
        MISSPELLING = "misspelling"

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="names")
    kind = models.CharField(max_length=12, choices=Kind)
    language = models.CharField(max_length=12, blank=True)
    name = models.CharField(max_length=300)
    sort_key = SortKeyField(db_index=True)

    objects = FactQuerySet.as_manager()

    class Meta(DatedFact.Meta):
        constraints = (
            *DatedFact.Meta.constraints,
            models.UniqueConstraint(
                fields=("institution", "kind", "language", "name", "source"),
                name="institution_name_once_per_source",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def is_label_in(self, language: str) -> bool:
        """Whether it can head a page in this language today."""
        return self.language == language and self.kind == self.Kind.LABEL and self.counts_until is None


class Identifier(SourcedFact, DatedFact):
    """An identifier of an institution in a scheme of `vocabulary.codes`."""

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="identifiers")
    scheme = models.CharField(max_length=20)
    value = models.CharField(max_length=120)

    objects = FactQuerySet.as_manager()

    class Meta(DatedFact.Meta):
        constraints = (
            *DatedFact.Meta.constraints,
            models.UniqueConstraint(
                fields=("scheme", "value"),
                condition=Q(certainty=Certainty.CONFIRMED, counts_until=None),
                name="identifier_names_one_institution",
            ),
            models.UniqueConstraint(
                fields=("institution", "scheme", "value", "source"), name="identifier_once_per_source"
            ),
        )

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"


class Relation(models.Model):
    """What a register says of two institutions, as `successor`: the other follows this one."""

    class Kind(models.TextChoices):
        PARENT = "parent"
        SUCCESSOR = "successor"
        PREDECESSOR = "predecessor"

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="relations")
    other = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("institution", "other", "kind"), name="relation_once"),
        )

    def __str__(self) -> str:
        return f"{self.institution_id} has {self.kind} {self.other_id}"


class RegisterRecord(models.Model):
    """What one register said of one key when it was last taken in.

    The fingerprint tells an unchanged record at once; `label` is the name as the register writes
    it, so that the next list can say who was renamed.
    """

    register = models.CharField(max_length=20)
    key = models.CharField(max_length=80)
    label = models.CharField(max_length=300)
    fingerprint = models.CharField(max_length=64)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="register_records")
    gone_since = models.DateField(null=True, blank=True, help_text="first list without this key")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("register", "key"), name="register_record_once"),)

    def __str__(self) -> str:
        return f"{self.register} {self.key}"


class DoubtfulPair(models.Model):
    """Two records that may be one institution: for a person to decide, never merged silently."""

    class Verdict(models.TextChoices):
        OPEN = "open", _("open")
        SAME = "same", _("the same institution")
        DIFFERENT = "different", _("two institutions")

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="doubtful_pairs")
    other = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=300)
    score = models.FloatField(null=True, blank=True, help_text="name similarity, 0 to 100")
    verdict = models.CharField(max_length=10, choices=Verdict, default=Verdict.OPEN)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("institution", "other"), name="doubtful_pair_once"),
            models.CheckConstraint(condition=~Q(institution=models.F("other")), name="doubtful_pair_of_two"),
        )

    def __str__(self) -> str:
        return f"{self.institution_id} ? {self.other_id}"


class OUnit(BearsTexts):
    """An organisational unit of an institution: a faculty, an institute, an office."""

    class Kind(models.TextChoices):
        OFFICE = "office", _("office")
        FACULTY = "faculty", _("faculty")
        INSTITUTE = "institute", _("institute")

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="units")
    code = models.SlugField(max_length=60)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    kind = models.CharField(max_length=10, choices=Kind)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("institution", "code"), name="unit_code_once"),
            models.CheckConstraint(condition=~Q(parent=models.F("id")), name="unit_has_another_parent"),
        )

    def __str__(self) -> str:
        return f"{self.institution_id} {self.code}"


class OUnitText(Text):
    """The name of a unit in one language."""

    owner = models.ForeignKey(OUnit, on_delete=models.CASCADE, related_name="texts")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("owner", "field", "language"), name="unit_text_once"),)

    def __str__(self) -> str:
        return self.text
