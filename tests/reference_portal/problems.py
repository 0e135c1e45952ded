"""Refusals as problem details (RFC 9457), each with its reason in words."""

from __future__ import annotations

import json

from flask import Response


class Refusal(Exception):  # noqa: N818 - it is an answer
    """A request that is not done; becomes a problem."""

    def __init__(
        self, status: int, kind: str, detail: str, *, final: bool = False, **headers: str
    ) -> None:
        super().__init__(kind)
        self.status = status
        self.body = {
            "type": f"urn:ffd-portal:{kind}",
            "title": kind.replace("-", " ").capitalize(),
            "status": status,
            "detail": detail,
            "final": final,
        }
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}

    def response(self) -> Response:
        """What the sender is given."""
        return Response(
            json.dumps(self.body),
            status=self.status,
            headers=self.headers,
            content_type="application/problem+json",
        )
