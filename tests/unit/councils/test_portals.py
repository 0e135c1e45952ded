"""What a pack says of a council's portal is read as strictly as the rest; most have none."""

import pytest

from ffd_desktop.councils.bundled import bundled_councils, bundled_pack
from ffd_desktop.councils.reading import read_pack
from ffd_desktop.councils.tables import PackProblem
from tests.builders.packs import SHARED, as_bytes, pack_files

PORTAL = """
[portal]
base_url = "https://portal.example"
authorize_url = "https://portal.example/oauth/authorize"
token_url = "https://portal.example/oauth/token"
client_id = "ffd-desktop"
source = "Made up"
[portal.key]
kty = "EC"
crv = "P-256"
x = "AA"
y = "AA"
"""


def files(portal: str) -> dict[str, bytes]:
    made = pack_files()
    return as_bytes({**made, "pack.toml": made["pack.toml"] + portal})


def test_a_pack_may_name_a_portal() -> None:
    portal = read_pack(files(PORTAL), SHARED).portal
    assert portal is not None
    assert portal.base_url == "https://portal.example"
    assert portal.key["crv"] == "P-256"


@pytest.mark.parametrize(
    ("was", "now", "field"),
    [
        ('base_url = "https', 'base_url = "http', "base_url"),
        ('token_url = "https', 'token_url = "ftp', "token_url"),
        ('source = "Made up"', "", "source"),
        ('crv = "P-256"', 'crv = "P-521"', "key"),
        ('y = "AA"', 'y = "AA"\nd = "AA"', "key"),
        ('x = "AA"', "x = 7", "key"),
        ('client_id = "ffd-desktop"', 'client_id = "ffd-desktop"\nsecret = "x"', "secret"),
    ],
)
def test_what_is_wrong_with_a_portal_is_named(was: str, now: str, field: str) -> None:
    with pytest.raises(PackProblem) as caught:
        read_pack(files(PORTAL.replace(was, now)), SHARED)
    assert [(one.table, one.field) for one in caught.value.mistakes] == [("portal", field)]


def test_no_council_of_today_is_said_to_have_one() -> None:
    """Neither Worcestershire nor Walsall publishes one: their portals are web forms."""
    assert all(bundled_pack(key).portal is None for key in bundled_councils())
