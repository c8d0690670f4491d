# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Objects of a JSON file one at a time, whether it is one long array or has an object a line."""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, NoReturn

from amicorum.intake.files import LARGEST_DUMP, MEGABYTE, UnreadableFile, lines_of, opened

LONGEST_RECORD = 2 * MEGABYTE
_PIECE = 1 << 18
_SPACE = " \t\r\n"


@dataclass(frozen=True, slots=True)
class JsonRecord:
    """One object, the place where it stands, and the fingerprint of its text."""

    where: str
    content: dict[str, Any]
    fingerprint: str


def records_of(path: Path) -> Iterator[JsonRecord]:
    """The objects of a JSON array or of JSON lines; plain, gzip or zip, in UTF-8.

    Never holds more than one record and a piece of the file. Raises `UnreadableFile`.
    """
    with opened(path, largest=LARGEST_DUMP) as stream:
        start = stream.read(_PIECE).lstrip(b"\xef\xbb\xbf" + _SPACE.encode())[:1]
    if start == b"[":
        yield from _of_array(path)
    elif start in (b"{", b"\xff", b"\xfe"):
        yield from _of_lines(path)
    else:
        raise UnreadableFile("This is no JSON: it begins neither with [ nor with {.")


def _of_lines(path: Path) -> Iterator[JsonRecord]:
    for number, line in lines_of(path, largest=LARGEST_DUMP):
        if text := line.strip():
            content, end = _decoded(text, f"Line {number}")
            if end != len(text):
                raise UnreadableFile(f"Line {number} holds more than one JSON object.")
            yield _record(f"line {number}", content, text)


def _of_array(path: Path) -> Iterator[JsonRecord]:
    with opened(path, largest=LARGEST_DUMP) as stream:
        reader = _ArrayReader(io.TextIOWrapper(stream, encoding="utf-8-sig"))
        for number, (content, text) in enumerate(reader.objects(), start=1):
            yield _record(f"record {number}", content, text)


def _record(where: str, content: Any, text: str) -> JsonRecord:
    if not isinstance(content, dict):
        raise UnreadableFile(f"{where.capitalize()} is no JSON object.")
    return JsonRecord(where, content, sha256(text.encode()).hexdigest())


def _decoded(text: str, where: str) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text)
    except RecursionError:
        raise UnreadableFile(f"{where} is nested too deeply to be a record.") from None
    except ValueError as error:
        raise UnreadableFile(f"{where} is not proper JSON: {error}.") from None


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


_DECODER = json.JSONDecoder(parse_constant=_no_constant)


class _ArrayReader:
    """Cuts a long JSON array into its objects without reading it whole."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self.text, self.buffer, self.at, self.number = text, "", 0, 0

    def objects(self) -> Iterator[tuple[Any, str]]:
        self._take("[")
        while self._sign() != "]":
            if self.number:
                self._take(",")
            self.number += 1
            yield self._object()

    def _object(self) -> tuple[Any, str]:
        """The object that begins here; while it is not whole, more of the file is read."""
        if self._sign() != "{":
            raise UnreadableFile(f"{self._where} is no JSON object.")
        while True:
            try:
                content, end = _DECODER.raw_decode(self.buffer, self.at)
            except json.JSONDecodeError as error:
                if len(self.buffer) - self.at > LONGEST_RECORD or not self._more():
                    sentence = f"{self._where} breaks off or is not proper JSON: {error.msg}."
                    raise UnreadableFile(sentence) from None
            except (RecursionError, ValueError):
                _decoded(self.buffer[self.at :], self._where)
            else:
                text, self.at = self.buffer[self.at : end], end
                return content, text

    @property
    def _where(self) -> str:
        return f"Record {self.number}"

    def _sign(self) -> str:
        """The next character that is no space, without going past it."""
        while True:
            while self.at < len(self.buffer):
                if self.buffer[self.at] not in _SPACE:
                    return self.buffer[self.at]
                self.at += 1
            if not self._more():
                raise UnreadableFile(f"After record {self.number} the file breaks off.")

    def _take(self, sign: str) -> None:
        if self._sign() != sign:
            raise UnreadableFile(f"After record {self.number} a {sign} is missing.")
        self.at += 1

    def _more(self) -> bool:
        try:
            piece = self.text.read(_PIECE)
        except UnicodeDecodeError:
            raise UnreadableFile(f"After record {self.number} the file is not in UTF-8.") from None
        self.buffer, self.at = self.buffer[self.at :] + piece, 0
        return bool(piece)
