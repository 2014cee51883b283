"""Phrases of the interface: (English, Chinese). `{names}` are filled in by the page."""

PHRASES: dict[str, tuple[str, str]] = {
    # media
    "medium_missing": (
        "The file that belongs here has not been handed in yet.",
        "此处的文件尚未提交。",
    ),
    "medium_unread": ("This file could not be read.", "此文件无法读取。"),
    "ai_generated": ("AI-generated", "AI 生成"),
    "preview": ("Preview, silent", "静音预览"),
    "measured": ("Measured", "实测"),
    # records
    "specimen": ("Specimen", "样例"),
    "specimen_long": (
        "Specimen: made up to show what a record looks like. No real person wrote or said this.",
        "样例：为展示档案形式而虚构，并非任何真实人物所写所说。",
    ),
    "excerpt_only": ("Published as an excerpt.", "仅公开节选。"),
    "not_published": ("not published", "未公开"),
    "not_translated": ("not yet translated", "尚未翻译"),
    "details": ("Details", "详情"),
    "film": ("Film", "影片"),
    "note": ("Note", "备注"),
    # prompt
    "words_of_prompt": ("The words, byte for byte", "逐字原文"),
    "revision_n": ("Revision {n}", "修订 {n}"),
    "what_changed": ("What changed", "改动"),
    "changed_since": ("Against the revision before", "与上一修订对比"),
    "camera_commands": ("Camera commands", "运镜指令"),
    "optimizer_on": (
        "The tool's prompt optimizer was on: the model ran a text that nobody typed.",
        "工具的提示词优化已开启：模型实际运行的是一段无人键入的文本。",
    ),
    "optimizer_text": ("What the model ran for {take}", "{take} 实际运行的文本"),
    "optimizer_unknown": ("That text was not kept by the tool.", "工具未保留该文本。"),
    "translation": ("Translation; the tool never saw it", "译文；工具从未读到"),
    "negative": ("Negative prompt", "反向提示词"),
    "inputs": ("What the tool was given beside the words", "文字之外给工具的输入"),
    "takes_it_made": ("The takes it made", "由它生成的镜次"),
    "no_takes": ("No take of it was kept on record.", "没有留下由它生成的镜次。"),
    "grew_into": ("Grew into", "后续"),
    "copy": ("Copy", "复制"),
    "copied": ("Copied", "已复制"),
    "permalink": ("Permalink", "永久链接"),
}
