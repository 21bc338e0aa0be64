"""Procedures: the steps for each device, as data; checked, drawn in HTML, told to the search."""

from helpsite.procedures.checks import check_places, check_screens, check_texts, wordings_of
from helpsite.procedures.drawing import Drawing
from helpsite.procedures.load import Devices, Procedures, load_procedures
from helpsite.procedures.marks import MarkExtension
from helpsite.procedures.search import ProcedureText, procedure_texts

__all__ = [
    "Devices",
    "Drawing",
    "MarkExtension",
    "ProcedureText",
    "Procedures",
    "check_places",
    "check_screens",
    "check_texts",
    "load_procedures",
    "procedure_texts",
    "wordings_of",
]
