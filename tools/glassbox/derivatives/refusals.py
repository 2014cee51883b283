"""A file that is the reason why nothing can be made of it: raised where it is found, told with its record later."""

from __future__ import annotations

from glassbox.derivatives.values import Remark


class Refused(Exception):
    """`code` is the name of a code in `glassbox.problems.codes.media`; the facts fill its sentence."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code, facts)
        self.remark = Remark(code, facts)
