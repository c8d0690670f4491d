# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The child process that reads one sheet: a program of its own, started by `sheets`.

A sheet of 1.4 kB can make the library ask for all memory and end its process, so it runs here, under
limits that hold for this process alone. It writes a row a line, as JSON, and nothing else. It imports
nothing of Amicorum.
"""

import datetime as dt
import json
import resource
import sys
from typing import Any

import python_calamine

MEMORY = 512 * 1024 * 1024
SECONDS = 20
MOST_ROWS = 200_000
MOST_COLUMNS = 500
REFUSED = 3
"""Exit status after a sentence on stderr."""


def main() -> int:
    """Read the file named on the command line under limits."""
    for limit, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        resource.setrlimit(limit, (most, most))
    try:
        return write_rows(sys.argv[1])
    except python_calamine.CalamineError as error:
        return refuse(f"This is no sheet that can be read ({error}).")
    except (MemoryError, RecursionError):
        return refuse(f"The sheet needs more than {MEMORY >> 20} MB of memory, which is the limit.")


def write_rows(path: str) -> int:
    """Write the first sheet's rows; a workbook carries its list on the first one."""
    with python_calamine.CalamineWorkbook.from_path(path) as workbook:
        sheet = workbook.get_sheet_by_index(0)
        rows, columns = (last + 1 for last in sheet.end or (0, 0))
        if rows > MOST_ROWS or columns > MOST_COLUMNS:
            return refuse(
                f"The sheet is {rows:,} rows by {columns:,} columns; "
                f"the limit is {MOST_ROWS:,} by {MOST_COLUMNS:,}."
            )
        for row in sheet.iter_rows():
            sys.stdout.write(json.dumps([text_of(cell) for cell in row]) + "\n")
    return 0


def text_of(cell: Any) -> str:
    """A cell as text: whole numbers without a decimal point, days as ISO 8601; never a formula."""
    match cell:
        case bool():
            return "TRUE" if cell else "FALSE"
        case float() if cell.is_integer():
            return str(int(cell))
        case dt.datetime() if cell.time() == dt.time():
            return cell.date().isoformat()
        case dt.date() | dt.time():
            return cell.isoformat()
        case _:
            return str(cell)


def refuse(sentence: str) -> int:
    """Say why, for the parent to hand on."""
    sys.stderr.write(sentence)
    return REFUSED


if __name__ == "__main__":
    sys.exit(main())
