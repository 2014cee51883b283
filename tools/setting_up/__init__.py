"""What `tools/run.py` is made of: from a fresh machine to a running command, with the standard library alone."""
