# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every file says whose it is and under which licence (REUSE 3.3)."""

import re
import tomllib

from tests.house.repository import ROOT, files, text

# REUSE-IgnoreStart
COPYRIGHT = "SPDX-FileCopyrightText: 2026 The Amicorum contributors"
LICENCE = re.compile(r"SPDX-License-Identifier: ([\w.-]+)")
# REUSE-IgnoreEnd

# Migrations have the suffix and are written by Django: REUSE.toml covers them.
WRITTEN_BY_US = {".py", ".css", ".js", ".mjs", ".po", ".sh", ".toml"}
# The standard leaves these out: they are the information, or there is nothing in them to license.
EXEMPT = re.compile(r"LICENSES/|LICEN[CS]E|REUSE\.toml$|.*\.license$")


def glob(pattern):
    """A pattern of REUSE.toml: * stays within a folder, ** does not."""
    parts = re.split(r"(\*\*|\*)", pattern)
    return re.compile("".join({"**": ".*", "*": "[^/]*"}.get(part, re.escape(part)) for part in parts))


def annotations():
    """The patterns of REUSE.toml, each with the licence that it gives."""
    given = tomllib.loads((ROOT / "REUSE.toml").read_text())["annotations"]
    for annotation in given:
        paths = annotation["path"]
        for path in [paths] if isinstance(paths, str) else paths:
            yield glob(path), annotation["SPDX-License-Identifier"]


def header(file):
    """The first lines of a file, where its licence stands."""
    return "\n".join((text(file) or "").splitlines()[:12])


def licensable():
    return [file for file in files() if not EXEMPT.match(str(file)) and (ROOT / file).stat().st_size]


def is_source(file):
    return file.suffix in WRITTEN_BY_US and file.parts[0] != "data" and "migrations" not in file.parts


def test_every_source_file_carries_the_header():
    sources = [file for file in licensable() if is_source(file)]
    assert sources
    assert [
        str(file) for file in sources if COPYRIGHT not in header(file) or not LICENCE.search(header(file))
    ] == []


def test_every_other_file_is_covered_by_reuse_toml():
    patterns = [pattern for pattern, _ in annotations()]
    bare = [file for file in licensable() if not LICENCE.search(header(file))]
    assert [str(file) for file in bare if not any(pattern.fullmatch(str(file)) for pattern in patterns)] == []


def test_the_text_of_every_licence_in_use_is_in_the_folder_and_no_other():
    in_headers = {name for file in licensable() for name in LICENCE.findall(header(file))}
    annotated = {
        name for _, expression in annotations() for name in re.split(r" (?:AND|OR|WITH) |[()]", expression)
    }
    assert {path.stem for path in (ROOT / "LICENSES").iterdir()} == (in_headers | annotated) - {""}
