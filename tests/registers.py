# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The real register, small enough for tests: only the institutions that the real data name.

`real_register` lays the demonstration data (Leiden, all networks, all programmes) and a handful of
sample agreements into the database for the tests of one module. They are taken in once a process and
copied from then on. Tests of such a module use `db` as usual; what they change is undone after each.
Not for tests that commit (`transactional_db`, `live_server`).
"""

import gzip
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent / "data"


def load_real_register() -> None: ...
