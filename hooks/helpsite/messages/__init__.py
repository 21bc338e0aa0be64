"""The message catalogue: what AliExpress shows, what it means and what to do."""
