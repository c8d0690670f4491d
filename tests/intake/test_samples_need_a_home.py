# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from amicorum.agreements.models import Agreement
from amicorum.institutions.actions.records import enter_unit
from amicorum.institutions.models import Home
from amicorum.intake.files import UnreadableFile
from amicorum.intake.samples import take_in_samples
from amicorum.intake.sampling.lists import faculties
from tests.cast import TODAY, TOLD
from tests.intake.tables import taken_in

pytestmark = pytest.mark.usefixtures("cast")


def test_an_unknown_home_is_told():
    with pytest.raises(UnreadableFile, match="No home is known as 'utrecht'"):
        taken_in(take_in_samples, home="utrecht")


def test_a_home_without_the_units_of_the_sample_is_told():
    with pytest.raises(UnreadableFile, match="second lacks units that the sample speaks of: archaeology"):
        taken_in(take_in_samples, home="second")


def test_the_sample_of_one_home_is_not_that_of_another():
    second = Home.objects.get(slug="second")
    before = Agreement.objects.of_home(Home.objects.get(slug="leiden")).count()
    for code in ("international-relations", *faculties()):
        enter_unit(institution=second.institution, code=code, kind="faculty", names={"en": code}, **TOLD)
    taken_in(take_in_samples, home="second", on=TODAY)
    assert Agreement.objects.of_home(second).filter(key__startswith="sample-fictitious").count() == 6
    assert Agreement.objects.of_home(Home.objects.get(slug="leiden")).count() == before
