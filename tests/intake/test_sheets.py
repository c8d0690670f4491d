# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
import datetime as dt
import zipfile

import openpyxl
import pytest
import xlsxwriter

from amicorum.intake import sheets
from amicorum.intake.files import UnreadableFile
from amicorum.intake.sheets import numbered_rows_of, rows_of

CONTENT_TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/></Types>"""
RELATIONS = """<?xml version="1.0"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>
</Relationships>"""
WORKBOOK = """<?xml version="1.0"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"""
SHEET = """<?xml version="1.0"?>{doctype}
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"""
CELL = '<row r="{row}"><c r="{at}" t="inlineStr"><is><t>{text}</t></is></c></row>'


@pytest.fixture
def sheet_of(tmp_path):
    """Makes a workbook by hand, so that it can be as wrong as one likes."""

    def make(rows, doctype="", extra=()):
        path = tmp_path / "sheet.xlsx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", CONTENT_TYPES)
            archive.writestr("_rels/.rels", RELATIONS.format(kind="officeDocument", target="xl/workbook.xml"))
            archive.writestr("xl/workbook.xml", WORKBOOK)
            relations = RELATIONS.format(kind="worksheet", target="worksheets/sheet1.xml")
            archive.writestr("xl/_rels/workbook.xml.rels", relations)
            archive.writestr("xl/worksheets/sheet1.xml", SHEET.format(rows=rows, doctype=doctype))
            for name, content in extra:
                archive.writestr(name, content)
        return path

    return make


def test_every_cell_of_a_workbook_is_text(tmp_path):
    workbook = openpyxl.Workbook()
    workbook.active.append(["Łódź", 999974553, 1.5, True, dt.date(2026, 4, 8), None, " x "])
    workbook.save(tmp_path / "a.xlsx")
    assert list(rows_of(tmp_path / "a.xlsx")) == [
        ["Łódź", "999974553", "1.5", "TRUE", "2026-04-08", "", " x "]
    ]


def test_a_formula_counts_as_the_value_that_was_saved_and_is_never_computed(tmp_path):
    workbook = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    sheet = workbook.add_worksheet()
    sheet.write_formula(0, 0, "=1+1", None, "two")
    sheet.write_string(0, 1, "=1+1")
    workbook.close()
    assert list(rows_of(tmp_path / "a.xlsx")) == [["two", "=1+1"]]


def test_rows_are_numbered_as_a_person_sees_them(tmp_path):
    workbook = openpyxl.Workbook()
    workbook.active["A3"] = "third"
    workbook.save(tmp_path / "a.xlsx")
    assert (3, ["third"]) in list(numbered_rows_of(tmp_path / "a.xlsx"))


def test_a_csv_is_divided_by_what_its_header_has(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('a;b\r\n"x;y";=1+1\r\n', encoding="utf-8")
    assert list(rows_of(path)) == [["a", "b"], ["x;y", "=1+1"]]


def test_a_sheet_from_a1_to_xfd1048576_is_refused_and_the_process_lives(sheet_of):
    rows = CELL.format(row=1, at="A1", text="a") + CELL.format(row=1_048_576, at="XFD1048576", text="b")
    path = sheet_of(rows)
    assert path.stat().st_size < 2_000
    with pytest.raises(UnreadableFile, match=r"512 MB of memory and 20 seconds|rows by"):
        list(rows_of(path))


def test_a_sheet_wider_than_any_list_is_refused_with_the_limit(sheet_of):
    rows = CELL.format(row=1, at="A1", text="a") + CELL.format(row=2, at="XFD2", text="b")
    with pytest.raises(UnreadableFile, match="2 rows by 16,384 columns; the limit is 200,000 by 500"):
        list(rows_of(sheet_of(rows)))


def test_an_entity_of_xml_is_not_expanded(sheet_of, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden", encoding="utf-8")
    doctype = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{secret.as_uri()}"><!ENTITY b "{"ha" * 50}">]>'
    path = sheet_of(CELL.format(row=1, at="A1", text="&a;&b;"), doctype)
    try:
        text = str(list(rows_of(path)))
    except UnreadableFile as error:
        text = str(error)
    assert "hidden" not in text
    assert "haha" not in text


def test_a_workbook_that_unpacks_to_a_hundred_times_its_size_is_not_read(sheet_of):
    path = sheet_of("", extra=[("xl/sharedStrings.xml", b"<si><t>a</t></si>" * 200_000)])
    with pytest.raises(UnreadableFile, match="100 times its size"):
        list(rows_of(path))


def test_a_workbook_of_more_than_100_mb_is_not_read(sheet_of, monkeypatch):
    monkeypatch.setattr(sheets, "LARGEST", 1_000)
    with pytest.raises(UnreadableFile, match="more than 100 MB"):
        list(rows_of(sheet_of("")))


def test_a_workbook_of_very_many_parts_is_not_read(sheet_of, monkeypatch):
    monkeypatch.setattr(sheets, "MOST_MEMBERS", 6)
    with pytest.raises(UnreadableFile, match="7 parts; the limit is 6"):
        list(rows_of(sheet_of("", extra=[("a", b""), ("b", b"")])))


def test_a_sheet_that_takes_too_long_is_ended(sheet_of, monkeypatch):
    monkeypatch.setattr(sheets, "PATIENCE", 0)
    with pytest.raises(UnreadableFile, match="512 MB of memory and 20 seconds"):
        list(rows_of(sheet_of("")))


def test_parts_of_a_workbook_with_paths_leave_nothing_outside(sheet_of, tmp_path):
    names = ["../escaped.txt", f"{tmp_path}/absolute.txt", "xl/../../climbed.txt"]
    path = sheet_of(CELL.format(row=1, at="A1", text="a"), extra=[(name, b"x") for name in names])
    before = sorted(tmp_path.parent.rglob("*.txt"))
    assert list(rows_of(path)) == [["a"]]
    assert sorted(tmp_path.parent.rglob("*.txt")) == before


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04" + b"\0" * 100, b"\xd0\xcf\x11\xe0" + b"\xff" * 600], ids=["zip", "ole"]
)
def test_a_broken_workbook_is_named_so(tmp_path, content):
    path = tmp_path / "broken.xlsx"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=r"broken|no sheet"):
        list(rows_of(path))


def test_a_workbook_that_is_cut_short_is_named_so(sheet_of):
    path = sheet_of(CELL.format(row=1, at="A1", text="a"))
    path.write_bytes(path.read_bytes()[:-60])
    with pytest.raises(UnreadableFile, match=r"broken|no sheet"):
        list(rows_of(path))
