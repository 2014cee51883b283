"""What a browser measures on the pages of a built site. Each module says what it finds; tests/site says what may be."""
