"""Files that cannot be read as records (001-019)."""

from glassbox.problems.codes import error, warning

NO_CONTENT = error(
    1,
    "there is nothing to show yet. Write content/site.yml with a title, and for each film a folder "
    "content/films/<slug>/ with a film.yml in it.",
    "目前没有可展示的内容。请编写 content/site.yml（写明 title），"
    "并为每部影片建立文件夹 content/films/<slug>/，内含 film.yml。",
)
NOT_UTF8 = error(
    2,
    "the text is not UTF-8 (byte {offset}); it looks like {guess}. Save the file with the encoding UTF-8.",
    "文本不是 UTF-8 编码（第 {offset} 字节处），看起来像是 {guess}。请以 UTF-8 编码另存该文件。",
)
UNREADABLE = error(
    3,
    "this cannot be opened as a file ({reason}). Put an ordinary, readable file in its place.",
    "无法作为文件打开（{reason}）。请换成一个普通的、可读取的文件。",
)
LEADS_OUT = error(
    4,
    "this link leads out of content/ or nowhere, and is not followed. Put the file itself in its place.",
    "该链接指向 content/ 之外或失效，程序不会跟随。请用文件本身替换链接。",
)
MISSING_FILE = error(
    5,
    "the folder has no {file}. Write one with at least: {fields}.",
    "文件夹中缺少 {file}。请编写该文件，至少包含：{fields}。",
)
TOO_MUCH = error(
    6,
    "this is too much for a record: {found}, where {limit} is the limit. Divide it into several files, "
    "or put it among the media.",
    "内容超出一份记录的限度：{found}（上限为 {limit}）。请拆分为多个文件，或作为媒体文件存放。",
)
CONTROL_CHARACTER = error(
    7,
    "the text holds the control character {character}, which no page can show. Delete it, or write a space.",
    "文本中含有无法显示的控制字符 {character}。请删除它，或改为空格。",
)
EMPTY_FILE = error(
    8,
    "the file holds no record, or only comments. Write the record, or delete the file.",
    "文件中没有任何记录，或只有注释。请写入记录，或删除该文件。",
)
NOT_YAML = error(
    9,
    "this cannot be read as YAML near '{near}'. Write each field as 'name: value', with a half-width colon and a "
    "space; indent alike with spaces, close every quote and bracket, and put a value in quotes where it holds "
    "': ' or ' #' or begins with one of @ ` % ! & * [ {{ | >.",
    "此处无法按 YAML 读取，位置在“{near}”附近。请按“名称: 值”书写（半角冒号，后空一格），用空格对齐缩进，"
    "引号和括号要成对；值中若含“: ”或“ #”，或以 @ ` % ! & * [ {{ | > 开头，请给整个值加上引号。",
)
TAB = error(
    10,
    "the line is indented with a tab. Write spaces instead.",
    "该行用制表符（Tab）缩进。请改用空格。",
)
TWICE = error(
    11,
    "'{key}' is written twice, first on line {first}. Keep one of the two.",
    "“{key}”写了两次，第一次在第 {first} 行。请只保留一个。",
)
SECOND_DOCUMENT = error(
    12,
    "a second document begins here, after '---' or '...'. Keep one document in a file; put the rest in a file of its "
    "own.",
    "此处由“---”或“...”开始了第二个文档。一个文件只能有一个文档，请把其余内容另存为单独的文件。",
)
ALIAS = error(
    13,
    "'{name}' is read as a YAML anchor or alias that leads nowhere, to itself, or to far too much. "
    "Write the value out; put words that begin with * or & in quotes.",
    "“{name}”被读作 YAML 的锚点或别名，但它没有指向、指向自身或展开后过大。"
    "请把值直接写出；以 * 或 & 开头的文字请加引号。",
)
TAG = error(
    14,
    "the tag '{tag}' is not understood and nothing is run. Delete it; put words that begin with ! in quotes.",
    "无法识别标签“{tag}”，程序不会执行它。请删除该标签；以 ! 开头的文字请加引号。",
)
TWO_FILES = error(
    15,
    "the same table is also in {other}. Keep one of the two files.",
    "同一张表还写在 {other} 中。两个文件请只保留一个。",
)
NO_VALUE_IN_BRACES = error(
    16,
    "inside {{ }} '{key}' has no value: a comma there begins a new entry. Put words with a comma in quotes.",
    "花括号 {{ }} 内的“{key}”没有值：逗号会被当作新条目的开始。含逗号的文字请加引号。",
)
WRONG_TOP = error(
    17,
    "the file is not of the form '{expected}'. Write it so, or give the file the name that fits what it holds.",
    "该文件不是“{expected}”的形式。请按此书写，或改用与内容相符的文件名。",
)
NO_FRONT_MATTER = error(
    18,
    "the fields are not set off. Begin the file with a line '---', write the fields as YAML, and close them with a "
    "second line '---'; the text follows.",
    "文件开头缺少字段部分。请先写一行“---”，再以 YAML 写字段，然后再写一行“---”，正文随后。",
)
NOT_CSV = error(
    19,
    "the quotes of this row do not close, or something follows them. Put the whole cell in double quotes and double "
    "each quote inside it.",
    "该行的引号没有闭合，或引号后还有内容。请用双引号括住整个单元格，其中的双引号写两遍。",
)

UNKNOWN_FILE_NEAR = warning(
    1,
    "nothing reads this file or folder. Save or rename it as {nearest} if that is meant, or move it out of content/.",
    "没有程序会读取这个文件或文件夹。如果本意是 {nearest}，请另存或改名；否则请移出 content/。",
)
UNKNOWN_FILE = warning(
    2,
    "nothing reads this file or folder. Use one of these names: {names}; or move it out of content/.",
    "没有程序会读取这个文件或文件夹。请使用以下名称之一：{names}；或移出 content/。",
)
COLUMNS_LEFT_OUT = warning(
    3,
    "these columns of a tracking system have no place in the record and are left out: {columns}. "
    "Delete them, or rename each to a field.",
    "以下制片管理系统的列在记录中没有对应字段，已略去：{columns}。请删除这些列，或改名为某个字段。",
)
CUT_BY_HASH = warning(
    4,
    "'{lost}' is read as a comment because of the '#', and is not shown. Put the whole value in quotes; where a "
    "comment is meant, write a space after the '#'.",
    "“{lost}”因“#”被当作注释，不会展示。请给整个值加上引号；若确为注释，请在“#”后空一格。",
)
