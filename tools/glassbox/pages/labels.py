"""The words of the shell: header, footer, marks and the page for what is not there."""

from __future__ import annotations

from dataclasses import dataclass


# A class, not a map: in a template `labels.copy` of a map would be its method.
@dataclass(frozen=True)
class Labels:
    home: str
    films: str
    prompts: str
    thrown_away: str
    decisions: str
    people: str
    tools: str
    report: str
    workshops: str
    search: str
    press: str
    data: str
    questions: str
    method: str
    about: str
    skip: str
    sections: str
    languages: str
    scheme: str
    menu: str
    contents: str
    heading_link: str
    specimen: str
    specimen_note: str
    untranslated: str
    footer: str
    not_found: str
    not_found_note: str

    def __getitem__(self, name: str) -> str:
        found = getattr(self, name)
        assert isinstance(found, str)
        return found


class _ByLanguage(dict[str, Labels]):
    """Labels by language; one that has none of its own gets its relative's (`zh-Hant`: `zh`), else English."""

    def __missing__(self, lang: str) -> Labels:
        return self.get(lang.split("-")[0].lower()) or self["en"]


LABELS = _ByLanguage(
    en=Labels(
        home="Home",
        films="Films",
        prompts="Prompts",
        thrown_away="Thrown away",
        decisions="Decisions",
        people="People",
        tools="Tools",
        report="Report",
        workshops="Workshops",
        search="Search",
        press="Press",
        data="Data",
        questions="Questions",
        method="How to read it",
        about="About",
        skip="Skip to content",
        sections="Sections",
        languages="Language",
        scheme="Light or dark",
        menu="Menu",
        contents="On this page",
        heading_link="Link to this heading",
        specimen="Specimen",
        specimen_note="Made up to show how the archive works. It is not a record of the teams.",
        untranslated="This page is not yet available in English. It is shown in the language it was written in.",
        footer="Each film beside the record of how it was made.",
        not_found="This page is not here",
        not_found_note="The address may be mistyped, or what stood here was withdrawn. Everything published is within "
        "reach of the home page.",
    ),
    zh=Labels(
        home="首页",
        films="影片",
        prompts="提示词",
        thrown_away="弃用镜次",
        decisions="决定",
        people="人员",
        tools="工具",
        report="报告",
        workshops="工作坊",
        search="检索",
        press="媒体",
        data="数据",
        questions="提问",
        method="如何阅读",
        about="关于",
        skip="跳到正文",
        sections="栏目",
        languages="语言",
        scheme="深色或浅色",
        menu="菜单",
        contents="本页内容",
        heading_link="此标题的链接",
        specimen="样例",
        specimen_note="为演示档案的用法而虚构，并非各团队的真实记录。",
        untranslated="本页尚无中文版，现以原文显示。",
        footer="每部影片的旁边，是它如何做成的记录。",
        not_found="这里没有页面",
        not_found_note="地址可能有误，或者原有的内容已经撤下。已发布的一切都可以从首页找到。",
    ),
)
"""`LABELS[lang].films`, also `LABELS[lang]["films"]`."""

_OWN_NAMES = {
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "it": "Italiano",
    "ja": "日本語",
    "ko": "한국어",
    "nl": "Nederlands",
    "pl": "Polski",
    "pt": "Português",
    "ru": "Русский",
    "zh": "中文",
    "zh-hans": "简体中文",
    "zh-hant": "繁體中文",
}


def own_name(lang: str) -> str:
    """What its speakers call a language; its tag where we do not know."""
    return _OWN_NAMES.get(lang.lower()) or _OWN_NAMES.get(lang.split("-")[0].lower()) or lang
