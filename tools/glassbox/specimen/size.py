"""How large a specimen is, and how much of it falls to each film."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

MOST_IN_A_FILM = 40_000
"""Shots or takes: their tables stay below the 8 MB that are read of one file."""
MOST_FILMS = 26 * 26


class TooMany(ValueError):
    """More shots or takes to a film than one table holds."""

    def __init__(self, what: str, count: int) -> None:
        super().__init__(what, count)
        self.what = what
        self.count = count
        self.most = MOST_IN_A_FILM


@dataclass(frozen=True)
class FilmSize:
    """One film of a specimen. Shots, prompts and takes are counted from 0."""

    number: int
    shots: int
    prompts: int
    takes: int

    @property
    def slug(self) -> str:
        return f"specimen-{self.number + 1:03d}"

    @property
    def code(self) -> str:
        first, second = divmod(self.number, 26)
        return f"S{chr(ord('A') + first)}{chr(ord('A') + second)}"

    def shot_code(self, shot: int) -> str:
        """Ten shots a sequence, numbered in tens."""
        return f"SQ{shot // 10 + 1:02d}-{(shot % 10 + 1) * 10:04d}"

    def id(self, letter: str, number: int) -> str:
        return f"{self.code}-{letter}{number + 1:03d}"

    def shot_of(self, number: int) -> int | None:
        """The shot that a prompt or take is for; None where the film has none."""
        return number % self.shots if self.shots else None

    def kept_take(self, shot: int) -> int | None:
        """The last of a shot's takes is the one in the film; None where it has none."""
        if shot >= self.takes:
            return None
        return shot + self.shots * ((self.takes - 1 - shot) // self.shots)

    def prompt_of(self, take: int) -> int | None:
        """The prompt that made a take: one of the same shot where there is one."""
        shot = self.shot_of(take)
        if not self.prompts:
            return None
        if shot is None or shot >= self.prompts:
            return take % self.prompts
        of_the_shot = (self.prompts - 1 - shot) // self.shots + 1
        return shot + self.shots * (take // self.shots % of_the_shot)


@dataclass(frozen=True)
class Size:
    """All films of a specimen together. Raises TooMany where one film would have more than a table holds."""

    films: int
    shots: int
    prompts: int
    takes: int

    def __post_init__(self) -> None:
        for what in ("shots", "takes"):
            if (count := -(-getattr(self, what) // self.films)) > MOST_IN_A_FILM:
                raise TooMany(what, count)

    def of_each_film(self) -> Iterator[FilmSize]:
        """Even shares; what is over goes to the first films."""
        for number in range(self.films):
            shots, prompts, takes = (
                whole // self.films + (number < whole % self.films) for whole in (self.shots, self.prompts, self.takes)
            )
            yield FilmSize(number, shots, prompts, takes)
