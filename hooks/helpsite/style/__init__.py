"""How the site speaks: words that it does not use, and how long a sentence may be."""
