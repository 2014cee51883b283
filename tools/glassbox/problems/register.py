"""Every code there is, by name. The subjects lie in `codes/`; a name never changes its meaning."""

from __future__ import annotations

from glassbox.problems.codes import fields, files, media, publishing, rules
from glassbox.problems.problem import Code


def _codes_of(*rooms: object) -> dict[str, Code]:
    found: dict[str, Code] = {}
    for room in rooms:
        for value in vars(room).values():
            if isinstance(value, Code):
                if value.name in found:
                    raise ValueError(f"{value.name} stands for two problems")
                found[value.name] = value
    return dict(sorted(found.items()))


CODES: dict[str, Code] = _codes_of(files, fields, rules, media, publishing)
"""`GB-E001` -> its Code; `E` for errors, `W` for warnings. 001-019 files, 020-049 fields, 050-099 rules
between records, 100-129 media, 130-159 publishing."""
