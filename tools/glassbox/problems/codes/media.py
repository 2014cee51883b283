"""Media that are missing, broken or refused (100-129)."""

from glassbox.problems.codes import warning

MEDIUM_MISSING = warning(
    100,
    "{record} names the medium '{file}', which is not in the film's folder nor in the media root. "
    "Put the file there, or correct the name.",
    "{record} 所写的媒体文件“{file}”不在影片文件夹里，也不在媒体根目录里。请放入该文件，或更正文件名。",
)
MEDIUM_EMPTY = warning(
    101,
    "{record}: '{file}' holds 0 bytes. Copy it again from where it was made, or name another file.",
    "{record}：“{file}”是空文件（0 字节）。请从原处重新复制，或改写为别的文件。",
)
MEDIUM_UNREADABLE = warning(
    102,
    "{record}: '{file}' could not be read ({reason}). Export it again as MP4 (H.264), JPEG or PNG, and put it in its "
    "place.",
    "{record}：无法读取“{file}”（{reason}）。请重新导出为 MP4（H.264）、JPEG 或 PNG，放回原处。",
)
MEDIUM_DAMAGED = warning(
    103,
    "{record}: '{file}' is damaged and is shown only as far as it goes ({reason}). Copy or export it again.",
    "{record}：“{file}”已损坏，只能显示可读的部分（{reason}）。请重新复制或导出。",
)
MEDIUM_TOO_LARGE = warning(
    104,
    "{record}: '{file}' is larger than is read ({reason}). Hand in a copy of at most {most}.",
    "{record}：“{file}”超出可读取的上限（{reason}）。请提交不超过 {most} 的副本。",
)
MEDIUM_KIND_NOT_READ = warning(
    105,
    "{record}: '{file}' is of a kind that is not read here ({kind}). Hand in a proxy: MP4 or MOV for film, WAV or M4A "
    "for sound, JPEG, PNG, WebP, TIFF, HEIC or PDF for pictures.",
    "{record}：“{file}”的类型不在读取之列（{kind}）。请提交代理文件：影像用 MP4 或 MOV，声音用 WAV 或 M4A，"
    "图片用 JPEG、PNG、WebP、TIFF、HEIC 或 PDF。",
)
MEDIUM_CHANGED = warning(
    106,
    "{record}: '{file}' was changed while it was being read. Let the copying finish, then build again.",
    "{record}：读取“{file}”时，该文件被改动了。请等复制完成后重新构建。",
)
MEDIUM_STUCK = warning(
    107,
    "{record}: reading '{file}' made no headway and was stopped ({reason}). Export it again, or hand in a shorter or "
    "smaller copy.",
    "{record}：读取“{file}”长时间没有进展，已停止（{reason}）。请重新导出，或提交更短、更小的副本。",
)
MEDIUM_BROKE_READER = warning(
    108,
    "{record}: '{file}' made the program that reads it fail ({reason}). Export it again as MP4 (H.264), JPEG or PNG.",
    "{record}：“{file}”使读取程序出错（{reason}）。请重新导出为 MP4（H.264）、JPEG 或 PNG。",
)
MEDIUM_FIRST_ONLY = warning(
    109,
    "{record}: '{file}' holds {pages} pictures, and only the first is shown. Hand in motion as MP4, pages as single "
    "pictures or as a storyboard.",
    "{record}：“{file}”含有 {pages} 幅画面，只显示第一幅。动态画面请提交 MP4，多页内容请拆成单张图片，或作为分镜提交。",
)
MEDIUM_NOT_OPENED = warning(
    110,
    "{record}: '{file}' could not be opened ({reason}). Put a plain file there that may be read.",
    "{record}：无法打开“{file}”（{reason}）。请放入有读取权限的普通文件。",
)
MEDIUM_NO_FILE = warning(
    112,
    "{record}: '{file}' is a folder, a pipe or a device. Put the medium itself there, as one plain file.",
    "{record}：“{file}”是文件夹、管道或设备。请放入媒体文件本身（一个普通文件）。",
)
MEDIUM_HOLDS_NOTHING = warning(
    113,
    "{record}: '{file}' holds no picture that can be decoded, and no sound. Export it again as MP4 (H.264) and play it "
    "once before handing it in.",
    "{record}：“{file}”里没有可解码的画面，也没有声音。请重新导出为 MP4（H.264），提交前先播放一遍。",
)
MEDIUM_BREAKS_OFF = warning(
    114,
    "{record}: '{file}' breaks off after {seconds} s, though {promised} s are announced; it is shown as far as it "
    "goes. Copy or export it again.",
    "{record}：“{file}”标明长 {promised} 秒，却在 {seconds} 秒处中断，只显示可读的部分。请重新复制或导出。",
)
STILLS_MISSING = warning(
    115,
    "{record}: {count} of the stills wanted of '{file}' could not be decoded. Export the film again.",
    "{record}：“{file}”中有 {count} 幅所需画面无法解码。请重新导出影片。",
)
LABEL_DIFFERS = warning(
    116,
    "{record} says {said}, but '{file}' is labelled as {found}: a model made it, or part of it. Correct "
    "digital_source_type, or hand in the file that the record means.",
    "{record} 写的是 {said}，但“{file}”自带的标识是 {found}，即全部或部分由模型生成。"
    "请更正 digital_source_type，或提交记录所指的文件。",
)
MEDIUM_STARVED = warning(
    117,
    "{record}: this machine had too little memory, or too few processes or open files left, to work on '{file}' "
    "({reason}). Close other programs or build with fewer --jobs, and build again.",
    "{record}：处理“{file}”时，本机内存、进程数或可打开文件数不足（{reason}）。"
    "请关闭其他程序，或用较小的 --jobs 重新构建。",
)
CAPTIONS_UNREAD = warning(
    128,
    "{record}: '{file}' holds no caption that can be read. Save it as WebVTT or SubRip in UTF-8, with a line such as "
    "00:00:01.000 --> 00:00:04.000 above the words of each.",
    "{record}：“{file}”里没有可读取的字幕。请另存为 UTF-8 的 WebVTT 或 SubRip，每条字幕上方写一行"
    " 00:00:01.000 --> 00:00:04.000 这样的时间。",
)
CAPTIONS_LOST = warning(
    129,
    "{record}: {count} of the captions of '{file}' cannot be shown, the first on line {line}: its times cannot be "
    "read, or it ends before it begins, or has no words. Correct the line.",
    "{record}：“{file}”中有 {count} 条字幕无法显示，第一条在第 {line} 行：时间无法读取，或结束早于开始，或没有文字。"
    "请更正该行。",
)
MOMENTS_OUTSIDE = warning(
    111,
    "{record}: stills are wanted at {moments}, but '{file}' is {seconds} s long. Correct cut_in and cut_out of the "
    "shots, or put the whole film there.",
    "{record}：需要截取 {moments} 处的画面，但“{file}”只有 {seconds} 秒。"
    "请更正镜头的 cut_in 与 cut_out，或放入完整的影片。",
)
MEDIUM_LOCKED = warning(
    118,
    "{record}: '{file}' is locked by a password. Hand in a copy that opens without one.",
    "{record}：“{file}”设有打开密码。请提交无需密码即可打开的副本。",
)
MEDIUM_NO_PAGES = warning(
    119,
    "{record}: '{file}' holds no page. Export it again, and open it once before handing it in.",
    "{record}：“{file}”里没有任何页面。请重新导出，提交前先打开看一遍。",
)
MEDIUM_PAGES_LEFT = warning(
    120,
    "{record}: '{file}' holds {pages} pages, and the first {shown} are shown. Divide it into several files.",
    "{record}：“{file}”共有 {pages} 页，只显示前 {shown} 页。请拆成几个文件。",
)
MEDIUM_PAGES_UNREADABLE = warning(
    121,
    "{record}: of '{file}' these pages could not be read: {unread} ({reason}). Export the file again, or hand in those "
    "pages as pictures.",
    "{record}：“{file}”中以下页面无法读取：{unread}（{reason}）。请重新导出该文件，或把这些页面另存为图片提交。",
)
MEDIUM_FONTS_ABSENT = warning(
    122,
    "{record}: '{file}' writes in fonts that it does not hold ({fonts}), so that words are missing in its pictures. "
    "Export it again with all fonts embedded.",
    "{record}：“{file}”使用了未嵌入的字体（{fonts}），其画面中会缺字。请嵌入全部字体后重新导出。",
)
FRAMES_MISSING = warning(
    123,
    "{record}: '{file}' lacks these frames: {missing}. The frame before stands in their place. Copy them again from "
    "where they were made.",
    "{record}：“{file}”缺少以下帧：{missing}，暂以前一帧代替。请从原处重新复制缺少的帧。",
)
DOCUMENT_UNREAD = warning(
    124,
    "{record}: the words of '{file}' could not be read ({reason}). Save it again as DOCX without macros, FDX, "
    "Fountain, plain text, or PDF with text in it.",
    "{record}：无法读取“{file}”中的文字（{reason}）。请另存为不含宏的 DOCX、FDX、Fountain、纯文本，或含文字的 PDF。",
)
LABEL_DENIES = warning(
    125,
    "{record} says {said}, but '{file}' is labelled as {found}: people made it, and no model. Correct "
    "digital_source_type, or hand in the file that the record means.",
    "{record} 写的是 {said}，但“{file}”自带的标识是 {found}，即由人制作、未用模型。"
    "请更正 digital_source_type，或提交记录所指的文件。",
)
AIGC_DIFFERS = warning(
    126,
    "{record}: the AIGC label of '{file}' has {field} '{found}', but ai_label in film.yml says '{said}'. Correct "
    "ai_label, or label the film anew.",
    "{record}：“{file}”自带的 AIGC 标识中 {field} 为“{found}”，而 film.yml 的 ai_label 写的是“{said}”。"
    "请更正 ai_label，或为影片重新加标识。",
)
