"""The page on which the council sees what came in, and answers."""

from __future__ import annotations

import base64
import json

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from tests.reference_portal.ledger import Ledger

KINDS = ("acknowledged", "decided", "outcome")


def pages(ledger: Ledger) -> Blueprint:
    """The list, one submission with its documents, and the form for an answer."""
    blueprint = Blueprint("council", __name__)

    @blueprint.get("/")
    def listing() -> str:
        rows = [(entry, ledger.answers(entry.key)) for entry in ledger.all()]
        return render_template("listing.html", rows=rows)

    @blueprint.get("/submissions/<key>")
    def one(key: str) -> str:
        entry = ledger.find(key) or abort(404)
        words = json.dumps(
            json.loads(base64.b64decode(entry.package["content"])), indent=2, ensure_ascii=False
        )
        return render_template(
            "submission.html", entry=entry, words=words, answers=ledger.answers(key), kinds=KINDS
        )

    @blueprint.get("/submissions/<key>/documents/<int:place>")
    def document(key: str, place: int) -> Response:
        entry = ledger.find(key) or abort(404)
        if place >= len(entry.package["documents"]):
            abort(404)
        found = entry.package["documents"][place]
        return Response(base64.b64decode(found["data"]), content_type=found["media_type"])

    @blueprint.post("/submissions/<key>/answers")
    def answer(key: str) -> Answer:
        kind = request.form.get("kind", "")
        if kind not in KINDS or ledger.find(key) is None:
            abort(400)
        told = {
            name: request.form.get(name, "").strip() for name in ("outcome", "reason", "worker")
        }
        ledger.answer(key, kind=kind, **{name: words for name, words in told.items() if words})
        return redirect(url_for("council.one", key=key))

    return blueprint
