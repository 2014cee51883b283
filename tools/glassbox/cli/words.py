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
    "machine": (
        "The machine stopped the command: {why}. The published site is whole. Make room (disk, memory, open files), or "
        "allow writing in {root}; then run the same command again. What there is: glassbox doctor",
        "命令因系统原因中止：{why}。已发布的站点完好。请腾出磁盘空间、内存或可打开的文件数，或允许写入 {root}，"
        "再运行同一命令。现有环境：glassbox doctor",
    ),
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
    "film_slug_shape": (
        "'{slug}' is no name for a film's folder and address. Write lower-case letters a-z, digits and single hyphens, "
        "at most 60 characters, such as {near}. Nothing was made.",
        "“{slug}”不能用作影片的文件夹名和网址。"
        "请用小写字母 a-z、数字和单个连字符，最多 60 个字符，例如 {near}。未创建任何内容。",
    ),
    "film_slug_reserved": (
        "'{slug}' is a name that Windows keeps for itself. Write another, such as {near}. Nothing was made.",
        "“{slug}”是 Windows 的保留名。请换一个，例如 {near}。未创建任何内容。",
    ),
    "film_code_shape": (
        "'{prefix}' is no code of a film. Write 2 to 6 capitals A-Z, such as --code {near}. Nothing was made.",
        "“{prefix}”不能用作影片代码。请写 2 至 6 个大写字母 A-Z，例如 --code {near}。未创建任何内容。",
    ),
    "film_there": (
        "{folder} is there already and stays as it is. Choose another name, or write in that folder.",
        "{folder} 已经存在，保持不变。请换一个名称，或直接在该文件夹中填写。",
    ),
    "film_slug_taken": (
        "The film in {folder} already has the slug {slug}. Choose another name. Nothing was made.",
        "{folder} 中的影片已使用 slug {slug}。请换一个名称。未创建任何内容。",
    ),
    "film_code_taken": (
        "The film in {folder} already has the code {prefix}: ids would mean two things. Choose another. "
        "Nothing was made.",
        "{folder} 中的影片已使用代码 {prefix}，编号会有歧义。请换一个代码。未创建任何内容。",
    ),
    "film_was_released": (
        "{name} was released before (content/ids.lock), and what was cited under it must not become something else. "
        "Choose another. Nothing was made.",
        "{name} 曾经发布过（见 content/ids.lock），已被引用的内容不能另作他用。请换一个。未创建任何内容。",
    ),
    "film_no_folder": (
        "{folder} is no folder of this archive: it is a file, or a link that leads out. Put a folder there. "
        "Nothing was made.",
        "{folder} 不是本档案的文件夹：它是文件，或指向外部的链接。请换成文件夹。未创建任何内容。",
    ),
    "not_started": (
        "Nothing was made: {folder} cannot be written ({why}). Choose a folder that you may write in, or make room.",
        "未创建任何内容：{folder} 无法写入（{why}）。请选择可以写入的文件夹，或腾出空间。",
    ),
    "shared_made": ("Made {file}, which every film leans on.", "已创建 {file}，供所有影片共用。"),
    "film_started": (
        "{folder} is there, with {files} files. Write your words over those marked specimen; then: glassbox check",
        "{folder} 已建好，共 {files} 个文件。请用自己的内容替换标为 specimen 的样例，然后运行：glassbox check",
    ),
    "specimen_not_empty": (
        "{folder} is not empty, or is no folder. Name one that is empty or not there yet. Nothing was made.",
        "{folder} 不是空文件夹，或不是文件夹。请指定空的或尚不存在的文件夹。未创建任何内容。",
    ),
    "specimen_too_many": (
        "{count} {what} in one film are more than a table holds ({most}). Ask for more --films. Nothing was made.",
        "一部影片有 {count} 个 {what}，超过一张表格的上限（{most}）。请增加 --films。未创建任何内容。",
    ),
    "specimen_made": (
        "{folder}: {films} films, {shots} shots, {prompts} prompts, {takes} takes, all specimens. "
        "Build it with: glassbox -C {folder} build",
        "{folder}：{films} 部影片、{shots} 个镜头、{prompts} 条提示词、{takes} 个镜次，均为样例。"
        "构建：glassbox -C {folder} build",
    ),
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
