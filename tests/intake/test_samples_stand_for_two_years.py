# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The full sample, judged without a database: which days it covers, and with whom."""

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import pytest

from amicorum.agreements.models import Agreement, Round
from amicorum.agreements.rules import Standing, Validity, standing
from amicorum.intake.agreement_rows import condition_in, day_after, day_in, is_column
from amicorum.intake.sampling.fictitious import fictitious_rows
from amicorum.intake.sampling.partners import BILATERAL, Candidate, Candidates, is_near, is_university
from amicorum.intake.sampling.rows import sample_rows
from amicorum.intake.tables import Row
from tests.registers import BEYOND_ERASMUS, DATA, LOADED_ON, rows_of

YEARS = 2
LOADING_DAYS = [date(2026, 9, 1), LOADED_ON, date(2027, 8, 31)]
STUDENTS = ("inter-institutional-agreement", "student-exchange")


@cache
def candidates() -> Candidates:
    """As `candidates_for` finds them, but from the data instead of the database."""
    with_charter = {row["ror_id"] for row in rows_of(DATA / "institutions/crosswalk.csv")}
    beyond = {row["ror_id"] for row in rows_of(BEYOND_ERASMUS)}
    with gzip.open(DATA / "institutions/ror.ndjson.gz", "rt", encoding="utf-8") as lines:
        records = [record for record in map(json.loads, lines) if record["country_code"] != "NL"]
    known = [
        Candidate(one["ror_id"], one["display_name"], one["country_code"], one["city"]) for one in records
    ]
    return Candidates(
        erasmus=[
            one for one in known if one.ror_id in with_charter and is_university(one) and is_near(one.country)
        ],
        bilateral=[one for one in known if one.ror_id in beyond and one.country in BILATERAL],
        far=[one for one in known if one.ror_id in beyond and one.country not in BILATERAL],
    )


@cache
def sample(day: date = LOADED_ON, seed: int = 1) -> list[Row]:
    return sample_rows(candidates(), day=day, seed=seed)


def agreements(rows: list[Row]) -> dict[str, list[Row]]:
    together: dict[str, list[Row]] = {}
    for row in rows:
        together.setdefault(row["agreement_id"], []).append(row)
    return together


def validity(row: Row, *, is_suspended: bool = False) -> Validity:
    return Validity(day_in(row, "valid_from"), day_after(row["valid_through"]), is_suspended)


def rounds(rows: list[Row]) -> list[Round]:
    drafts = [condition_in(row) for row in rows]
    sending = [draft for draft in drafts if draft and draft.direction == "sending"]
    return [Round(**vars(one)) for draft in sending for one in draft.rounds]


def days(since: date) -> Iterator[date]:
    return (since + timedelta(days=number) for number in range(YEARS * 365 + 2))


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("loaded", LOADING_DAYS)
def test_more_than_600_are_in_force_on_any_day_of_the_two_years_after_loading(loaded, seed):
    held = [validity(rows[0]) for rows in agreements(sample(loaded, seed)).values()]
    assert len(held) >= 650
    fewest = min(
        sum(
            one.counts_from <= day and (one.counts_until is None or day < one.counts_until)
            for one in held
            if one.counts_from
        )
        for day in days(loaded)
    )
    assert fewest > 600


def test_hundreds_were_in_force_at_the_end_of_2021():
    held = [validity(rows[0]) for rows in agreements(sample()).values()]
    day = date(2021, 12, 31)
    begun = [one for one in held if one.counts_from and one.counts_from <= day]
    assert len(begun) > len(held) / 3
    assert sum(one.counts_until is None or day < one.counts_until for one in begun) >= 300


def test_on_every_day_some_destination_is_open_and_none_of_a_real_partner_is_closed_or_suspended():
    held = [(validity(rows[0]), rounds(rows)) for rows in agreements(sample()).values()]
    students = [(valid, given) for valid, given in held if given]
    for day in days(LOADED_ON):
        counts = Counter(standing(valid, given, day) for valid, given in students)
        assert counts[Standing.OPEN] >= 10, day
        assert not counts[Standing.CLOSED], day
        assert not counts[Standing.SUSPENDED], day
        assert counts[Standing.EXPIRED] > 0, day


def test_on_the_day_of_loading_there_is_one_of_every_standing():
    rows = [*sample(), *fictitious_rows(day=LOADED_ON, seed=1)]
    found = set()
    for together in agreements(rows).values():
        rests = bool(together[0]["suspended_from"] and together[0]["suspended_from"] <= LOADED_ON.isoformat())
        found.add(standing(validity(together[0], is_suspended=rests), rounds(together), LOADED_ON))
    assert found == set(Standing)


def test_it_reaches_at_least_45_countries_every_kind_and_both_directions():
    rows = sample()
    everybody = [*candidates().erasmus, *candidates().bilateral, *candidates().far]
    countries = {one.ror_id: one.country for one in everybody}
    reached = {countries[ror_id] for row in rows for ror_id in row.keys_in("partner_ror")}
    assert len(reached) >= 45
    assert {row["kind"] for row in rows} == set(Agreement.Kind.values)
    assert {row["direction"] for row in rows if row["mobility"]} == {"sending", "receiving"}
    assert any(row["blended"] == "yes" for row in rows)


def test_every_unit_of_leiden_owns_some():
    codes = {row["code"] for row in rows_of(DATA / "homes/units.csv") if row["home"] == "leiden"}
    assert {row["owner_unit"] for row in sample()} == codes


def test_some_universities_have_agreements_with_several_faculties():
    owners = {(row["partner_ror"], row["owner_unit"]) for row in sample() if row["kind"] in STUDENTS}
    assert max(Counter(partner for partner, _ in owners).values()) >= 3


def test_university_wide_exchange_closes_on_the_first_of_december():
    rows = [row for row in sample() if row["owner_unit"] == "international-relations" and row["rounds"]]
    first = [one for row in rows if "first" in row["terms"] for one in rounds([row])]
    closing = {(one.closes_on.month, one.closes_on.day) for one in first}
    assert (12, 1) in closing
    assert closing <= {(12, 1), (8, 31), (1, 31)}, "but for what is left until an agreement ends"


def test_the_same_seed_and_day_give_the_same_rows_and_another_seed_others():
    again = sample_rows(candidates(), day=LOADED_ON, seed=1)
    assert again == sample()
    assert sample(LOADED_ON, 2) != sample()


def test_another_day_keeps_the_agreements_and_moves_their_dates():
    later = sample(date(2027, 8, 31))
    assert set(agreements(later)) == set(agreements(sample()))
    assert later != sample()


def test_every_row_is_marked_and_has_only_columns_of_the_canonical_table():
    for row in [*sample(), *fictitious_rows(day=LOADED_ON, seed=1)]:
        assert (row["sample"], row["source"]) == ("yes", "sample")
        assert all(is_column(column) for column in row)


def test_every_text_is_there_in_english_and_dutch_and_says_what_it_is_about():
    for row in sample():
        for field in ("title", "restriction", "considerations", "deadline_note"):
            assert bool(row[f"{field}_en"]) == bool(row[f"{field}_nl"])
        assert row["title_en"]
        assert "{" not in row["title_en"] + row["title_nl"]


def test_each_was_verified_within_the_year_before_loading_or_before_it_ended():
    for row in sample():
        verified = day_in(row, "verified_on")
        assert verified is not None
        assert verified < LOADED_ON
        until = day_after(row["valid_through"])
        if until is None or until > LOADED_ON:
            assert LOADED_ON - verified <= timedelta(days=366)


def test_nothing_is_suspended_but_agreements_with_fictitious_partners():
    assert not any(row["suspended_from"] or row["partner_key"] for row in sample())
    suspended = [row for row in fictitious_rows(day=LOADED_ON, seed=1) if row["suspended_from"]]
    assert {row["partner_key"].partition(":")[0] for row in suspended} == {"sample"}
    assert len({row["agreement_id"] for row in suspended}) == 3
