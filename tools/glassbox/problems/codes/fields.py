"""Fields that do not fit their record (020-049)."""

from glassbox.problems.codes import error

UNKNOWN_FIELD_NEAR = error(
    20,
    "{record} has the unknown field '{field}'. Write '{nearest}' if that is meant, or delete it.",
    "{record} 含有未知字段“{field}”。如果本意是“{nearest}”，请改正；否则请删除。",
)
UNKNOWN_FIELD = error(
    21,
    "{record} has the unknown field '{field}'. Use one of: {fields}.",
    "{record} 含有未知字段“{field}”。请使用以下字段之一：{fields}。",
)
MISSING_FIELD = error(
    22,
    "{record} lacks the field '{field}'. Write it; nothing can be shown without it.",
    "{record} 缺少字段“{field}”。请补上，没有它就无法展示。",
)
NO_CHOICE_NEAR = error(
    23,
    "{record} has '{found}' as its {field}. Write '{nearest}' if that is meant, or another of: {choices}.",
    "{record} 的 {field} 写成了“{found}”。如果本意是“{nearest}”，请改正；可选值有：{choices}。",
)
NO_CHOICE = error(
    24,
    "{record} has '{found}' as its {field}. Write one of: {choices}.",
    "{record} 的 {field} 写成了“{found}”。请写以下之一：{choices}。",
)
NO_WORDS = error(
    25,
    "{record} has nothing in '{field}'. Write something there, or delete the field.",
    "{record} 的“{field}”是空的。请填写内容，或删除该字段。",
)
NOT_ONE_VALUE = error(
    26,
    "{record} has a list or a map in '{field}'. Write one value on one line.",
    "{record} 的“{field}”写成了列表或映射。请只写一个值，且写在一行内。",
)
NOT_ONE_LINE = error(
    27,
    "{record} has several lines or a control character in '{field}'. Write it on one line.",
    "{record} 的“{field}”含有换行或控制字符。请写成一行。",
)
WRONG_ID = error(
    28,
    "{record} has '{found}' as its {field}, which is not an id of this kind ({entity}). Write one such as {example}: "
    "the film's code, a hyphen, {letter}, and three digits or more.",
    "{record} 的 {field} 写成了“{found}”，不符合编号格式。"
    "请写成 {example} 这样：影片代码、连字符、字母 {letter}、至少三位数字。",
)
WRONG_SHAPE = error(
    29,
    "{record} has '{found}' as its {field}. Write it like this: {example}.",
    "{record} 的 {field} 写成了“{found}”。请按此格式书写：{example}。",
)
NO_NUMBER = error(
    30,
    "{record} has '{found}' as its {field}, which is no plain number. Write digits only, such as {example}: no unit, "
    "no thousands separator, no leading zeros.",
    "{record} 的 {field} 写成了“{found}”，不是纯数字。请只写半角数字，如 {example}，不带单位、千位分隔符和前导零。",
)
OUT_OF_RANGE = error(
    31,
    "{record} has {found} as its {field}. Write a number that is {bound}.",
    "{record} 的 {field} 写成了 {found}。请写 {bound} 的数。",
)
NO_DAY = error(
    32,
    "{record} has '{found}' as its {field}, which is no day of the calendar. Write year-month-day such as 2026-05-12; "
    "where a time belongs to it, 2026-05-12T14:30+08:00.",
    "{record} 的 {field} 写成了“{found}”，不是有效日期。"
    "请按“年-月-日”书写，如 2026-05-12；带时间则写 2026-05-12T14:30+08:00。",
)
LANGUAGE_TWICE = error(
    33,
    "{record} has '{found}' twice in '{field}' (capitals do not count). Delete one: each language has one address.",
    "{record} 的“{field}”里“{found}”出现了两次（不区分大小写）。请删去一个：每种语言只有一个地址。",
)
NO_ZONE = error(
    34,
    "{record} has '{found}' as its {field}, which is no moment with a zone. Write one such as 2026-06-14T10:00+08:00.",
    "{record} 的 {field} 写成了“{found}”，不是带时区的时刻。请写成 2026-06-14T10:00+08:00 这样。",
)
NO_TRUTH = error(
    35,
    "{record} has '{found}' as its {field}. Write true or false.",
    "{record} 的 {field} 写成了“{found}”。请写 true 或 false（是 或 否）。",
)
PATH_LEADS_OUT = error(
    36,
    "{record} has '{found}' as its {field}, which leads out of the film's folder. Write a path inside it, such as "
    "takes/LC-T003.mp4.",
    "{record} 的 {field} 写成了“{found}”，指向影片文件夹之外。请写文件夹内的路径，如 takes/LC-T003.mp4。",
)
NO_URL = error(
    37,
    "{record} has '{found}' as its {field}. Write a whole address that begins with https://.",
    "{record} 的 {field} 写成了“{found}”。请写以 https:// 开头的完整网址。",
)
NO_TEXT = error(
    38,
    "{record} has something in '{field}' that is no text. Write words, or a map by language: {{zh: …, en: …}}.",
    "{record} 的“{field}”不是文本。请直接写文字，或按语言书写：{{zh: …, en: …}}。",
)
NO_LANGUAGE = error(
    39,
    "{record} has '{found}' as a language in '{field}'. Write a language tag such as zh, en, zh-Hant, pt-BR.",
    "{record} 的“{field}”把“{found}”当作语言。请写语言标签，如 zh、en、zh-Hant、pt-BR。",
)
NOT_A_LIST = error(
    40,
    "{record} should have a list in '{field}'. Begin each entry with '- ' on a line of its own; in a table, put ';' "
    "between them.",
    "{record} 的“{field}”应为列表。请让每一项各占一行，以“- ”开头；在表格中请用“;”分隔。",
)
NOT_A_MAP = error(
    41,
    "{record} should have named fields in '{field}'. Write each as 'name: value', on a line of its own.",
    "{record} 的“{field}”应由带名称的字段组成。请每行写一个“名称: 值”。",
)
NOT_ONE_INPUT = error(
    42,
    "{record} has an input with none or several of file, take, asset, prompt. Write exactly one of them.",
    "{record} 的某个输入没有写，或同时写了多个 file、take、asset、prompt。请只写其中一个。",
)
WRONG_ORIGIN = error(
    43,
    "{record} has '{found}' as its {field}. Write human, hybrid or ai, or shares of them that make 100: "
    "{{human: 60, ai: 40}}.",
    "{record} 的 {field} 写成了“{found}”。请写 human、hybrid 或 ai，或写合计为 100 的份额：{{human: 60, ai: 40}}。",
)
FALLING = error(
    44,
    "{record} has a part in '{field}' that ends (frame {last}) before it begins (frame {first}). Write the earlier "
    "frame first.",
    "{record} 的“{field}”结束帧（{last}）早于起始帧（{first}）。请先写较早的帧。",
)
DUPLICATE_ID = error(
    45,
    "the id {id} is already used at {first}. Give one of the two records another id.",
    "编号 {id} 已在 {first} 使用。请给两条记录之一换一个编号。",
)
WRONG_COLUMN = error(
    46,
    "the column '{column}' has no name, stands twice, or says the same as another column. Keep one column for each "
    "field, with its name in the first row.",
    "列“{column}”没有名称、重复出现，或与另一列含义相同。每个字段请只保留一列，并在首行写明名称。",
)
RAGGED_ROW = error(
    47,
    "the row has {found} cells, but the first row names {expected} columns. Put cells with a comma, a semicolon or a "
    "line break in double quotes.",
    "该行有 {found} 个单元格，而首行有 {expected} 列。含逗号、分号或换行的单元格请用双引号括起来。",
)
SPREADSHEET = error(
    48,
    "the column '{column}' has '{found}', which a spreadsheet made of something else. Format the column as text, type "
    "the value again, and export anew.",
    "列“{column}”中的“{found}”是被电子表格软件改写过的值。请把该列设为文本格式，重新输入后再导出。",
)
DIFFERS = error(
    49,
    "the column '{column}' has '{found}', but '{before}' on line {first}. Write the same in both rows.",
    "列“{column}”此处为“{found}”，而第 {first} 行为“{before}”。请在各行写相同的值。",
)
