"""Procedures: the steps for each device, checked in the source, drawn in HTML, told to the search."""

from helpsite.procedures.checking import check_procedures, unmentioned_marks
from helpsite.procedures.comparing import compare_procedures
from helpsite.procedures.contracts import Devices
from helpsite.procedures.devices import load_devices
from helpsite.procedures.markdown import ProcedureExtension
from helpsite.procedures.search import ProcedureText, procedure_texts
from helpsite.procedures.source import PartSource, ProcedureSource, StepSource, procedure_anchors

__all__ = [
    "Devices",
    "PartSource",
    "ProcedureExtension",
    "ProcedureSource",
    "ProcedureText",
    "StepSource",
    "check_procedures",
    "compare_procedures",
    "load_devices",
    "procedure_anchors",
    "procedure_texts",
    "unmentioned_marks",
]
