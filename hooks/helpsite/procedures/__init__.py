"""Procedures: the steps for each device, as data; checked, drawn in HTML, told to the search."""
