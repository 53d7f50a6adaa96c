"""The product is renamed in two places, one a language; they must say the same."""

from __future__ import annotations

import re
from pathlib import Path

from server.config import PRODUCT

BROWSER = Path(__file__).resolve().parents[2] / "pwa" / "src" / "product.ts"


def test_both_languages_give_the_product_the_same_name() -> None:
    written = re.search(r'PRODUCT = "([^"]+)"', BROWSER.read_text())
    assert written is not None
    assert written.group(1) == PRODUCT
