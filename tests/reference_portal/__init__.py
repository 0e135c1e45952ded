"""A council's portal to send to: a real HTTPS server that speaks resources/portal/openapi.yaml.

`python3 dev.py portal` starts it for developers. It is no product: one council, invented people.
"""
