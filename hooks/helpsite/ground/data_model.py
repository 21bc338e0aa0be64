"""What the shapes of all data files have in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class DataModel(BaseModel):
    """A mapping with known keys. The docstring of each field is what writers read about the key."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)
