# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a refusal says."""

import pickle

import pytest

from amicorum.vocabulary.codes import pic
from amicorum.vocabulary.errors import NotAPic, NotInVocabulary


def test_a_refusal_says_what_was_given_and_what_is_expected() -> None:
    with pytest.raises(NotAPic) as refusal:
        pic("12 34")
    assert str(refusal.value) == '"12 34" is not a PIC: expected nine digits.'
    assert (refusal.value.given, refusal.value.expected) == ("12 34", "nine digits")


def test_a_refusal_is_a_value_error_of_this_room() -> None:
    assert issubclass(NotAPic, NotInVocabulary)
    assert issubclass(NotInVocabulary, ValueError)


def test_a_long_text_is_shortened_to_sixty_characters() -> None:
    refusal = NotAPic("x" * 10_000, "nine digits")
    assert refusal.given == "x" * 59 + "…"
    assert NotAPic("x" * 60, "nine digits").given == "x" * 60


def test_what_cannot_be_printed_is_not_printed() -> None:
    assert NotAPic("a\n\tb\x00\u202ec", "nine digits").given == "a b\ufffd\ufffdc"


def test_a_refusal_crosses_to_another_process() -> None:
    refusal = NotAPic("x", "nine digits")
    assert str(pickle.loads(pickle.dumps(refusal))) == str(refusal)  # noqa: S301 - pickled one line before
