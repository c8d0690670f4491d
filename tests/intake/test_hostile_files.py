# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
import gzip
import json
import zipfile

import pytest

from amicorum.intake import files
from amicorum.intake.files import UnreadableFile, csv_rows, lines_of
from amicorum.intake.json_records import LONGEST_RECORD, records_of


@pytest.fixture
def file_of(tmp_path):
    def make(content, name="file"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return make


@pytest.fixture
def zip_of(tmp_path):
    def make(*members):
        path = tmp_path / "dump.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in members:
                archive.writestr(name, content)
        return path

    return make


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_read_in_utf_8_and_in_utf_16_with_its_mark(file_of, encoding):
    path = file_of("naam,plaats\nŁódź,京都\n".encode(encoding))
    assert list(csv_rows(path)) == [(1, ["naam", "plaats"]), (2, ["Łódź", "京都"])]


def test_latin_1_is_refused_with_its_line(file_of):
    path = file_of("naam\nMünchen\n".encode("latin-1"))
    with pytest.raises(UnreadableFile, match=r"Line 2 is not in UTF-8 \(byte 2\)"):
        list(csv_rows(path))


def test_utf_16_that_is_cut_short_is_refused_with_its_line(file_of):
    path = file_of("naam\nplaats\n".encode("utf-16")[:-1])
    with pytest.raises(UnreadableFile, match="not in UTF-16"):
        list(csv_rows(path))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_nul_byte_is_refused_with_its_line(file_of, encoding):
    with pytest.raises(UnreadableFile, match="Line 2 holds a NUL byte"):
        list(csv_rows(file_of("naam\nLei\0den\n".encode(encoding))))


def test_utf_16_without_its_mark_is_refused(file_of):
    with pytest.raises(UnreadableFile, match="Line 1"):
        list(csv_rows(file_of("naam\n".encode("utf-16-le"))))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_line_without_end_is_refused(file_of, encoding, monkeypatch):
    monkeypatch.setattr(files, "LONGEST_LINE", 1_000)
    with pytest.raises(UnreadableFile, match="Line 1 is longer than"):
        list(lines_of(file_of(("x" * 2_000).encode(encoding))))


def test_a_quote_that_never_closes_is_refused_with_its_line(file_of):
    with pytest.raises(UnreadableFile, match="is not proper CSV"):
        list(csv_rows(file_of(b'a,b\n"x,y\n1,2\n')))


def test_a_cell_larger_than_any_text_is_refused(file_of):
    with pytest.raises(UnreadableFile, match="is not proper CSV"):
        list(csv_rows(file_of(b"a,b\n" + b"x" * 200_000 + b",1\n")))


@pytest.mark.parametrize("cut", [-1, -9, 30])
def test_gzip_that_is_cut_short_is_named_so(file_of, cut):
    packed = gzip.compress(b"".join(b"%d,%d\n" % (number, number * 7919) for number in range(500)))
    with pytest.raises(UnreadableFile, match="broken or cut short"):
        list(lines_of(file_of(packed[:cut], "a.csv.gz")))


def test_gzip_with_a_flipped_bit_is_named_so(file_of):
    packed = bytearray(gzip.compress(b"a,b\n" * 500))
    packed[-6] ^= 1
    with pytest.raises(UnreadableFile, match="broken or cut short"):
        list(lines_of(file_of(bytes(packed))))


def test_a_gzip_bomb_is_not_unpacked(file_of):
    with pytest.raises(UnreadableFile, match="100 times its size"):
        list(lines_of(file_of(gzip.compress(b"\n" * 5_000_000))))


def test_a_zip_bomb_is_not_unpacked(zip_of):
    path = zip_of(("dump.json", b"[" + b" " * 5_000_000))
    with pytest.raises(UnreadableFile, match="100 times its size"):
        list(records_of(path))


def test_a_file_of_more_than_the_limit_is_refused_with_the_limit(file_of):
    path = file_of(b"a,b\n" * 600_000)
    with pytest.raises(UnreadableFile, match="more than 1 MB once it is unpacked"):
        list(lines_of(path, largest=1_000_000))


def test_a_zip_within_a_zip_is_not_opened(zip_of, tmp_path):
    inner = zip_of(("dump.json", b"[]")).rename(tmp_path / "inner")
    with pytest.raises(UnreadableFile, match="no JSON or CSV"):
        list(records_of(zip_of(("dump.zip", inner.read_bytes()))))


def test_a_zip_with_two_dumps_is_refused(zip_of):
    with pytest.raises(UnreadableFile, match=r"2 files \*\.json; one is expected"):
        list(records_of(zip_of(("a.json", b"[]"), ("b.json", b"[]"))))


def test_an_encrypted_zip_is_named_so(zip_of):
    path = zip_of(("dump.json", b"[]"))
    content = bytearray(path.read_bytes())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match="encrypted"):
        list(records_of(path))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "This is no JSON"),
        (b"<html>", "This is no JSON"),
        (b"[" + b'{"a":' * 200_000, "Record 1"),
        (b'[{"a": 1}, {"a": 1', "Record 2 breaks off"),
        (b'[{"a": 1}', "After record 1 the file breaks off"),
        (b'[{"a": 1} {"a": 1}]', "a , is missing"),
        (b'[{"a": 1}, 7]', "Record 2 is no JSON object"),
        (b'[{"a": NaN}]', "NaN is no number"),
        (b'[{"a": ' + b"9" * 10_000 + b"}]", "Record 1 is not proper JSON"),
        (b'[{"a": "\xff"}]', "not in UTF-8"),
        (b'{"a": 1} {"a": 2}\n', "more than one JSON object"),
        (b'{"a": 1}\nnothing\n', "Line 2 is not proper JSON"),
        (b'{"a": 1}\n' + b'{"a":' * 100_000 + b"\n", "Line 2 is nested too deeply"),
        (b'{"a": 1}\n7\n', "Line 2 is no JSON object"),
    ],
)
def test_json_that_is_wrong_is_refused_with_the_place_and_the_reason(file_of, content, sentence):
    with pytest.raises(UnreadableFile, match=sentence):
        list(records_of(file_of(content)))


def test_a_record_without_end_is_refused_before_it_fills_the_memory(file_of):
    path = file_of(b'[{"a": "' + b"x" * (3 * LONGEST_RECORD) + b'"}]')
    with pytest.raises(UnreadableFile, match="Record 1"):
        list(records_of(path))


def test_records_that_span_pieces_of_the_file_come_whole(file_of):
    records = [{"number": number, "text": "Łódź " * number} for number in range(500)]
    path = file_of(json.dumps(records, ensure_ascii=False, indent=1).encode())
    assert [record.content for record in records_of(path)] == records


def test_a_record_has_the_same_fingerprint_until_its_text_changes(file_of):
    one, same, other = list(records_of(file_of(b'[{"a": 1}, {"a": 1}, {"a": 2}]')))
    assert one.fingerprint == same.fingerprint != other.fingerprint


def test_a_folder_and_an_absent_file_are_named_so(tmp_path):
    with pytest.raises(UnreadableFile, match="folder"):
        list(lines_of(tmp_path))
    with pytest.raises(UnreadableFile, match="no such file"):
        list(lines_of(tmp_path / "absent"))
