"""What is wrong, where, and what to write instead: values that every floor can hand up."""

from glassbox.problems.problem import NOWHERE, Code, Place, Problem, Severity, one_line, problem, worst_first
from glassbox.problems.register import CODES

__all__ = ["CODES", "NOWHERE", "Code", "Place", "Problem", "Severity", "one_line", "problem", "worst_first"]
