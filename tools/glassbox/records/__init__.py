"""The records: what teams hand in, as frozen values. Nothing here opens a file."""
