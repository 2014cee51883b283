"""One run of MkDocs, or of its fork ProperDocs, for one language."""

from __future__ import annotations

import contextlib
import importlib
import io
import logging
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from glassbox.pages.frame import House
from glassbox.publish.folder import make_folder, remove
from glassbox_mkdocs.home import home
from glassbox_mkdocs.sources import Source

ENGINE = "GLASSBOX_ENGINE"
"""Names the engine: mkdocs or properdocs."""
_THEME_LANGUAGES = ("zh", "en")


@dataclass
class Run:
    """What a run gave. `pages` is by address; an intro is the words of index.md alone."""

    pages: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    intro: str = ""
    sheets: dict[str, str] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    """Warnings and errors of the engine, in its own words."""


def engine_name() -> str:
    return "properdocs" if os.environ.get(ENGINE) == "properdocs" else "mkdocs"


def run(house: House, lang: str, shown: Mapping[str, Source], into: Path) -> Run:
    """Render `shown` for the readers of `lang`. `into` is a work folder, which the engine empties first."""
    outcome = Run()
    with _listening(outcome.said):
        try:
            plugin, config = _built(house, lang, shown, into)
        # An engine and its extensions fail in any way they like; the page's author is told, not shown a traceback.
        except (Exception, SystemExit) as error:
            outcome.said.append(f"{type(error).__name__}: {error}")
            return outcome
    for source in shown.values():
        if source.address:
            outcome.pages[source.address] = (into / source.address / "index.html").read_text("utf-8")
            outcome.titles[source.address] = plugin.titles[source.address]
        else:
            outcome.intro = plugin.bodies[""]
            outcome.titles[""] = plugin.titles[""]
    for name in importlib.import_module("glassbox_mkdocs.plugin").sheets(config):
        outcome.sheets[name] = (into / name).read_text("utf-8")
    return outcome


def _built(house: House, lang: str, shown: Mapping[str, Source], into: Path) -> tuple[Any, Any]:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ.setdefault("DISABLE_MKDOCS_2_WARNING", "true")
    engine = engine_name()
    if engine == "properdocs":
        importlib.import_module("properdocs.replacement")  # from here on `mkdocs` means properdocs
    # MkDocs walks its folder through every link, so it gets an empty one; the plugin hands it the pages.
    docs = into.with_name(f"{into.name}.docs")
    remove(docs)
    make_folder(docs)
    config = importlib.import_module(f"{engine}.config").load_config(
        config_file=str(home() / "mkdocs.yml"),
        site_name=house.title.shown_in(lang).words,
        docs_dir=str(docs),
        site_dir=str(into),
        site_url=house.addresses.canonical(lang, ""),
    )
    config.theme["language"] = next((tag for tag in _THEME_LANGUAGES if lang.split("-")[0] == tag), "en")
    plugin = config.plugins["glassbox"]
    plugin.house, plugin.lang, plugin.shown = house, lang, shown
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        importlib.import_module(f"{engine}.commands.build").build(config)
    return plugin, config


@contextlib.contextmanager
def _listening(said: list[str]) -> Iterator[None]:
    """Collects what the engine would print."""

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    ear = Ear(logging.WARNING)
    loggers = [logging.getLogger(name) for name in ("mkdocs", "properdocs")]
    before = [(logger.level, logger.propagate) for logger in loggers]
    for logger in loggers:
        logger.addHandler(ear)
        logger.setLevel(logging.WARNING)
        logger.propagate = False
    try:
        yield
    finally:
        for logger, (level, propagate) in zip(loggers, before, strict=True):
            logger.removeHandler(ear)
            logger.setLevel(level)
            logger.propagate = propagate
