"""Letters to customer service: English, their meaning in the reader's language beside them, filled in on the page."""
