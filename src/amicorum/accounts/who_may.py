# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The who-may table: which roles may do which verb.

One word serves everywhere: the action's verb, this row and the journal's entry; a test keeps the
three equal. `INTAKE` is the operator at the command line, who has the whole machine anyway.
"""

from collections.abc import Mapping

from amicorum.accounts.models import RoleHolding

CENTRAL = RoleHolding.Role.CENTRAL_OFFICER
FACULTY = RoleHolding.Role.FACULTY_COORDINATOR
ADMINISTRATOR = RoleHolding.Role.ADMINISTRATOR
INTAKE = "intake"

WHO_MAY: Mapping[str, frozenset[str]] = {
    verb: frozenset(roles)
    for verb, roles in {
        "source.enter": (INTAKE, CENTRAL),
        "register.take_in": (INTAKE,),
        "register.close": (INTAKE,),
        "register.relate": (INTAKE,),
        "crosswalk.take_in": (INTAKE,),
        "institution.add": (INTAKE, CENTRAL),
        "institution.name": (INTAKE, CENTRAL),
        "institution.identify": (INTAKE, CENTRAL),
        "institution.doubt": (INTAKE, CENTRAL),
        "home.open": (INTAKE,),
        "home.state": (INTAKE, CENTRAL),
        "unit.enter": (INTAKE, ADMINISTRATOR),
        "person.enter": (INTAKE, ADMINISTRATOR),
        "role.give": (INTAKE, ADMINISTRATOR),
        "network.enter": (INTAKE, CENTRAL),
        "network.state": (INTAKE, CENTRAL),
        "network.count": (INTAKE, CENTRAL),
        "membership.enter": (INTAKE, CENTRAL),
        "membership.end": (INTAKE, CENTRAL),
        "agreement.register": (INTAKE, CENTRAL, FACULTY),
        "agreement.suspend": (INTAKE, CENTRAL),
        "funding.enter": (INTAKE, CENTRAL),
        "funding.state": (INTAKE, CENTRAL),
        "funding.date": (INTAKE, CENTRAL),
        "consortium.enter": (INTAKE, CENTRAL),
        "programme.enter": (INTAKE, CENTRAL),
        "partner.enter": (INTAKE, CENTRAL),
    }.items()
}
