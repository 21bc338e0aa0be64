"""The areas of trouble, and the cards of the home page."""
