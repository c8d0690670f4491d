# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The OpenAPI description, and whether the answers keep to it for whatever is asked."""

import hypothesis
import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.api.reading import answer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_register")]
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
EXAMPLES = 20


PATHS = (
    "institutions", "networks", "networks/{slug}", "networks/{slug}/members", "programmes",
    "programmes/{slug}", "programmes/{slug}/partners", "partners", "sources",
)  # fmt: skip


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
@pytest.mark.parametrize("path", PATHS)
def test_every_answer_keeps_to_the_description(path, mode):
    described = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())

    @hypothesis.given(described[f"/api/v1/{path}"]["GET"].as_strategy(generation_mode=mode))
    @hypothesis.settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
    def keeps_to_it(case):
        case.call_and_validate(checks=CHECKS)

    keeps_to_it()


def test_every_operation_is_described_with_its_refusals():
    described = answer("openapi.json")
    assert described["openapi"].startswith("3.1")
    assert set(described["paths"]) == {f"/api/v1/{path}" for path in PATHS}
    for operations in described["paths"].values():
        assert list(operations) == ["get"]
        assert operations["get"]["description"]
        assert {"200", "400", "404"} <= set(operations["get"]["responses"])
        assert "application/problem+json" in operations["get"]["responses"]["400"]["content"]


def test_every_parameter_has_a_description_and_an_example():
    for operations in answer("openapi.json")["paths"].values():
        for parameter in operations["get"]["parameters"]:
            assert parameter["schema"]["description"], parameter
            assert parameter["schema"]["examples"], parameter
