"""What stops or marks a publication (130-159)."""

from glassbox.problems.codes import error, warning

DEAD_LINK = error(
    130,
    "{attribute}='{link}' leads to '{there}', which is not in the site. Correct the link, or publish what it leads to.",
    "{attribute}='{link}' 指向“{there}”，但网站里没有它。请更正链接，或发布它所指的内容。",
)
DEAD_ANCHOR = error(
    131,
    "the link '{link}' leads to the place '#{anchor}', which the page '{there}' does not have. "
    "Write an anchor that stands there, or leave it out.",
    "链接“{link}”指向“#{anchor}”，但页面“{there}”里没有这个位置。请写该页已有的锚点，或去掉锚点。",
)
FOLDER_LINK = error(
    132,
    "the link '{link}' names a folder; opened from a disk it shows a listing. Name the file: '{cure}'.",
    "链接“{link}”指向文件夹；从本地打开时只会显示文件列表。请写出文件：“{cure}”。",
)
FOREIGN_SOURCE = error(
    133,
    "{attribute}='{link}' would be fetched from another host. Hand in the file itself, or write a plain link to it.",
    "{attribute}='{link}' 会从别的服务器取文件。请把文件本身放进档案，或改成普通链接。",
)
ABSOLUTE_LINK = error(
    134,
    "the link '{link}' begins at the root of a server and fails from a disk. "
    "Write a relative link to a .md file, or gb:ID for a record.",
    "链接“{link}”从服务器根目录算起，从本地打开会失效。请写指向 .md 文件的相对链接；指向记录请写 gb:编号。",
)
INLINE_CODE = error(
    135,
    "the page carries {found}, which the security policy of the site drops. "
    "Take it out; looks belong in a style sheet, deeds in a script file.",
    "页面里有{found}，网站的安全策略会丢弃它。请删掉：样式写进样式表，脚本写进脚本文件。",
)
UNKNOWN_REFERENCE = error(
    136,
    "no public record is called '{reference}'.{nearest} Write an id such as gb:LC-P012, gb:LC-P012@3 or "
    "gb:films/lightcone.",
    "没有名为“{reference}”的公开记录。{nearest}请写编号，例如 gb:LC-P012、gb:LC-P012@3 或 gb:films/lightcone。",
)
UNKNOWN_INSERT = error(
    137,
    "the mark gb:{name} stands for nothing. Write one of: {known}.",
    "标记 gb:{name} 没有对应的内容。请写其中之一：{known}。",
)
NOT_A_PAGE = warning(
    138,
    "only Markdown files in content/pages become pages; this one is not published. "
    "Write a .md file, or hand the medium in as an asset of a film.",
    "content/pages 里只有 Markdown 文件会成为页面；这个文件不会发布。"
    "请写成 .md 文件，媒体请作为影片的素材（assets）提交。",
)
PAGE_REFUSED = error(
    139,
    "the page could not be made: {said} Correct the page.",
    "页面无法生成：{said} 请更正这一页。",
)
PAGE_UNTRANSLATED = warning(
    140,
    "the page is not written in '{lang}'; its readers are shown this one, marked. Write {wanted}.",
    "这一页没有“{lang}”版本，该语言的读者会看到标明原文的这一页。请写 {wanted}。",
)
ADDRESS_TAKEN = error(
    141,
    "the address '/{address}' belongs to a page made from records. Give the file another name.",
    "地址“/{address}”已用于由记录生成的页面。请给文件换一个名字。",
)
OUTPUT_NOT_OURS = error(
    142,
    "'{path}' holds files that no build of this archive made (it has no SHA256SUMS), so nothing was published there. "
    "Move them away and build again.",
    "“{path}”里有不是本档案构建出来的文件（没有 SHA256SUMS），所以没有向那里发布。请把它们移走，再构建一次。",
)
LOCKED = error(
    143,
    "another build holds {path}. Wait until it is done, then build again.",
    "另一个构建正占用 {path}。请等它结束，再构建一次。",
)
PAGE_NAME = error(
    144,
    "'{name}' is no name for an address. Write lower-case letters a-z, digits and single hyphens, "
    "such as open-call.md.",
    "“{name}”不能用作地址。请用小写字母 a-z、数字和单个连字符，例如 open-call.md。",
)
PAGE_LINKED = error(
    145,
    "this is a symbolic link, which could lead out of content/. Put the file itself here.",
    "这是一个符号链接，可能指向 content/ 之外。请把文件本身放在这里。",
)
PAGE_NOT_TEXT = error(
    146,
    "the page is not UTF-8 text, or holds control characters. Save it as plain text in UTF-8 in your editor.",
    "这一页不是 UTF-8 文本，或含有控制字符。请在编辑器里另存为 UTF-8 纯文本。",
)
OUTPUT_IS_NO_FOLDER = error(
    147,
    "'{path}' is a symbolic link or a file; a folder of its own is wanted here. Remove it and build again.",
    "“{path}”是符号链接或文件，这里需要一个真正的文件夹。请删掉它，再构建一次。",
)
PAGE_HEAD = error(
    148,
    "the lines between '---' cannot be read: {said} Write title: and description:, each with words after it.",
    "“---”之间的几行无法读取：{said} 请只写 title: 和 description:，后面各写文字。",
)
LANGUAGE_IS_NO_FOLDER = error(
    150,
    "{record} has the language '{found}', and its pages would lie in a folder of that name, which Windows keeps for "
    "itself. Write the tag with a region, such as {found}-001.",
    "{record} 的语言“{found}”会成为文件夹名，而它是 Windows 的保留名称。请写成带地区的标签，如 {found}-001。",
)
SEARCH_LOST = error(
    151,
    "searching for '{query}' has to show {finds} among the first {within} hits; it stands at {place}. Look whether its "
    "words have changed, or change this check.",
    "搜索“{query}”时，{finds} 须在前 {within} 条之内，现在的位置是 {place}。请看它的文字是否改过，或修改这条检查。",
)
NOT_PORTABLE = error(
    149,
    "the address '{path}' does not fit on every disk and server: {name}. Choose a shorter, plainer id or slug.",
    "地址“{path}”不能用于所有磁盘和服务器：{name}。请换一个更短、更简单的编号或名称。",
)
