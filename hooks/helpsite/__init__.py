"""The help site's own work: data, renderers, checks. Knows no theme, and of MkDocs only the server."""
