"""Archives that tests make for themselves."""
