"""Bicycle Kids: children, wheels, dusk. Ten shots, a vertical teaser, takes, boards, camera footage and music."""
