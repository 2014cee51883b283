"""Days, weekdays and months as readers of both languages say them: (English, Chinese)."""

from __future__ import annotations

from datetime import date

WEEKDAYS: tuple[tuple[str, str], ...] = (
    ("Monday", "周一"),
    ("Tuesday", "周二"),
    ("Wednesday", "周三"),
    ("Thursday", "周四"),
    ("Friday", "周五"),
    ("Saturday", "周六"),
    ("Sunday", "周日"),
)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def weekday(number: int, lang: str) -> str:
    """0 is Monday: `Monday`, `周一`."""
    en, zh = WEEKDAYS[number]
    return zh if _is_chinese(lang) else en


def weekday_short(number: int, lang: str) -> str:
    """`Mon`, `周一`."""
    return weekday(number, lang)[:3]


def long_name(day: date, lang: str) -> str:
    """`Saturday 9 May`, `5月9日周六`."""
    words = (weekday(day.weekday(), lang), day_and_month(day, lang))
    return "".join(reversed(words)) if _is_chinese(lang) else " ".join(words)


def month(day: date, lang: str) -> str:
    """`May`, `5月`."""
    return f"{day.month}月" if _is_chinese(lang) else _MONTHS[day.month - 1]


def day_and_month(day: date, lang: str) -> str:
    """`9 May`, `5月9日`."""
    return f"{day.month}月{day.day}日" if _is_chinese(lang) else f"{day.day} {month(day, lang)}"


def span(first: date, last: date, lang: str) -> str:
    """`9 May – 8 June 2026`, `2026年5月9日至6月8日`; the year stands on both sides where it changes."""
    if _is_chinese(lang):
        begin = f"{first.year}年{day_and_month(first, lang)}"
        end = day_and_month(last, lang) if first.year == last.year else f"{last.year}年{day_and_month(last, lang)}"
        return begin if first == last else f"{begin}至{end}"
    end = f"{day_and_month(last, lang)} {last.year}"
    if first == last:
        return end
    begin = day_and_month(first, lang)
    return f"{begin} – {end}" if first.year == last.year else f"{begin} {first.year} – {end}"


def _is_chinese(lang: str) -> bool:
    return lang.split("-")[0] == "zh"
