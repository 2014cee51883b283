"""Phrases of the search page as it is written: (English, Chinese). Its script has its own, in searching/words.js."""

SEARCH: dict[str, tuple[str, str]] = {
    "search_head": ("Search", "检索"),
    "search_lead": (
        "Every prompt, take and decision, by any words you remember.",
        "凭记得的任何字词，找到每一条提示词、镜次与决定。",
    ),
    "search_button": ("Search", "检索"),
    "search_hint": ("Words, pinyin, an id", "字词、拼音、编号"),
    "search_how": (
        "“…” finds words that stand together. Half a word is enough; a slip of the finger does no harm.",
        "加引号“……”可查连续出现的字词。写半个词也行，错一个字母不要紧。",
    ),
    "search_without_script": (
        "Searching needs JavaScript, which does not run here. Everything can be come to through these lists.",
        "检索需要 JavaScript，此处未启用。可以从下面的目录找到全部内容。",
    ),
    "search_suggested": ("Rather not type? Touch a word", "不想打字，就碰一个词"),
    "search_narrow": ("Narrow", "筛选"),
    "search_results": ("What was found", "检索结果"),
    "browse": ("Or walk in here", "或者从这里走进去"),
    "browse_all": ("All films together", "全部影片合在一起"),
    "facet_kind": ("Kind", "类别"),
    "facet_film": ("Film", "影片"),
    "facet_status": ("What became of it", "结果"),
    "facet_tool": ("AI tool", "AI 工具"),
    "facet_writer": ("Who", "人员"),
    "facet_reason": ("Why it was thrown away", "弃用理由"),
    "facet_camera": ("Camera", "运镜"),
    "facet_date": ("Day", "日期"),
    "sort_by": ("In order of", "排序"),
    "sort_relevance": ("relevance", "相关"),
    "sort_date": ("date", "日期"),
    "sort_film": ("film", "影片"),
}
