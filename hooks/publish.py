"""Publishing: what does not belong on the published site is left out."""

from __future__ import annotations
