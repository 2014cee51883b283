"""Lightcone: light, stars, time. Ten shots, their takes, boards, camera footage and music."""
