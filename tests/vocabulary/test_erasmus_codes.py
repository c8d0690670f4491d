# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Erasmus codes: every real one keeps its form, and what people make of it is mended."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amicorum.vocabulary.codes import erasmus_code, erasmus_country
from amicorum.vocabulary.errors import NotAnErasmusCode

# Real codes of the Commission's lists of charter holders: two of each prefix and every oddity.
with (Path(__file__).parent / "erasmus_codes.csv").open(encoding="utf-8", newline="") as lines:
    REAL_CODES = [row["erasmus_code"] for row in csv.DictReader(lines)]


@pytest.mark.parametrize("code", REAL_CODES)
def test_a_real_code_is_canonical_and_comes_back_from_any_spacing(code: str) -> None:
    prefix, place = code[:3].rstrip(), code[3:]
    assert erasmus_code(code) == code
    assert erasmus_code(f" {prefix} {place} ") == code
    assert erasmus_code(f"{prefix}   {place}".lower()) == code
    assert erasmus_code(prefix + place) == code


@pytest.mark.parametrize("oddity", ["F  VERDUN1", "BE BRUGGE11", "RSPROKUP01", "B  DIEPENB07"])
def test_the_oddities_are_in_the_sample(oddity: str) -> None:
    assert oddity in REAL_CODES


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("A WIEN02", "A  WIEN02"),
        ("A\u00a0WIEN02", "A  WIEN02"),
        ("nlleiden01", "NL LEIDEN01"),
        ("IRL DUBLIN44", "IRLDUBLIN44"),
        ("DKOLN01", "D  KOLN01"),
        ("D KOLN 01", "D  KOLN01"),
        ("F GIF-YVE02", "F  GIF-YVE02"),
        ("CHDELEMON01", "CH DELEMON01"),
        ("UK LONDON029", "UK LONDON029"),
        ("RSPANCEVO01", "RS PANCEVO01"),
        ("irlnewtown01", "IRLNEWTOWN01"),
    ],
)
def test_lost_and_doubled_spaces_and_small_letters_are_mended(text: str, code: str) -> None:
    assert erasmus_code(text) == code


def test_a_code_that_two_countries_could_have_is_not_guessed() -> None:
    with pytest.raises(NotAnErasmusCode, match="'D  KUNKNOWN01' or 'DK UNKNOWN01'"):
        erasmus_code("DKUNKNOWN01")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "NL",
        "NL LEIDEN",
        "LEIDEN01",
        "NL LEIDEN0001",
        "NL 01",
        "NL L01",
        "QQ LEIDEN01",
        "N L LEIDEN01",
        "D KÖLN01",
        "D GIEßEN01",
        "NL LEIDEN٠١",
        "NL LEIDEN01; DROP",
        "NL -LEIDEN01",
        "X" * 10_000,
    ],
)
def test_what_is_no_erasmus_code_is_refused(text: str) -> None:
    with pytest.raises(NotAnErasmusCode, match="is not an Erasmus code: expected"):
        erasmus_code(text)


@given(st.from_regex(r"\A(A|AL|B|D|DK|IRL|N|NL|RSP| ){1,3}[A-Za-z -]{0,8}[0-9 ]{0,4}\Z") | st.text())
def test_whatever_is_accepted_is_canonical(text: str) -> None:
    try:
        code = erasmus_code(text)
    except NotAnErasmusCode:
        return
    assert erasmus_code(code) == code


@pytest.mark.parametrize(
    ("code", "country"),
    [
        ("NL LEIDEN01", "NL"),
        ("G  ATHINE01", "GR"),
        ("SF HELSINK01", "FI"),
        ("UK LONDON029", "GB"),
        ("BE BRUGGE11", "BE"),
        ("RSPROKUP01", "RS"),
        ("B  DIEPENB07", "BE"),
    ],
)
def test_the_prefix_tells_the_country_that_gave_the_code(code: str, country: str) -> None:
    assert erasmus_country(code) == country
