"""The tables and pages that all films of a specimen share."""

from __future__ import annotations

from collections.abc import Mapping

from glassbox.specimen.vocabulary import REASONS

_MARKS = "\n\n".join(f"<!-- gb:{name} -->" for name in ("archive", "register", "faults", "corrections", "retired"))

FILES: Mapping[str, str] = {
    "site.yml": (
        "title:\n  en: Specimen archive\n  zh: 样例档案\nlanguages:\n  - en\n  - zh\nlicence: CC0 1.0\n"
        "contact:\n  en: Made up for rehearsal; there is nobody to reach\n  zh: 为演练而编写，无联系人\n"
    ),
    "people.yml": (
        "- id: director\n  name: Director\n  name_zh: 导演\n  specimen: true\n"
        "- id: ai-creator\n  name: AI creator\n  name_zh: AI 创作者\n  specimen: true\n"
    ),
    "tools.yml": (
        "- id: video-model\n  system: Video model\n  version: '1'\n  specimen: true\n"
        "- id: director-model\n  system: Video model with camera commands\n  version: '1'\n  specimen: true\n"
    ),
    "reasons.yml": "".join(
        f"- id: {name}\n  title:\n    en: {en}\n    zh: {zh}\n  specimen: true\n" for name, (en, zh) in REASONS
    ),
    "pages/en/about.md": (
        "# About this archive\n\nEverything here is made up by a program, to rehearse with and to measure.\n\n"
        f"{_MARKS}\n"
    ),
    "pages/zh/about.md": f"# 关于本档案\n\n这里的一切都由程序编写，供演练与测量使用。\n\n{_MARKS}\n",
}
"""Path in content/ -> text."""
