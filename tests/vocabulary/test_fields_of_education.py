# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""ISCED-F 2013: fields, the broader ones above and the narrower ones below."""

import pytest

from amicorum.vocabulary.errors import NotAField
from amicorum.vocabulary.isced_f import ancestors, children, field, fields, is_within, parse_field


def test_a_field_knows_its_place_and_its_names() -> None:
    mathematics = field("0541")
    assert (mathematics.level, mathematics.parent) == ("detailed", "054")
    assert mathematics.names == {"en": "Mathematics", "fr": "Mathématiques", "nl": "Wiskunde"}
    assert mathematics.name("nl-BE") == "Wiskunde"
    assert mathematics.name("de") == "Mathematics"


def test_every_field_has_an_english_and_a_dutch_name() -> None:
    assert [found.code for found in fields() if not {"en", "nl"} <= set(found.names)] == []


def test_no_two_fields_of_the_same_breadth_have_the_same_name() -> None:
    for language in ("en", "nl"):
        names = [(len(found.code), found.name(language)) for found in fields()]
        assert len(set(names)) == len(names)


def test_the_list_has_its_eleven_broad_and_twenty_nine_narrow_fields() -> None:
    levels = [found.level for found in fields()]
    assert (levels.count("broad"), levels.count("narrow"), len(levels)) == (11, 29, 180)


def test_every_field_follows_the_broader_one_and_starts_with_its_digits() -> None:
    seen: set[str | None] = {None}
    for found in fields():
        assert found.parent in seen
        assert found.code.startswith(found.parent or "")
        seen.add(found.code)


def test_ancestors_come_from_broad_to_narrow() -> None:
    assert [found.code for found in ancestors("0541")] == ["05", "054"]
    assert [found.code for found in ancestors("0588")] == ["05"]
    assert ancestors("05") == ()


def test_children_are_one_step_below() -> None:
    assert [found.code for found in children("054")] == ["0540", "0541", "0542", "0549"]
    assert children("0541") == ()


def test_a_field_is_within_itself_and_what_is_above_it() -> None:
    assert is_within("0541", "05")
    assert is_within("0541", "0541")
    assert not is_within("05", "0541")
    assert not is_within("0541", "06")


def test_a_lost_zero_is_not_guessed() -> None:
    with pytest.raises(NotAField, match="its leading zero, 0541"):
        parse_field("541")


@pytest.mark.parametrize("text", ["", "5", "0", "99", "0550", "05411", "054x", "Mathematics", "０５４１"])
def test_what_is_no_field_is_refused(text: str) -> None:
    with pytest.raises(NotAField, match="is not a field of ISCED-F 2013"):
        parse_field(text)


def test_an_unknown_field_has_no_relatives() -> None:
    for ask in (children, ancestors, lambda code: is_within("05", code), lambda code: is_within(code, "05")):
        with pytest.raises(NotAField):
            ask("99")


def test_codes_of_every_length_are_read() -> None:
    assert [parse_field(f" {code} ").level for code in ("05", "054", "0541")] == [
        "broad",
        "narrow",
        "detailed",
    ]
