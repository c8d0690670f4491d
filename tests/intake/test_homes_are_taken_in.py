# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from amicorum.institutions.models import Home, OUnit
from amicorum.intake.homes import HOME_COLUMNS, UNIT_COLUMNS, take_in_homes
from amicorum.intake.statements import STATEMENT_COLUMNS
from tests.intake.tables import outcomes, refused, taken_in, write

UNITS = (*UNIT_COLUMNS, "name_en", "name_nl", "name_de")
LEIDEN = {"slug": "leiden", "ror_id": "027bh9e22", "languages": "en nl", "default": "yes", "sample": "yes"}
GENEVA = {"slug": "geneva", "ror_id": "01swzsf04", "host": "Geneva.Example", "languages": "fr en"}
LAW = {"home": "geneva", "code": "law", "kind": "faculty", "name_en": "Law", "source": "leiden-page"}
PRIVATE_LAW = {**LAW, "code": "private-law", "kind": "institute", "parent": "law", "name_en": "Private law"}
STATED = {
    "key": "geneva/ties",
    "home": "geneva",
    "kind": "agreements",
    "value": "300",
    "certainty": "confirmed",
}


@pytest.fixture
def folder(tmp_path, cast):
    """A data folder in which Geneva becomes a third home, beside the two of the cast."""
    folder = tmp_path / "homes"
    write(folder / "homes.csv", HOME_COLUMNS, LEIDEN, GENEVA)
    write(folder / "units.csv", UNITS, PRIVATE_LAW, LAW)
    write(folder / "statements.csv", (*STATEMENT_COLUMNS, "home"), {**STATED, "source": "leiden-page"})
    text = {"statement": "geneva/ties", "language": "en", "text": "It has 300 agreements."}
    write(folder / "statement_texts.csv", ("statement", "language", "text"), text)
    return folder


def test_a_home_comes_with_its_units_and_statements_and_again_changes_nothing(folder):
    assert outcomes(taken_in(take_in_homes, folder)) == (4, 1, 0)
    geneva = Home.objects.get(slug="geneva")
    assert (geneva.host, geneva.language_codes, geneva.is_demonstration) == (
        "geneva.example",
        ["fr", "en"],
        False,
    )
    assert geneva.statements.get().said("text", "nl").language == "en"
    assert outcomes(taken_in(take_in_homes, folder)) == (0, 0, 5)


def test_a_unit_may_stand_before_the_one_it_belongs_to(folder):
    taken_in(take_in_homes, folder)
    parent = OUnit.objects.get(code="private-law").parent
    assert parent is not None
    assert parent.code == "law"


def test_every_home_has_its_own_units(folder):
    write(folder / "units.csv", UNITS, LAW, {**LAW, "home": "leiden", "name_en": "Leiden Law School"})
    taken_in(take_in_homes, folder)
    laws = OUnit.objects.filter(code="law").order_by("institution__home__slug")
    assert [unit.said("name", "en").text for unit in laws] == ["Law", "Leiden Law School"]


def test_a_unit_has_a_name_in_any_language_that_has_a_column(folder):
    write(folder / "units.csv", UNITS, {**LAW, "name_de": "Rechtswissenschaft"})
    taken_in(take_in_homes, folder)
    assert OUnit.objects.get(code="law").said("name", "de").text == "Rechtswissenschaft"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"ror_id": "02h4kdd20"}, "no institution is known"),
        ({"ror_id": "027bh9e22"}, "has a home already"),
        ({"host": "second.example"}, "belongs to another home"),
        ({"default": "yes"}, "there is a default home already"),
        ({"default": "perhaps"}, "expected yes or no"),
        ({"languages": ""}, "has no languages"),
    ],
)
def test_a_home_that_cannot_be_is_refused_with_all_that_hangs_from_it(folder, change, reason):
    write(folder / "homes.csv", HOME_COLUMNS, {**GENEVA, **change})
    report = taken_in(take_in_homes, folder)
    assert reason in refused(report)["homes.csv:2"]
    assert set(refused(report)) == {"homes.csv:2", "units.csv:2", "units.csv:3", "statements.csv:2"}
    assert not Home.objects.filter(slug="geneva").exists()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"kind": "team"}, "kind"),
        ({"parent": "chemistry"}, "parent names chemistry"),
        ({"source": "hearsay"}, "no source is known"),
        ({"code": "law"}, "stands in an earlier row"),
    ],
)
def test_a_bad_unit_is_refused(folder, change, reason):
    write(folder / "units.csv", UNITS, LAW, {**LAW, "code": "medicine", **change})
    assert reason in refused(taken_in(take_in_homes, folder))["units.csv:3"]


@pytest.mark.parametrize(
    ("table", "columns", "row"),
    [
        ("homes.csv", HOME_COLUMNS, {**GENEVA, "slug": "geneva.example"}),
        ("homes.csv", HOME_COLUMNS, {**GENEVA, "slug": "x" * 41}),
        ("units.csv", UNITS, {**LAW, "code": "law school"}),
        (
            "statements.csv",
            (*STATEMENT_COLUMNS, "home"),
            {**STATED, "key": "x" * 121, "source": "leiden-page"},
        ),
    ],
)
def test_a_slug_code_or_key_that_cannot_be_one_is_refused(folder, table, columns, row):
    write(folder / table, columns, row)
    reason = refused(taken_in(take_in_homes, folder))[f"{table}:2"]
    assert reason.startswith(("slug: ", "code: ", "key: "))
