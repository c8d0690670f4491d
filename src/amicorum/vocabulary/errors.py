# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room says when it is given something that it does not know."""

SHOWN_LENGTH = 60


class NotInVocabulary(ValueError):
    """A text that is not what it should be; the message names what was given and what is expected.

    `given` is the text, made printable and cut to 60 characters, and `expected` a phrase in English, so
    that an import report can put both in columns of their own.
    """

    what = "a word of this vocabulary"

    def __init__(self, given: object, expected: str) -> None:
        super().__init__(given, expected)
        self.given = shown(given)
        self.expected = expected

    def __str__(self) -> str:
        return f'"{self.given}" is not {self.what}: expected {self.expected}.'


def shown(given: object) -> str:
    """The given text on one line, printable, at most 60 characters long."""
    text = " ".join(str(given)[: 10 * SHOWN_LENGTH].split())
    printable = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
    return printable if len(printable) <= SHOWN_LENGTH else printable[: SHOWN_LENGTH - 1] + "…"


class NotAMoment(NotInVocabulary):
    """Not a day, a partial date or a bound such as `by 2009`."""

    what = "a date"


class ImpossiblePeriod(NotInVocabulary):
    """A period whose end is not after its start."""

    what = "a possible period"


class NotAnAcademicYear(NotInVocabulary):
    """Not an academic year such as `2026-27`."""

    what = "an academic year"


class NotAnErasmusCode(NotInVocabulary):
    """Not the Erasmus code of an institution such as `NL LEIDEN01`."""

    what = "an Erasmus code"


class NotAPic(NotInVocabulary):
    """Not a Participant Identification Code of the European Commission."""

    what = "a PIC"


class NotAnOid(NotInVocabulary):
    """Not an Organisation ID of the Erasmus+ registration system."""

    what = "an OID"


class NotASchacId(NotInVocabulary):
    """Not a SCHAC home organisation, the domain name by which Erasmus Without Paper knows an institution."""

    what = "a SCHAC id"


class NotARorId(NotInVocabulary):
    """Not an id of the Research Organization Registry."""

    what = "a ROR id"


class NotAWikidataId(NotInVocabulary):
    """Not the id of a Wikidata item."""

    what = "a Wikidata id"


class NotAnIsni(NotInVocabulary):
    """Not an International Standard Name Identifier."""

    what = "an ISNI"


class NotAGridId(NotInVocabulary):
    """Not an id of the closed GRID register."""

    what = "a GRID id"


class NotAField(NotInVocabulary):
    """Not a field of education of ISCED-F 2013."""

    what = "a field of ISCED-F 2013"


class NotALevel(NotInVocabulary):
    """Not a level of the European Qualifications Framework."""

    what = "an EQF level"


class NotALanguageLevel(NotInVocabulary):
    """Not a level of the Common European Framework of Reference for Languages."""

    what = "a language level"


class NotALanguage(NotInVocabulary):
    """Not a language tag in the syntax of BCP 47."""

    what = "a language tag"


class NotACountry(NotInVocabulary):
    """Not the code of a country."""

    what = "a country code"
