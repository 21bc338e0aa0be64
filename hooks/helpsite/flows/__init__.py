"""Troubleshooting flowcharts: a graph in YAML, checked, planned, and drawn as nested lists."""
