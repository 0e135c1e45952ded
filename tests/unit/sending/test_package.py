"""A package keeps to the protocol's own schema, and gives back what was sealed, byte for byte."""

import base64
import json

import yaml
from jsonschema import Draft202012Validator

from ffd_desktop.sending.package import packed
from ffd_desktop.sending.submission import as_digest
from tests.builders import referrals as built
from tests.builders.sealed import copy_of, sealed
from tests.reference_portal.places import OPENAPI

DATA = b"not a photograph"
COPY = copy_of(DATA)
MADE = sealed(built.small(), copies=[COPY])
MORE = sealed(built.small(), number=2, text="It was at the other gate.")
KEY = "0" * 32


def test_it_keeps_to_the_schema_of_the_protocol() -> None:
    whole = yaml.safe_load(OPENAPI.read_text(encoding="utf-8"))
    schema = {"$ref": "#/components/schemas/Package", "components": whole["components"]}
    for one, copies in ((MADE, [(COPY, DATA)]), (MORE, [])):
        Draft202012Validator(schema).validate(json.loads(packed(one, copies, key=KEY)))


def test_what_was_sealed_comes_out_byte_for_byte() -> None:
    told = json.loads(packed(MADE, [(COPY, DATA)], key=KEY))
    assert base64.b64decode(told["content"]) == MADE.content
    assert told["content_digest"] == as_digest(MADE.digest)
    paper, attached = told["documents"]
    assert base64.b64decode(paper["data"]) == MADE.pdf
    assert paper["digest"] == as_digest(MADE.pdf_digest)
    assert base64.b64decode(attached["data"]) == DATA
    assert (attached["attachment"], attached["digest"]) == ("a1", as_digest(COPY.digest))


def test_an_addendum_says_which_it_is() -> None:
    told = json.loads(packed(MORE, [], key=KEY))
    assert (told["number"], told["reference"]) == (2, MADE.reference)
    assert told["documents"][0]["name"].endswith("-addendum-1.pdf")
