"""Sketches of what a reader should see: data in, HTML and sentences out."""

from helpsite.screens.drawing import Screen, Screens
from helpsite.screens.loading import load_screens
from helpsite.screens.model import Element, ScreenData

__all__ = ["Element", "Screen", "ScreenData", "Screens", "load_screens"]
