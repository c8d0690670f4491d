# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from amicorum.agreements.models import Agreement, Suspension
from amicorum.intake.agreement_rows import CONDITION_COLUMNS
from amicorum.intake.agreements import take_in_agreements
from amicorum.intake.files import UnreadableFile
from tests.intake.agreements import COLUMNS, MEMORANDUM, RECEIVING, SENDING, table, taken_in_rows
from tests.intake.tables import outcomes, refused, taken_in, write

pytestmark = pytest.mark.usefixtures("cast")

SUSPENDED = {
    "suspended_from": "2026-03-15",
    "suspension_reason": "Negotiated anew.",
    "suspension_review_on": "2026-06-01",
}


def is_held(key: str) -> bool:
    return Agreement.objects.filter(key=key).exists()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"agreement_id": ""}, "has no agreement_id"),
        ({"agreement_id": "x" * 81}, "key: Ensure this value has at most 80 characters"),
        ({"kind": "friendship"}, "kind says 'friendship', expected one of memorandum-of-understanding"),
        ({"owner_unit": "law"}, "no unit of leiden is known as 'law'"),
        ({"owner_unit": "office"}, "no unit of leiden is known as 'office'"),
        ({"open_to_units": "humanities;law"}, "no unit of leiden is known as 'law'"),
        ({"partner_ror": ""}, "an agreement needs a partner"),
        ({"partner_ror": "02h4kdd20"}, "no institution is known as 'ror=02h4kdd20'"),
        ({"partner_ror": "leiden"}, "is not a ROR id"),
        ({"partner_ror": "027bh9e22"}, "no agreement with itself"),
        ({"partner_key": "ror:035b05819"}, "names the same partner twice"),
        ({"partner_unit": "law"}, "no unit of University of Copenhagen is known as 'law'"),
        ({"valid_from": "2024-13"}, "is not a date"),
        ({"valid_through": "2023"}, "is not a possible period"),
        ({"valid_through": "9999-12-31"}, "has no day after it"),
        ({"valid_through": "by 2027"}, "is not a date"),
        ({"signed_on": "2024-05"}, "is not a date"),
        ({"source": "hearsay"}, "no source is known as 'hearsay'"),
        ({"sample": "maybe"}, "sample says 'maybe', expected yes or no"),
        ({**SUSPENDED, "suspension_reason": ""}, "has no suspension_reason"),
        ({**SUSPENDED, "suspended_from": ""}, "tells of a suspension without suspended_from"),
        ({**SUSPENDED, "suspended_through": "2026-03-14"}, "lies before suspended_from"),
        ({**SUSPENDED, "suspension_review_on": "2026-03-01"}, "lies before the suspension"),
    ],
)
def test_a_bad_cell_on_the_agreement_refuses_it_with_its_row_and_the_others_go_on(tmp_path, change, reason):
    report = taken_in_rows(tmp_path, {**SENDING, **change}, MEMORANDUM)
    assert list(refused(report)) == ["agreements.csv:2"]
    assert reason in refused(report)["agreements.csv:2"]
    assert report.counts["agreements refused"] == 1
    assert (is_held("HUM-7"), is_held("MOU-1")) == (False, True)
    assert not Suspension.objects.exists()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"mobility": ""}, "has no mobility"),
        ({"mobility": "travel"}, "mobility says 'travel', expected one of student-studies"),
        ({"direction": "both"}, "direction says 'both', expected one of sending, receiving"),
        ({"seats_per_year": ""}, "has no seats_per_year"),
        ({"seats_per_year": "many"}, "expected a whole number"),
        ({"months": "five"}, "expected a number below 1,000"),
        ({"months": "5", "days": "5"}, "gives months and days"),
        ({"blended": "virtual"}, "expected yes or no"),
        ({"terms": "summer"}, "expected some of first-semester"),
        ({"terms": "full-year;full-year"}, "terms names the same twice"),
        ({"first_academic_year": "2024-26"}, "is not an academic year"),
        ({"last_academic_year": "2023-24"}, "lies before its first"),
        ({"isced_f": "222"}, "leading zero"),
        ({"isced_f": "0222;0222"}, "isced_f names the same twice"),
        ({"eqf_levels": "9"}, "is not an EQF level"),
        ({"languages": "English:B2"}, "is not a language tag"),
        ({"languages": "en:B3"}, "is not a language level"),
        ({"rounds": "2026-27:2026-10-01:3/5"}, "expected year:first day..last day:taken/places"),
        ({"rounds": "2026-27:2026-12-01..2026-10-01:3/5"}, "closes before it opens"),
        ({"rounds": "2026-27:2026-10-01..2026-12-01:6/5"}, "more places are taken than there are"),
        ({"rounds": "2026-27:2026-10-01..2026-12-01:1/5;2026-27:2027-01-01..2027-02-01:1/5"}, "same twice"),
    ],
)
def test_a_bad_condition_refuses_its_whole_agreement_and_no_other(tmp_path, change, reason):
    report = taken_in_rows(tmp_path, RECEIVING, {**SENDING, **change}, MEMORANDUM)
    assert len(report.refusals) == 1
    assert reason in report.refusals[0].reason
    assert (is_held("HUM-7"), is_held("MOU-1")) == (False, True)


def test_each_bad_row_of_an_agreement_is_told(tmp_path):
    report = taken_in_rows(tmp_path, {**SENDING, "months": "x"}, {**RECEIVING, "days": "x"})
    assert list(refused(report)) == ["agreements.csv:2", "agreements.csv:3"]
    assert report.counts["agreements refused"] == 1


def test_what_was_held_stays_when_the_agreement_is_refused(tmp_path):
    taken_in_rows(tmp_path, SENDING)
    taken_in_rows(tmp_path, {**SENDING, "title_en": "Other", "months": "x"})
    held = Agreement.objects.get(key="HUM-7")
    assert held.said("title", "en").text == "Student exchange"
    assert held.conditions.count() == 1


def test_rows_that_differ_on_the_agreement_refuse_it(tmp_path):
    report = taken_in_rows(tmp_path, SENDING, {**RECEIVING, "valid_from": "2025-09"})
    assert refused(report) == {"agreements.csv:3": "gives another valid_from than agreements.csv:2"}
    assert not is_held("HUM-7")


def test_rows_of_an_agreement_that_do_not_stand_together_are_refused(tmp_path):
    report = taken_in_rows(tmp_path, SENDING, MEMORANDUM, RECEIVING)
    assert refused(report) == {"agreements.csv:4": "the agreement HUM-7 stands in agreements.csv:2 already"}
    assert Agreement.objects.get(key="HUM-7").conditions.count() == 1


def test_a_row_without_a_condition_among_others_is_refused(tmp_path):
    empty = dict.fromkeys(CONDITION_COLUMNS, "")
    report = taken_in_rows(tmp_path, SENDING, {**RECEIVING, **empty})
    assert "has no condition" in refused(report)["agreements.csv:3"]


def test_a_memorandum_that_opens_places_is_refused(tmp_path):
    report = taken_in_rows(tmp_path, {**SENDING, "kind": "memorandum-of-understanding"})
    assert "alone opens no places" in refused(report)["agreements.csv:2"]


def test_a_row_that_was_cut_short_refuses_its_agreement(tmp_path):
    path = table(tmp_path, MEMORANDUM, SENDING)
    path.write_text(path.read_text() + "HUM-7,student-exchange\n")
    report = taken_in(take_in_agreements, path, home="leiden")
    assert refused(report) == {"agreements.csv:4": f"has 2 cells where the header has {len(COLUMNS)}"}
    assert (is_held("HUM-7"), is_held("MOU-1")) == (False, True)


@pytest.mark.parametrize("column", ["open_to_unit", "remarks", "title", "tittle_en"])
def test_a_column_that_is_not_known_is_told_before_anything_is_taken_in(tmp_path, column):
    path = write(tmp_path / "agreements.csv", (*COLUMNS, column), SENDING)
    with pytest.raises(UnreadableFile, match=column):
        taken_in(take_in_agreements, path, home="leiden")
    assert not is_held("HUM-7")


def test_a_needed_column_that_is_missing_is_told(tmp_path):
    path = write(tmp_path / "agreements.csv", [name for name in COLUMNS if name != "source"])
    with pytest.raises(UnreadableFile, match="lacks source"):
        taken_in(take_in_agreements, path, home="leiden")


def test_an_unknown_home_is_told(tmp_path):
    with pytest.raises(UnreadableFile, match="No home is known as 'utrecht'"):
        taken_in_rows(tmp_path, SENDING, home="utrecht")


@pytest.mark.parametrize(
    "text", ["=HYPERLINK(1)", "<script>alert(1)</script>", "Ünïcode’s \u202e end", 'a,b;"c"']
)
def test_a_strange_text_is_kept_as_the_text_that_it_is(tmp_path, text):
    assert outcomes(taken_in_rows(tmp_path, {**SENDING, "title_en": text})) == (1, 0, 0)
    assert Agreement.objects.get(key="HUM-7").said("title", "en").text == text


def test_a_table_without_rows_says_so_in_its_counts(tmp_path):
    assert taken_in_rows(tmp_path).counts["agreements read"] == 0
