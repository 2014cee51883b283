"""Pages: addresses, what each page shows, and its HTML."""
