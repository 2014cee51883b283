"""Tri-Head, the sample film of cut paper, masks and shadow: 4:3, a hundred beats of twelve frames."""
