"""From the content to a folder that any static host can serve: build aside, finish, and only then put in place."""
