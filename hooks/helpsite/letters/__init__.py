"""Letters to customer service in its language, with their meaning in the reader's, filled in on the page."""
