# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The public pages, one of each kind and state."""

PAGES = [
    "",
    "?as_of=2021-12-31",
    "networks/",
    "networks/leru/",
    "networks/leru/?as_of=2012-06-01",
    "networks/coimbra-group/",
    "networks/eua/",
    "networks/euniwell/",
    "networks/unica/",
    "programmes/",
    "programmes/mind/",
    "programmes/algant-master/?as_of=2024-09-01",
    "partners/",
    "partners/?country=de&level=7",
    "partners/?q=leuven",
    "partners/?standing=suspended",
    "institutions/ku-leuven/",
    "institutions/leiden-university/",
    "countries/de/",
    "sources/",
    "cookies/",
    "accessibility/",
    "data/",
]
ERRORS = ["nothing-here/", "?as_of=2021-02-30"]
LANGUAGES = ["en", "nl"]
