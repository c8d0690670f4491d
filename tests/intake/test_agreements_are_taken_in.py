# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from amicorum.agreements.actions import register
from amicorum.agreements.models import Agreement, Suspension
from amicorum.institutions.actions.records import enter_unit
from amicorum.institutions.models import Home
from amicorum.intake import agreements
from amicorum.intake.agreement_rows import AGREEMENT_COLUMNS, CONDITION_COLUMNS, TEXT_FIELDS
from amicorum.intake.agreements import take_in_agreements
from tests.cast import TOLD
from tests.intake.agreements import COLUMNS, EXCHANGE, MEMORANDUM, RECEIVING, SENDING, taken_in_rows
from tests.intake.tables import outcomes, taken_in, write

pytestmark = pytest.mark.usefixtures("cast")
FORMAT = Path(__file__).resolve().parents[2] / "docs" / "formats" / "agreements.md"


def held(key: str = "HUM-7") -> Agreement:
    return Agreement.objects.get(home__slug="leiden", key=key)


def test_the_report_counts_agreements_and_rows(tmp_path):
    report = taken_in_rows(tmp_path, SENDING, RECEIVING, MEMORANDUM)
    assert outcomes(report) == (2, 0, 0)
    assert (report.counts["rows read"], report.counts["agreements read"]) == (3, 2)
    assert report.refusals == []


def test_the_last_day_is_written_inclusive_and_counts_all_day(tmp_path):
    taken_in_rows(tmp_path, SENDING)
    assert held().covers(date(2027, 8, 31))
    assert not held().covers(date(2027, 9, 1))
    assert (held().start, held().end) == ("2024-09", "2027-09-01")


@pytest.mark.parametrize(
    ("through", "until"), [("2027", "2028-01-01"), ("2027-02", "2027-03-01"), ("", None)]
)
def test_a_partial_last_day_means_the_last_one_that_it_can_mean(tmp_path, through, until):
    taken_in_rows(tmp_path, {**MEMORANDUM, "valid_through": through})
    assert held("MOU-1").counts_until == (date.fromisoformat(until) if until else None)


def test_every_column_on_the_agreement_arrives(tmp_path):
    taken_in_rows(tmp_path, SENDING)
    agreement = held()
    assert agreement.kind == Agreement.Kind.STUDENT_EXCHANGE
    assert agreement.owner.code == "humanities"
    assert agreement.parties.get().institution.display_name == "University of Copenhagen"
    assert (agreement.signed_on, agreement.verified_on) == (date(2024, 5, 28), date(2026, 3, 2))
    assert set(agreement.open_to.values_list("code", flat=True)) == {"humanities", "international-relations"}
    assert agreement.source.key == "sample"
    assert agreement.is_sample
    assert agreement.said("title", "nl").text == "Studentenuitwisseling"
    assert agreement.said("considerations", "en").language == "nl"


def test_every_column_on_a_condition_arrives(tmp_path):
    taken_in_rows(tmp_path, SENDING, RECEIVING)
    sending, receiving = held().conditions.order_by("pk")
    assert (sending.mobility, sending.direction, sending.seats_per_year) == ("student-studies", "sending", 4)
    assert (sending.months, sending.days, sending.is_blended) == (Decimal("5.0"), None, False)
    assert sending.terms == "first-semester second-semester"
    assert (sending.first_academic_year, sending.last_academic_year) == (2024, 2026)
    assert sorted(sending.fields.values_list("isced_f", flat=True)) == ["0222", "0314"]
    assert sorted(sending.levels.values_list("eqf_level", flat=True)) == [6, 7]
    assert dict(sending.languages.values_list("language", "cefr")) == {"en": "B2", "da": ""}
    assert (receiving.months, receiving.days) == (None, Decimal("7.5"))


def test_rounds_are_read_as_year_days_and_places(tmp_path):
    taken_in_rows(tmp_path, SENDING)
    full, open_one = held().conditions.get().rounds.all()
    assert (full.academic_year, full.is_full) == (2025, True)
    assert (open_one.opens_on, open_one.closes_on) == (date(2025, 10, 1), date(2025, 12, 1))
    assert (open_one.taken, open_one.places) == (3, 5)


def test_partners_are_found_by_erasmus_code_by_key_and_several_together(tmp_path, cast):
    from amicorum.institutions.actions.records import identify

    identify(institution=cast.giessen, scheme="erasmus", value="D  GIESSEN01", source=cast.source, **TOLD)
    names = {"partner_ror": "01swzsf04", "partner_erasmus": "D GIESSEN01", "partner_key": "ror:03q21mh05"}
    taken_in_rows(tmp_path, {**MEMORANDUM, **names})
    partners = held("MOU-1").parties.values_list("institution", flat=True)
    assert set(partners) == {cast.geneva.pk, cast.giessen.pk, cast.cairo.pk}


def test_a_unit_of_the_partner_is_named_by_its_code(tmp_path, cast):
    enter_unit(institution=cast.copenhagen, code="law", kind="faculty", names={"en": "Law"}, **TOLD)
    taken_in_rows(tmp_path, {**SENDING, "partner_unit": "law"})
    unit = held().parties.get().unit
    assert unit is not None
    assert unit.institution == cast.copenhagen


def test_a_suspension_comes_with_its_grounds_and_its_review(tmp_path):
    rest = {
        "suspended_from": "2026-03-15",
        "suspended_through": "2026-08-31",
        "suspension_reason": "The terms are negotiated anew.",
        "suspension_review_on": "2026-06-01",
    }
    for _ in range(2):
        taken_in_rows(tmp_path, {**SENDING, **rest})
    suspension = Suspension.objects.get(agreement=held())
    assert suspension.covers(date(2026, 8, 31))
    assert not suspension.covers(date(2026, 9, 1))
    assert (suspension.reason, suspension.review_on) == (rest["suspension_reason"], date(2026, 6, 1))


def test_a_suspension_is_corrected_by_the_sheet_and_that_is_a_change(tmp_path):
    rest = {
        "suspended_from": "2026-03-15",
        "suspension_reason": "The terms are negotiated anew.",
        "suspension_review_on": "2026-06-01",
    }
    taken_in_rows(tmp_path, {**SENDING, **rest})
    corrected = {**SENDING, **rest, "suspended_through": "2026-08-31"}
    assert outcomes(taken_in_rows(tmp_path, corrected)) == (0, 1, 0)
    assert Suspension.objects.get(agreement=held()).until == date(2026, 9, 1)
    assert outcomes(taken_in_rows(tmp_path, corrected)) == (0, 0, 1)


def test_what_was_taken_in_before_a_break_stays(tmp_path, monkeypatch):
    def breaks_at_the_memorandum(**given):
        if given["draft"].key == "MOU-1":
            raise RuntimeError("the machine was switched off")
        return register(**given)

    monkeypatch.setattr(agreements, "BATCH", 1)
    monkeypatch.setattr(agreements, "register", breaks_at_the_memorandum)
    with pytest.raises(RuntimeError):
        taken_in_rows(tmp_path, SENDING, RECEIVING, MEMORANDUM)
    assert held().conditions.count() == 2


def test_taking_in_again_changes_nothing(tmp_path):
    taken_in_rows(tmp_path, SENDING, RECEIVING, MEMORANDUM)
    assert outcomes(taken_in_rows(tmp_path, SENDING, RECEIVING, MEMORANDUM)) == (0, 0, 2)


def test_a_changed_cell_changes_its_agreement_and_no_other(tmp_path):
    taken_in_rows(tmp_path, SENDING, RECEIVING, MEMORANDUM)
    report = taken_in_rows(tmp_path, {**SENDING, "seats_per_year": "6"}, RECEIVING, MEMORANDUM)
    assert outcomes(report) == (0, 1, 1)
    assert held().conditions.get(direction="sending").seats_per_year == 6


def test_a_row_that_is_gone_takes_its_condition_along(tmp_path):
    taken_in_rows(tmp_path, SENDING, RECEIVING)
    assert outcomes(taken_in_rows(tmp_path, SENDING)) == (0, 1, 0)
    assert held().conditions.count() == 1


def test_the_same_reference_at_two_homes_is_two_agreements(tmp_path):
    of_second = {**MEMORANDUM, "owner_unit": "office"}
    assert outcomes(taken_in_rows(tmp_path, MEMORANDUM)) == (1, 0, 0)
    assert outcomes(taken_in_rows(tmp_path, of_second, home="second")) == (1, 0, 0)
    owners = {
        agreement.home.slug: agreement.owner.code for agreement in Agreement.objects.filter(key="MOU-1")
    }
    assert owners == {"leiden": "international-relations", "second": "office"}
    assert [home.agreements.count() for home in Home.objects.order_by("slug")] == [2, 2]


def test_a_workbook_says_the_same_as_the_csv_file(tmp_path):
    path = tmp_path / "agreements.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, COLUMNS)
        for number, row in enumerate((SENDING, RECEIVING), start=1):
            for place, column in enumerate(COLUMNS):
                sheet.write_string(number, place, row.get(column, ""))
        sheet.write_number(2, COLUMNS.index("seats_per_year"), 2)
    assert outcomes(taken_in(take_in_agreements, path, home="leiden")) == (1, 0, 0)
    assert outcomes(taken_in_rows(tmp_path, SENDING, RECEIVING)) == (0, 0, 1)


def test_columns_that_are_not_needed_may_be_left_out(tmp_path):
    columns = ("agreement_id", "kind", "owner_unit", "partner_ror", "valid_from", "valid_through", "source")
    path = write(tmp_path / "few.csv", columns, MEMORANDUM)
    assert outcomes(taken_in(take_in_agreements, path, home="leiden")) == (1, 0, 0)


def test_the_format_is_documented_column_by_column():
    told = {
        line.split("`")[1] for line in FORMAT.read_text(encoding="utf-8").splitlines() if line[:3] == "| `"
    }
    assert told == {*AGREEMENT_COLUMNS, *CONDITION_COLUMNS, *(f"{field}_…" for field in TEXT_FIELDS)}


def test_every_value_that_the_documentation_lists_is_known():
    text = FORMAT.read_text(encoding="utf-8")
    assert all(f"`{kind}`" in text for kind in Agreement.Kind.values)
    assert EXCHANGE["kind"] in Agreement.Kind.values
