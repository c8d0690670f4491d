# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""An answer costs as many queries for eleven agreements of many parts as for one."""

from amicorum.institutions.actions.records import add_institution
from amicorum.networks.actions import enter_membership
from amicorum.networks.models import Membership
from tests.api.reading import DAY, answer, queries
from tests.cast import TOLD, a_condition, an_agreement


def a_partner(number):
    values = {"country_code": "XZ", "is_fictitious": True}
    name = f"Sample University {number} (fictitious)"
    return add_institution(key=f"sample:{number}", name=name, language="en", values=values, **TOLD)[0]


def test_more_members_and_agreements_cost_no_more(cast):
    before = queries("networks/leru/members"), queries("partners")
    for number in range(10):
        one = a_partner(number)
        enter_membership(
            key=f"leru/{number}", network=cast.network, institution=one, start="2003", end="",
            values={"kind": Membership.Kind.FULL, "source": cast.source}, **TOLD,
        )  # fmt: skip
        an_agreement(
            cast.leiden, cast.humanities, one, cast.sample, key=f"more-{number}",
            conditions=[a_condition(), a_condition()], open_to=[cast.humanities],
        )  # fmt: skip
    assert answer("partners", as_of=DAY)["count"] == 11
    assert (queries("networks/leru/members"), queries("partners")) == before
