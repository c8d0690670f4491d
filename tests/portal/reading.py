# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""How tests read a page: as its text, without markup; and a second home in the real register."""

import html
import json
import re
from typing import Any

from amicorum.institutions.actions.homes import open_home
from amicorum.institutions.models import Home, Institution
from tests.cast import SECOND_HOST, TOLD

UTRECHT = "04pp8hn57"


def text_of(response: Any) -> str:
    """The text of the main part of a page, with single spaces."""
    assert response.status_code == 200, response.status_code
    main = re.search(r"<main.*</main>", response.content.decode(), re.S)
    assert main
    without_scripts = re.sub(r"<script.*?</script>", " ", main[0], flags=re.S)
    text = html.unescape(re.sub(r"<[^>]+>", " ", without_scripts))
    return re.sub(r"\s+([.,;])", r"\1", re.sub(r"\s+", " ", text)).strip()


def linked_data_of(response: Any) -> dict[str, dict[str, Any]]:
    """The schema.org descriptions of a page by their type."""
    script = r'<script type="application/ld\+json">(.*?)</script>'
    written = re.findall(script, response.content.decode(), re.S)
    return {one["@type"]: one for one in map(json.loads, written)}


def utrecht_home() -> Home:
    """A second home at its own host: Utrecht University, a partner in GEMMA and in nothing of Leiden's."""
    institution = Institution.objects.known_as("ror", UTRECHT).get()
    values = {"languages": "en nl", "host": SECOND_HOST}
    return open_home(slug="utrecht", institution=institution, values=values, **TOLD)[0]
