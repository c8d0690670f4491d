# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Identifiers of the registers: one form, and slips of the pen are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amicorum.vocabulary.codes import SCHEMES, grid_id, isni, oid, pic, ror_id, schac_id, wikidata_id
from amicorum.vocabulary.errors import (
    NotAGridId,
    NotAnIsni,
    NotAnOid,
    NotAPic,
    NotARorId,
    NotASchacId,
    NotAWikidataId,
    NotInVocabulary,
)

# Real ids: Leiden University, University of Andorra and others of the ROR dump.
ROR_IDS = ["027bh9e22", "00w7mf142", "05f950310", "013meh722", "04pp8hn57"]


@pytest.mark.parametrize("known", ROR_IDS)
def test_a_ror_id_is_read_from_its_address_too(known: str) -> None:
    for text in (
        known,
        known.upper(),
        f"https://ror.org/{known}",
        f"http://www.ror.org/{known}/",
        f" ror.org/{known}",
    ):
        assert ror_id(text) == known


@given(st.sampled_from(ROR_IDS), st.integers(1, 8), st.sampled_from("0123456789abcdefghjkmnpqrstvwxyz"))
def test_one_wrong_character_of_a_ror_id_is_found(known: str, place: int, character: str) -> None:
    changed = known[:place] + character + known[place + 1 :]
    if changed == known:
        assert ror_id(changed) == known
    else:
        with pytest.raises(NotARorId):
            ror_id(changed)


@pytest.mark.parametrize("place", range(1, 7))
def test_two_swapped_characters_of_a_ror_id_are_found(place: int) -> None:
    known = "027bh9e22"
    swapped = known[:place] + known[place + 1] + known[place] + known[place + 2 :]
    with pytest.raises(NotARorId):
        ror_id(swapped)


@pytest.mark.parametrize(
    "text", ["", "27bh9e22", "127bh9e22", "027bh9i22", "https://example.org/027bh9e22", "０27bh9e22"]
)
def test_what_has_not_the_form_of_a_ror_id_is_refused(text: str) -> None:
    with pytest.raises(NotARorId, match="such as 027bh9e22"):
        ror_id(text)


def test_a_pic_is_nine_digits() -> None:
    assert pic(" 999974553 ") == "999974553"
    for text in ("99997455", "9999745533", "99997455X", "９99974553", ""):
        with pytest.raises(NotAPic, match="nine digits"):
            pic(text)


def test_an_oid_is_e_and_eight_digits() -> None:
    assert oid("e10209370") == oid("E10209370 ") == "E10209370"
    for text in ("10209370", "E1020937", "E102093700", "X10209370"):
        with pytest.raises(NotAnOid, match="eight digits"):
            oid(text)


def test_a_schac_id_is_a_domain_name_in_small_letters() -> None:
    assert schac_id(" UW.edu.PL ") == "uw.edu.pl"
    assert schac_id("xn--kln-sna.example") == "xn--kln-sna.example"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "leiden",
        "https://uw.edu.pl",
        "uw.edu.pl/",
        "uw..pl",
        "-uw.pl",
        "uw-.pl",
        "uw.edu.pl.",
        "10.0.0.1",
        "u w.pl",
        "köln.de",
        "\u212alein.de",  # the Kelvin sign, whose small letter is an ordinary k
        "a" * 64 + ".nl",
        ".".join(["abcdefgh"] * 30),
    ],
)
def test_what_is_no_domain_name_is_refused(text: str) -> None:
    with pytest.raises(NotASchacId, match="a domain name"):
        schac_id(text)


def test_a_wikidata_id_is_q_and_a_number() -> None:
    assert wikidata_id("q156598") == "Q156598"
    for text in ("156598", "Q", "Q0", "P31", "Q1x"):
        with pytest.raises(NotAWikidataId):
            wikidata_id(text)


def test_an_isni_is_written_without_spaces() -> None:
    assert isni("0000 0005 0710 6868") == "0000000507106868"
    assert isni("0000 0001 2150 090x") == "000000012150090X"


@pytest.mark.parametrize(
    "text", ["0000 0005 0710 6869", "0000 0005 0701 6868", "0000 0005 0710", "", "0000 0005 0710 686Y"]
)
def test_a_wrong_isni_is_refused(text: str) -> None:
    with pytest.raises(NotAnIsni):
        isni(text)


def test_a_grid_id_stays_as_it_is() -> None:
    assert (
        grid_id("grid.444988.d") == grid_id("https://www.grid.ac/institutes/grid.444988.d") == "grid.444988.d"
    )
    for text in ("444988.d", "grid.444988", "grid.x.1"):
        with pytest.raises(NotAGridId):
            grid_id(text)


def test_each_scheme_has_its_parser() -> None:
    assert set(SCHEMES) == {"ror", "erasmus", "pic", "oid", "schac", "wikidata", "isni", "grid"}
    assert SCHEMES["erasmus"]("a wien02") == "A  WIEN02"


@given(st.sampled_from(sorted(SCHEMES)), st.text())
def test_any_text_is_an_identifier_or_is_refused(scheme: str, text: str) -> None:
    parse = SCHEMES[scheme]
    try:
        canonical = parse(text)
    except NotInVocabulary:
        return
    assert parse(canonical) == canonical
