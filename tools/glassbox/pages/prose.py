"""Notes in prose: Markdown without raw HTML, cleaned, with `gb:` links to records."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

import nh3
from markdown import Markdown

_TAGS = {
    *("p", "br", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a", "hr", "del", "sup", "sub"),
    *("h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
_HREF = re.compile(r'<a href="([^"]*)"')
_HEADING = re.compile(r"<(/?)h([1-6])>")


def html_of(words: str, link: Callable[[str], str | None]) -> str:
    """Safe HTML of a note. `link` turns a record's id into an href, or None where there is nothing to link to.

    Headings begin at h3, since a note stands below a page's own; pictures and raw HTML become text or nothing.
    """

    def linked(hit: re.Match[str]) -> str:
        target = hit[1]
        if not target.startswith("gb:"):
            return f'<a href="{target}" rel="noopener external"'
        href = link(target.removeprefix("gb:"))
        return f'<a href="{href}"' if href else "<a"

    return _HREF.sub(linked, _cleaned(words))


@lru_cache(maxsize=4096)
def _cleaned(words: str) -> str:
    markdown = Markdown(extensions=["tables", "sane_lists"], output_format="html")
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    markdown.inlinePatterns.deregister("image_link")
    markdown.inlinePatterns.deregister("image_reference")
    html = _HEADING.sub(lambda hit: f"<{hit[1]}h{max(3, int(hit[2]))}>", markdown.convert(words))
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes={"*": set(), "a": {"href"}},
        url_schemes={"http", "https", "gb", "mailto"},
        link_rel=None,
    )
