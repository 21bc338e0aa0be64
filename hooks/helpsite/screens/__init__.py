"""Sketches of what a reader should see: data in, HTML and sentences out."""
