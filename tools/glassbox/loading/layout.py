"""Which file of content/ holds what: the one place that knows the folders of RECORDS."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel

from glassbox.records.exhibition import Person, Reason, ReportChapter, Retired, SearchCheck, Site, Tool, Topic, Workshop
from glassbox.records.film import Film
from glassbox.records.process import Asset, BudgetLine, Decision, Version
from glassbox.records.prompts import Prompt
from glassbox.records.shots import Cut, Shot
from glassbox.records.takes import Take


class Form(StrEnum):
    """How a file is written."""

    ONE = "one"
    """YAML, one record."""
    LIST = "list"
    """YAML, a list of records, or a map whose one key is the table's name."""
    TABLE = "table"
    """CSV, a record a row."""
    PROSE = "prose"
    """Markdown, one record with a text."""


@dataclass(frozen=True)
class Table:
    """A kind of record, and where it lies."""

    name: str
    model: type[BaseModel]
    is_flat: bool = True
    """Whether `<name>.yml` or `<name>.csv` may hold it."""
    folder: str = ""
    """A folder with one record a file."""
    folder_form: Form = Form.ONE
    body: str = ""
    """The field that a Markdown file's text is."""
    letter: str = ""
    """The letter in its ids; shots and the exhibition's tables have none."""
    has_ids: bool = True
    """Whether its records have ids of their own; else their number stands for one."""


SITE = Table("site", Site, is_flat=False)
FILM = Table("film", Film, is_flat=False)

OF_THE_EXHIBITION = (
    Table("people", Person),
    Table("tools", Tool),
    Table("reasons", Reason),
    Table("topics", Topic),
    Table("workshops", Workshop),
    Table("retired", Retired),
    Table("search-checks", SearchCheck, has_ids=False),
    Table("report", ReportChapter, is_flat=False, folder="report", folder_form=Form.PROSE, body="text"),
)
OF_A_FILM = (
    Table("shots", Shot),
    Table("takes", Take, letter="T"),
    Table("budget", BudgetLine, letter="B"),
    Table("assets", Asset, letter="A"),
    Table("versions", Version, letter="V"),
    Table("cut", Cut, has_ids=False),
    Table("prompts", Prompt, folder="prompts", letter="P"),
    Table("decisions", Decision, folder="decisions", folder_form=Form.PROSE, body="why", letter="D"),
)
TABLES: Mapping[str, Table] = {table.name: table for table in (SITE, FILM, *OF_THE_EXHIBITION, *OF_A_FILM)}

FLAT_ENDINGS: Mapping[str, Form] = {".yml": Form.LIST, ".yaml": Form.LIST, ".csv": Form.TABLE}
"""In the order in which one of two files of a table is preferred."""
FOLDER_ENDINGS: Mapping[Form, tuple[str, ...]] = {Form.ONE: (".yml", ".yaml"), Form.PROSE: (".md",)}
RECORD_ENDINGS = frozenset([".yml", ".yaml", ".csv", ".md"])
"""Files that look like records; others in a film's folder are media, which binding looks after. Elsewhere every file
is told that is neither."""
SHEET_ENDINGS = frozenset(["xlsx", "xls", "ods", "numbers", "tsv", "csv.txt"])
TEXT_ENDINGS = frozenset(["txt", "yml.txt", "yaml.txt", "docx", "doc", "json"])
"""What programs save of their own accord, and systems that hide endings add."""

MEDIA_FOLDERS = ("storyboards", "footage", "takes", "cuts", "refs", "documents", "captions")
OTHER_CONTENT = ("ids.lock", "pages", "films", "README.md", "README.zh.md")
"""What content/ holds beside records."""
READMES = frozenset(["README.md", "README.zh.md"])


def is_passed_over(name: str) -> bool:
    """Whether a file is no author's: hidden ones, and those that systems and office programs leave behind."""
    return name.startswith((".", "~$")) or name in ("Thumbs.db", "desktop.ini", "__MACOSX") or name.endswith("~")
