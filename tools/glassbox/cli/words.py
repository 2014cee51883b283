"""What the command line says, in English and Chinese."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: dict[str, tuple[str, str]] = {
    "no_folder": (
        "'{folder}' is no folder. Name the archive's folder with -C.",
        "“{folder}”不是文件夹。请用 -C 指明档案所在的文件夹。",
    ),
    "no_content": (
        "There is no content/ in {folder}. Go to the archive's folder, or name it with -C.",
        "{folder} 里没有 content/。请进入档案文件夹，或用 -C 指明。",
    ),
    "errors": (
        "{errors} errors, {warnings} warnings: nothing was published, the last good site stays.",
        "{errors} 个错误，{warnings} 个警告：未发布任何内容，上一个完好的站点保持不变。",
    ),
    "strict": (
        "{warnings} warnings, and --strict counts them as errors: nothing was published, the last good site stays.",
        "{warnings} 个警告，--strict 将其视为错误：未发布任何内容，上一个完好的站点保持不变。",
    ),
    "checked": (
        "{films} films, {records} records: {errors} errors, {warnings} warnings.",
        "{films} 部影片，{records} 条记录：{errors} 个错误，{warnings} 个警告。",
    ),
    "left_to_build": (
        "{count} media bind by their digest only; `build` will look for them.",
        "{count} 个媒体仅能凭摘要匹配，由 build 查找。",
    ),
    "bad_moment": (
        "{name} is '{written}', which is no moment. Write 2026-06-14, or 2026-06-14T10:00+08:00.",
        "{name} 为“{written}”，不是时间。请写 2026-06-14，或 2026-06-14T10:00+08:00。",
    ),
    "environment": ("{why}", "{why}"),
    "made_media": (
        "Media: {made} made, {reused} reused, {failed} failed, {pruned} pruned.",
        "媒体：新制 {made}，沿用 {reused}，失败 {failed}，清除 {pruned}。",
    ),
    "made_pages": (
        "Files: {written} written, {kept} unchanged, {pruned} removed.",
        "文件：写入 {written}，未变 {kept}，移除 {pruned}。",
    ),
    "left_out": (
        "{errors} errors: the faulty records were left out, and are listed on the About page.",
        "{errors} 个错误：有误的记录已略去，并列于“关于”页。",
    ),
    "published": ("Published in {seconds} s: {site}", "已发布（{seconds} 秒）：{site}"),
    "unchanged": ("Nothing has changed ({seconds} s): {site}", "没有变化（{seconds} 秒）：{site}"),
    "unpinned": (
        "ffmpeg is {path}, not the pinned one: files may differ in their bytes from those of other machines.",
        "所用 ffmpeg 为 {path}，并非锁定版本：生成的文件可能与其他机器逐字节不同。",
    ),
    "progress": (
        "Media {done}/{total} ({percent} %), {eta}: {name}",
        "媒体 {done}/{total}（{percent}%），{eta}：{name}",
    ),
    "eta": ("{seconds} s left", "剩余 {seconds} 秒"),
    "eta_unknown": ("time left not known yet", "剩余时间未知"),
    "nothing_to_serve": (
        "There is no site in {site} yet. Build it first: glassbox build",
        "{site} 里还没有站点。请先构建：glassbox build",
    ),
    "port_taken": (
        "Port {port} cannot be opened: {why}. Name another with --port.",
        "端口 {port} 无法打开：{why}。请用 --port 另选一个。",
    ),
    "serving": ("Serving {site} at {address} (Ctrl-C ends)", "正在提供 {site}：{address}（Ctrl-C 结束）"),
    "not_released": (
        "{errors} errors: nothing was released. Mend them first: glassbox check",
        "{errors} 个错误：未作登记。请先改正：glassbox check",
    ),
    "released": (
        "{count} new entries in content/ids.lock: their ids now hold for ever.",
        "content/ids.lock 新增 {count} 条：这些编号从此永久有效。",
    ),
    "nothing_to_release": ("Everything public is released already.", "所有公开内容均已登记。"),
    "schemas_written": ("{count} schemas written to {folder}", "已将 {count} 份模式写入 {folder}"),
}


def say(key: str, lang: str, **facts: object) -> str:
    """One sentence, its `{names}` filled in. Raises KeyError for a key that nobody wrote."""
    en, zh = SENTENCES[key]
    return (zh if lang.startswith("zh") else en).format_map(facts)


def locale_language(environment: Mapping[str, str]) -> str:
    """`zh` where the locale is Chinese, else `en`; the first of LC_ALL, LC_MESSAGES, LANG that is set decides."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"
