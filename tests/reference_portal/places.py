"""Where the portal's files are."""

from pathlib import Path

HERE = Path(__file__).parent
OPENAPI = HERE.parents[1] / "resources" / "portal" / "openapi.yaml"
PAGES = HERE / "pages"
