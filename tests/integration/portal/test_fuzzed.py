"""The portal keeps to its own document, whatever a schema-driven fuzzer sends it."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import Case, GenerationMode

from tests.reference_portal.places import OPENAPI
from tests.reference_portal.server import Portal

EXAMPLES = 25
SCHEMA = schemathesis.openapi.from_path(OPENAPI)
OPERATIONS = {found.ok().label: found.ok() for found in SCHEMA.get_all_operations()}
BOUNDED = settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@schemathesis.serializer("application/jose")
def as_it_is(_: object, value: object) -> bytes:
    """A compact JWE goes out as it is; whatever else the fuzzer thinks of, as its text."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize("label", OPERATIONS)
def test_no_request_makes_the_portal_break_its_own_document(
    portal: Portal, label: str, mode: GenerationMode
) -> None:
    token = portal.sign_ins.tokens("dsl@example.sch.uk")["access_token"]

    @BOUNDED
    @given(case=OPERATIONS[label].as_strategy(generation_mode=mode))
    def keeps_to_it(case: Case) -> None:
        answer = case.call(
            base_url=portal.url,
            verify=str(portal.authority.file),
            headers={"Authorization": f"Bearer {token}"},
        )
        case.operation.validate_response(answer)
        assert answer.status_code < 500

    keeps_to_it()
    assert not portal.ledger.all(), "nothing that the fuzzer makes can be opened"


@pytest.mark.parametrize("label", OPERATIONS)
def test_nobody_who_is_not_signed_in_is_told_anything(portal: Portal, label: str) -> None:
    @BOUNDED
    @given(case=OPERATIONS[label].as_strategy())
    def keeps_out(case: Case) -> None:
        answer = case.call(base_url=portal.url, verify=str(portal.authority.file), headers={})
        assert answer.status_code == 401
        case.operation.validate_response(answer)

    keeps_out()
