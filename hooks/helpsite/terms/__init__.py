"""Words explained to readers."""
