# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from amicorum.intake import programmes
from amicorum.intake.programmes import take_in_programmes
from amicorum.intake.statements import STATEMENT_COLUMNS
from amicorum.programmes.models import Partner, Programme
from tests.intake.tables import outcomes, refused, taken_in, write

SOURCED = {"certainty": "confirmed", "source": "leiden-page"}
ALGANT = {
    "id": "algant", "consortium": "algant", "eqf_level": "7", "ects": "120", "duration_months": "24",
    "languages": "en fr", "isced_f": "0541", "start": "2004", "action": "mundus", **SOURCED,
}  # fmt: skip
LEIDEN = {
    "key": "algant/leiden", "programme": "algant", "institution_ror": "027bh9e22", "role": "partner",
    **SOURCED,
}  # fmt: skip
FUNDING = {"key": "algant/2004", "programme": "algant", "action": "mundus", "end": "2017", **SOURCED}


@pytest.fixture
def folder(tmp_path, cast):
    """A data folder with one funding action, consortium, programme, partner and time of funding."""
    folder = tmp_path / "programmes"
    write(
        folder / "funding_actions.csv", programmes.ACTION_COLUMNS, {"id": "mundus", "source": "leiden-page"}
    )
    write(folder / "funding_action_texts.csv", ("action", "field", "language", "text"))
    write(folder / "funding_action_statements.csv", (*STATEMENT_COLUMNS, "action"))
    write(folder / "funding_action_statement_texts.csv", ("statement", "language", "text"))
    consortium = {"id": "algant", "name": "ALGANT", **SOURCED}
    write(folder / "consortia.csv", programmes.CONSORTIUM_COLUMNS, consortium)
    write(folder / "programmes.csv", programmes.PROGRAMME_COLUMNS, ALGANT)
    write(folder / "programme_texts.csv", ("programme", "field", "language", "text"))
    write(folder / "funding_periods.csv", programmes.FUNDING_COLUMNS, FUNDING)
    write(folder / "partners.csv", programmes.PARTNER_COLUMNS, LEIDEN)
    return folder


def test_what_is_well_formed_is_taken_in_and_again_changes_nothing(folder):
    assert outcomes(taken_in(take_in_programmes, folder)) == (5, 0, 0)
    assert outcomes(taken_in(take_in_programmes, folder)) == (0, 0, 5)


def test_a_partner_whose_start_is_not_known_counts_from_the_first_edition(folder):
    taken_in(take_in_programmes, folder)
    assert str(Partner.objects.get().counts_from) == "2004-01-01"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"eqf_level": "9"}, "an EQF level"),
        ({"ects": "-5"}, "ects says '-5', expected a whole number"),
        ({"ects": "99999"}, "expected a whole number up to 32,767"),
        ({"languages": "English"}, "a language tag"),
        ({"isced_f": "541"}, "leading zero"),
        ({"consortium": "mind"}, "no consortium is known as 'mind'"),
        ({"action": "erasmus"}, "no funding action is known as 'erasmus'"),
        ({"start": "lately"}, "is not a date"),
    ],
)
def test_a_bad_programme_is_refused_with_its_reason(folder, change, reason):
    write(folder / "programmes.csv", programmes.PROGRAMME_COLUMNS, {**ALGANT, **change})
    report = taken_in(take_in_programmes, folder)
    assert reason in refused(report)["programmes.csv:2"]
    assert not Programme.objects.exists()


def test_what_hangs_from_a_refused_programme_is_refused_too(folder):
    write(folder / "programmes.csv", programmes.PROGRAMME_COLUMNS, {**ALGANT, "source": "hearsay"})
    report = taken_in(take_in_programmes, folder)
    assert list(refused(report)) == ["programmes.csv:2", "funding_periods.csv:2", "partners.csv:2"]


@pytest.mark.parametrize("change", [{"role": "friend"}, {"institution_ror": "02h4kdd20"}, {"end": "1999"}])
def test_a_bad_partner_is_refused(folder, change):
    write(folder / "partners.csv", programmes.PARTNER_COLUMNS, {**LEIDEN, **change})
    assert list(refused(taken_in(take_in_programmes, folder))) == ["partners.csv:2"]
    assert not Partner.objects.exists()


CONSORTIUM = {"id": "algant", "name": "ALGANT", **SOURCED}
STATED = {"key": "mundus/aim", "kind": "aim", "action": "mundus", **SOURCED}


@pytest.mark.parametrize(
    ("table", "columns", "row"),
    [
        ("funding_actions.csv", programmes.ACTION_COLUMNS, {"id": "er.mundus", "source": "leiden-page"}),
        ("consortia.csv", programmes.CONSORTIUM_COLUMNS, {**CONSORTIUM, "id": "al gant"}),
        ("programmes.csv", programmes.PROGRAMME_COLUMNS, {**ALGANT, "id": "x" * 61}),
        ("funding_action_statements.csv", (*STATEMENT_COLUMNS, "action"), {**STATED, "key": "x" * 121}),
        ("funding_periods.csv", programmes.FUNDING_COLUMNS, {**FUNDING, "key": "x" * 141}),
        ("partners.csv", programmes.PARTNER_COLUMNS, {**LEIDEN, "key": "x" * 141}),
    ],
)
def test_an_id_or_key_that_cannot_be_one_is_refused_in_every_table(folder, table, columns, row):
    write(folder / table, columns, row)
    reason = refused(taken_in(take_in_programmes, folder))[f"{table}:2"]
    assert reason.startswith(("slug: ", "key: "))
