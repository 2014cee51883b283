"""A synthetic archive of any size, for rehearsal and benchmarks: the same sizes give the same bytes."""

from glassbox.specimen.size import Size, TooMany
from glassbox.specimen.write import NotEmpty, write_specimen

__all__ = ["NotEmpty", "Size", "TooMany", "write_specimen"]
