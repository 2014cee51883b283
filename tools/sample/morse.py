"""Words as light: a word in Morse code, as the brightness of a lamp over time."""

from __future__ import annotations

CODE = {
    "A": ".-", "B": "-...", "C": "-.-.", "D": "-..", "E": ".", "F": "..-.", "G": "--.", "H": "....", "I": "..",
    "J": ".---", "K": "-.-", "L": ".-..", "M": "--", "N": "-.", "O": "---", "P": ".--.", "Q": "--.-", "R": ".-.",
    "S": "...", "T": "-", "U": "..-", "V": "...-", "W": ".--", "X": "-..-", "Y": "-.--", "Z": "--..",
}  # fmt: skip


def units(word: str) -> list[bool]:
    """Lit or dark, one entry a unit: a dot is one unit, a dash three, a gap one, a gap between letters three."""
    lit: list[bool] = []
    for index, letter in enumerate(word):
        if index:
            lit += [False] * 3
        for mark, sign in enumerate(CODE[letter]):
            if mark:
                lit.append(False)
            lit += [True] * (1 if sign == "." else 3)
    return lit


def brightness(lit: list[bool], frame: float, start: int, frames_a_unit: int) -> float:
    """From 0 to 1 at `frame`; a lamp needs a frame to rise and two to fall."""

    def on(at: float) -> bool:
        index = int((at - start) // frames_a_unit)
        return 0 <= index < len(lit) and at >= start and lit[index]

    return max(1.0 if on(frame) else 0.0, 0.45 if on(frame - 1) else 0.0, 0.15 if on(frame - 2) else 0.0)
