"""A page on paper: its head with a QR code, where links lead, the box to write in, and parts that print alone."""
