"""The help site's own work: data, renderers, checks. Imports no MkDocs and no theme."""
