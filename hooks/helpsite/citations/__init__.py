"""Where the facts come from, and which hosts links may lead to."""
