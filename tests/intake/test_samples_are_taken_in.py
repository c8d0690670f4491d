# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest

from amicorum.agreements.models import Agreement
from amicorum.institutions.models import Institution
from amicorum.intake.samples import take_in_samples
from amicorum.intake.sampling.lists import rows_of
from tests.intake.tables import outcomes, taken_in
from tests.registers import LOADED_ON, SAMPLES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_register")]


def samples_again(**changes):
    return taken_in(take_in_samples, home="leiden", **{"on": LOADED_ON, "size": SAMPLES, **changes})


def test_all_of_them_are_marked_and_belong_to_leiden():
    held = Agreement.objects.all()
    assert held.count() >= SAMPLES
    assert not held.exclude(is_sample=True, source__key="sample", home__slug="leiden").exists()


def test_partners_are_real_but_for_the_visibly_fictitious_ones():
    partners = Institution.objects.filter(agreement_parts__isnull=False)
    fictitious = partners.filter(is_fictitious=True).with_names().distinct()
    assert fictitious.count() == len(rows_of("fictitious"))
    for one in fictitious:
        assert one.country.is_fictitious
        assert one.key.startswith("sample:")
        assert "(fictitious)" in one.named("en").text
        assert "(fictief)" in one.named("nl").text
    assert not partners.filter(is_fictitious=False).exclude(identifiers__scheme="ror").exists()
    assert not partners.filter(country_code="NL").exists()


def test_only_agreements_with_fictitious_partners_are_ever_suspended():
    for days in range(0, 731, 30):
        suspended = suspended_on(LOADED_ON + timedelta(days=days))
        assert not suspended.exclude(parties__institution__is_fictitious=True).exists()
    assert suspended_on(LOADED_ON).count() == 2


def suspended_on(day):
    return Agreement.objects.on(day).exclude(pk__in=Agreement.objects.in_force(day))


def test_the_same_seed_and_day_taken_in_again_change_nothing():
    count = Agreement.objects.count()
    report = samples_again()
    assert outcomes(report) == (0, 0, count)
    assert report.refusals == []


def test_a_later_day_brings_the_same_agreements_up_to_it():
    count = Agreement.objects.count()
    report = samples_again(on=LOADED_ON + timedelta(days=400))
    assert report.counts["new"] == 0
    assert report.counts["changed"] > 0
    assert Agreement.objects.count() == count


def test_another_seed_gives_others():
    assert samples_again(seed=2).counts["new"] > 0
