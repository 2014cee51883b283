"""Which file is named after which of a tool's jobs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate

_SHORTEST = 6  # letters; a shorter id is in too many names by chance
_MOST_OTHERS = 100  # files of other jobs; an id that is in the names of more says nothing


def files_of_jobs(jobs: Iterable[str], names: Sequence[str]) -> dict[str, int]:
    """Job's id -> number of the first of `names` that holds it; each name is one job's, the longest id's."""
    # One long text is searched far faster than ten thousand names.
    text = "\n".join(names)
    begins = list(accumulate((len(name) + 1 for name in names), initial=0))
    found: dict[str, int] = {}
    taken: set[int] = set()
    telling = {job for job in jobs if len(job) >= _SHORTEST and "\n" not in job}
    for job in sorted(telling, key=lambda job: (-len(job), job)):
        number = _first(job, text, begins, taken)
        if number is not None:
            found[job] = number
            taken.add(number)
    return found


def _first(job: str, text: str, begins: Sequence[int], taken: Collection[int]) -> int | None:
    start = text.find(job)
    for _ in range(_MOST_OTHERS):
        if start < 0:
            return None
        number = bisect_right(begins, start) - 1
        if number not in taken:
            return number
        start = text.find(job, begins[number + 1])
    return None
