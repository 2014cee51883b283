"""Gives every editorial page the frame that record pages have, and keeps MkDocs to plain pages."""

from __future__ import annotations

import fnmatch
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from glassbox.pages.addresses import Addresses
from glassbox.pages.frame import SECTIONS, House, frame
from glassbox.records.text import Text
from glassbox_mkdocs.head import Head
from glassbox_mkdocs.sources import Source, address_of

_SHEETS = ("assets/stylesheets/main.*.min.css", "assets/stylesheets/palette.*.min.css")


class Options(Config):  # type: ignore[no-untyped-call]
    """None: the driver sets what it knows on the plugin itself, and a bare run makes it up."""


class GlassBoxPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    house: House | None = None
    lang: str = ""
    shown: Mapping[str, Source] | None = None
    """Name of each page -> its source, which may be another language's."""

    def __init__(self) -> None:
        self.titles: dict[str, str] = {}
        """Address -> title of each page built."""
        self.bodies: dict[str, str] = {}
        """Address -> HTML of each page's words alone."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        config.theme.static_templates.clear()  # 404 and site map are ours: MkDocs' know neither frame nor records
        self.lang = self.lang or str(config.theme["language"])
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """With a driver the pages that it looked at, from wherever they lie; in a bare run, pages and nothing else."""
        for name, source in (self.shown or {}).items():
            folder = str(source.file).removesuffix(name)
            files.append(File(name, folder, config.site_dir, config.use_directory_urls))
        for file in list(files.media_files()):
            if file.src_dir == config.docs_dir:
                files.remove(file)
        if self.house is None:
            self.house = self._bare_house(files, config)
        return files

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """The page's own words, with a head that says nothing: the engine would read more into it."""
        source = (self.shown or {}).get(page.file.src_uri)
        return None if source is None else f"---\n{{}}\n---\n{source.text[source.head.length :]}"

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        self.bodies[address_of(page.file.src_uri)] = html
        return html

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Any
    ) -> TemplateContext:
        assert self.house is not None
        address = address_of(page.file.src_uri)
        source = (self.shown or {}).get(page.file.src_uri)
        head = source.head if source else Head()
        title = head.title or str(page.title or address)
        self.titles[address] = title
        said = cast(dict[str, Any], context)
        said["frame"] = frame(
            self.house,
            self.lang,
            address,
            title,
            description=head.description,
            editorial=True,
            words_lang=source.lang if source else "",
        )
        return context

    def _bare_house(self, files: Files, config: MkDocsConfig) -> House:
        """What a run without a driver can know: the name in mkdocs.yml and the pages that are here."""
        here = {address_of(file.src_uri) for file in files.documentation_pages()}
        addresses = Addresses((self.lang,), config.site_url or "https://glassbox.example/", {}, {})
        return House(addresses, Text.of(config.site_name), (), tuple(a for a, _ in SECTIONS if a in here))


def sheets(config: MkDocsConfig) -> list[str]:
    """The theme's style sheets, by path in the tree; their names change with each of its versions."""
    names = {
        file.relative_to(folder).as_posix()
        for folder in config.theme.dirs
        for file in Path(folder, "assets", "stylesheets").glob("*.css")
    }
    return [name for pattern in _SHEETS for name in sorted(fnmatch.filter(names, pattern))]
