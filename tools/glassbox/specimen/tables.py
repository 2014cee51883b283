"""The tables of a specimen film: shots, takes, versions, decisions, money, material."""

from __future__ import annotations

from collections.abc import Iterator

from glassbox.specimen.prompts import moment, revisions_of
from glassbox.specimen.size import FilmSize
from glassbox.specimen.vocabulary import REASONS, chance_of, scene

FRAMES_A_SHOT = 24
"""One second each, so that a film is as many seconds long as it has shots."""

Row = tuple[object, ...]

SHOTS_HEAD = (
    "code", "order", "sequence", "title.en", "title.zh", "cut_in", "cut_out", "status", "takes", "origin", "specimen",
)  # fmt: skip
TAKES_HEAD = (
    "id", "status", "shots", "purpose.en", "purpose.zh", "prompt", "reason", "by", "generation.at",
    "generation.seconds", "generation.cost.amount", "generation.cost.currency", "specimen",
)  # fmt: skip
BUDGET_HEAD = ("id", "category", "currency", "description.en", "description.zh", "planned", "actual", "specimen")
_BUDGET = (
    ("ai-generation", "Video runs", "视频生成"), ("crew", "The team, one month", "团队一个月"),
    ("shoot", "Studio, two days", "摄影棚两天"), ("post", "Edit and grade", "剪辑与调色"), ("music", "Music", "音乐"),
)  # fmt: skip
_ALTERNATE_EVERY = 7


def film_file(film: FilmSize, *, with_media: bool) -> str:
    lines = [
        f"slug: {film.slug}",
        f"code: {film.code}",
        "title:",
        f"  en: Specimen film {film.number + 1}",
        f"  zh: 样片 {film.number + 1}",
        "fps: 24",
        "licence: CC0 1.0",
        "digital_source_type: trainedAlgorithmicMedia",
        "start_date: 2026-05-09",
        "end_date: 2026-06-09",
        *([f"duration: {film.shots}"] if film.shots else []),
        *([f"master: {film.slug}.mp4"] if with_media and film.shots else []),
        "credits:",
        *(f"  - person: {who}\n    role:\n      en: {en}\n      zh: {zh}" for who, en, zh in _CREDITS),
        "specimen: true",
    ]
    return "\n".join(lines) + "\n"


_CREDITS = (("director", "Direction", "导演"), ("ai-creator", "AI creation", "AI 创作"))


def shots(film: FilmSize) -> Iterator[Row]:
    for shot in range(film.shots):
        code = film.shot_code(shot)
        kept = film.kept_take(shot)
        said = scene(chance_of(f"{film.code}-{code}"))
        first = shot * FRAMES_A_SHOT
        yield (
            code, shot + 1, code.partition("-")[0], said.title("en"), said.title("zh"), first,
            first + FRAMES_A_SHOT - 1, "wip" if kept is None else "final",
            "" if kept is None else film.id("T", kept), ("ai", "hybrid", "human")[shot % 3], "true",
        )  # fmt: skip


def takes(film: FilmSize) -> Iterator[Row]:
    """The last of a shot's takes is kept; of the rest every seventh is an alternate, the others are rejected."""
    for take in range(film.takes):
        shot = film.shot_of(take)
        if shot is None:
            status, purpose = "pending", ("A test of the look", "测试画面风格")
        else:
            is_kept = film.kept_take(shot) == take
            status = "kept" if is_kept else "rejected" if take % _ALTERNATE_EVERY else "alternate"
            purpose = ("", "")
        prompt = film.prompt_of(take)
        yield (
            film.id("T", take), status, "" if shot is None else film.shot_code(shot), *purpose,
            "" if prompt is None else f"{film.id('P', prompt)}@{take % revisions_of(prompt) + 1}",
            REASONS[take % len(REASONS)][0] if status == "rejected" else "",
            "ai-creator" if take % 4 else "director", moment(take, 60), 90 + take % 120, f"{2 + take % 5}.20", "CNY",
            "true",
        )  # fmt: skip


def budget(film: FilmSize) -> Iterator[Row]:
    for number, (category, en, zh) in enumerate(_BUDGET):
        planned = 1000 * (number + 2 + film.number % 5)
        yield film.id("B", number), category, "CNY", en, zh, planned, planned + 150 * (number - 2), "true"


def versions_file(film: FilmSize) -> str:
    trail = (("script", "First draft", "初稿"), ("script", "Second draft", "第二稿"), ("edit", "Rough cut", "粗剪"))
    return "".join(
        f"- id: {film.id('V', number)}\n  of: {of}\n  number: {number + 1}\n  at: {moment(9 * number)}\n"
        f"  by: director\n  change:\n    en: {en}\n    zh: {zh}\n  specimen: true\n"
        for number, (of, en, zh) in enumerate(trail)
    )


def assets_file(film: FilmSize) -> str:
    return (
        f"- id: {film.id('A', 0)}\n  kind: footage\n  title:\n    en: Material from the camera\n"
        "    zh: 摄影机拍下的素材\n  digital_source_type: digitalCapture\n  specimen: true\n"
    )


def decisions(film: FilmSize) -> Iterator[tuple[str, str]]:
    """Id -> file: one for every eight shots."""
    for number in range(-(-film.shots // 8)):
        shot = film.shot_code(8 * number)
        said = scene(chance_of(film.id("D", number)))
        yield (
            film.id("D", number),
            (
                f"---\nid: {film.id('D', number)}\ndate: {moment(number)[:10]}\ntitle:\n"
                f'  en: "{said.title("en")}, and nothing else"\n  zh: "只留{said.title("zh")}"\n'
                f"by:\n  - director\nabout:\n  - {shot}\nwhy:\n"
                f"  en: Of all that we tried, this alone could be read at once.\n"
                f"  zh: 试过的做法里，只有这一种一眼就能看懂。\nspecimen: true\n---\n"
            ),
        )
