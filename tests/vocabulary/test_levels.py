# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Levels of study and of language, and language tags."""

import pytest

from amicorum.vocabulary.errors import NotALanguage, NotALanguageLevel, NotALevel
from amicorum.vocabulary.levels import cefr, cefr_levels, eqf_level, eqf_levels, language


def test_an_eqf_level_is_read_from_a_number_or_a_text() -> None:
    assert eqf_level(7) == eqf_level(" 7 ")
    assert (eqf_level(7).number, str(eqf_level(7))) == (7, "7")


def test_eqf_levels_are_in_order() -> None:
    assert [level.number for level in eqf_levels()] == list(range(1, 9))
    assert eqf_level(6) < eqf_level(7)


def test_an_eqf_level_has_a_name_and_a_summary_in_each_language() -> None:
    assert (eqf_level(8).name("en"), eqf_level(8).name("nl")) == ("Doctorate", "Doctoraat")
    assert (eqf_level(2).name("en"), eqf_level(2).name("nl")) == ("EQF level 2", "EQF-niveau 2")
    for level in eqf_levels():
        assert level.summary("nl") != level.summary("en")


def test_cycles_begin_at_level_five() -> None:
    assert [bool(level.cycles) for level in eqf_levels()] == [False] * 4 + [True] * 4


@pytest.mark.parametrize("given", [0, 9, -1, "", "7.0", "seven", "７", True])
def test_what_is_no_eqf_level_is_refused(given: str | int) -> None:
    with pytest.raises(NotALevel, match="from 1 to 8"):
        eqf_level(given)


def test_language_levels_are_ordered_up_to_native() -> None:
    assert [str(level) for level in sorted(cefr_levels())] == ["A1", "A2", "B1", "B2", "C1", "C2", "NATIVE"]
    assert cefr("b1") < cefr(" C1 ") < cefr("native")
    assert cefr("B2").rank == 4


def test_a_language_level_has_a_band_and_a_summary() -> None:
    assert (cefr("B2").band("en"), cefr("B2").band("nl")) == ("Independent user", "Onafhankelijke gebruiker")
    assert set(cefr("B2").summaries) == {"en", "nl"}
    assert cefr("NATIVE").summaries == {}


@pytest.mark.parametrize("text", ["", "B", "B3", "B2+", "D1", "English"])
def test_what_is_no_language_level_is_refused(text: str) -> None:
    with pytest.raises(NotALanguageLevel, match="A1, A2"):
        cefr(text)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("nl", "nl"),
        ("NL-be", "nl-BE"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("ca-valencia", "ca-valencia"),
        ("de-1901", "de-1901"),
        ("zh-yue", "zh-yue"),
        ("en-x-LD-Home", "en-x-ld-home"),
    ],
)
def test_a_language_tag_is_written_in_the_usual_case(text: str, tag: str) -> None:
    assert language(text) == tag == language(tag)


@pytest.mark.parametrize(
    "text", ["", "n", "English", "en_GB", "en-", "en--GB", "nl-B", "x-home", "\u212ao", "en" * 30]
)
def test_what_is_no_language_tag_is_refused(text: str) -> None:
    with pytest.raises(NotALanguage, match="BCP 47"):
        language(text)
