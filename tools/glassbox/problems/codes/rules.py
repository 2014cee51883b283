"""Rules between records (050-089), the binding of media and the lock of what was released (090-099)."""

from glassbox.problems.codes import error, warning

UNKNOWN = error(
    50,
    "{record} names '{found}' in '{field}', but {file} has no such entry. "
    "Write the id of one that is there, or add it to {file}.",
    "{record} 的“{field}”写的是“{found}”，但 {file} 里没有这一条。请改为已有的编号，或在 {file} 里添加。",
)
UNKNOWN_BUT_NEAR = error(
    51,
    "{record} names '{found}' in '{field}', but {file} has no such entry. "
    "Did you mean '{near}'? Write that, or add '{found}' to {file}.",
    "{record} 的“{field}”写的是“{found}”，但 {file} 里没有这一条。是否想写“{near}”？请改正，或在 {file} "
    "里添加“{found}”。",
)
UNKNOWN_REVISION = error(
    52,
    "{record} names '{found}' in '{field}', but {prompt} has only these revisions: {known}. "
    "Write one of them, or add the revision to {prompt}.",
    "{record} 的“{field}”写的是“{found}”，但 {prompt} 只有这些修订版：{known}。请改为其中之一，或为 {prompt} "
    "补上该修订版。",
)
WITHDRAWN_NAMED = error(
    53,
    "{record} names '{found}' in '{field}', which retired.yml says was withdrawn. "
    "Name what stands in its place, or take the name out.",
    "{record} 的“{field}”写的是“{found}”，而 retired.yml 说明它已撤下。请改写替代它的编号，或删去此处。",
)
CHOICE_UNKNOWN = error(
    54,
    "{record} has chosen option {found}, but lists {count} options. "
    "Write a number from 1 to {count}, or the choice in words.",
    "{record} 选择了第 {found} 项，但只列出了 {count} 个选项。请写 1 至 {count} 之间的数字，或用文字写出所选。",
)
UNCONFIRMED_UNKNOWN = error(
    55,
    "{record} calls the field '{found}' unconfirmed, but has no such field. Did you mean '{near}'? Write that, "
    "or take '{found}' out of 'unconfirmed'.",
    "{record} 把字段“{found}”列为未确认，但没有这个字段。是否想写“{near}”？请改正，或从“unconfirmed”中删去“{found}”。",
)
SAME_BUT_FOR_CASE = error(
    56,
    "{record} and {other} differ only in capital and small letters, which some disks and servers cannot tell apart. "
    "Give one of them another name.",
    "{record} 与 {other} 只有大小写不同，有些磁盘和服务器无法区分。请给其中一个换名。",
)
OTHER_FILMS_ID = error(
    57,
    "{record} begins with '{found}', but the ids of {film} begin with its code '{prefix}'. "
    "Write an id such as '{example}', or move the record to its own film's folder.",
    "{record} 以“{found}”开头，但影片 {film} 的编号应以其代码“{prefix}”开头。请写成“{example}”这样的编号，"
    "或把它移到所属影片的文件夹。",
)
FILM_CODE_TWICE = error(
    58,
    "The films {film} and {other} both have the code '{prefix}'. Give one of them another code of 2 to 6 capitals.",
    "影片 {film} 与 {other} 的代码都是“{prefix}”。请给其中一部换一个由 2 至 6 个大写字母组成的代码。",
)
FILM_SLUG_TWICE = error(
    59,
    "Two films have the slug '{film}'; the other stands in {other}. Give one of them another slug.",
    "有两部影片的 slug 都是“{film}”，另一部写在 {other}。请给其中一部换一个 slug。",
)
SHOT_SHAPED_LIKE_ID = error(
    60,
    "The shot code '{shot}' reads like the id of another record ('{shape}'). Write a code such as 'SQ01-0010'.",
    "镜头编号“{shot}”看起来像另一种记录的编号（“{shape}”）。请写成“SQ01-0010”这样的编号。",
)
RESERVED_NAME = error(
    61,
    "'{found}' is a name that Windows keeps for itself, so no folder or file can have it. Give {record} another name.",
    "“{found}”是 Windows 的保留名称，文件夹和文件都不能使用。请给 {record} 换一个名称。",
)
REVISION_TWICE = error(
    62,
    "{record} has the revision {found} twice. Give each revision a number of its own; the next free one is {free}.",
    "{record} 的修订版 {found} 出现了两次。请给每个修订版各自的编号；下一个可用的是 {free}。",
)
REVISIONS_NOT_RISING = error(
    63,
    "{record} has revision {found} after revision {before}. List the revisions in the order of their numbers.",
    "{record} 的修订版 {found} 排在修订版 {before} 之后。请按编号从小到大排列。",
)
FOLDER_IS_NOT_SLUG = error(
    64,
    "The film in the folder '{folder}' has the slug '{slug}'. Write 'slug: {folder}', or rename the folder to "
    "'{slug}'.",
    "文件夹“{folder}”里的影片写的 slug 是“{slug}”。请写成“slug: {folder}”，或把文件夹改名为“{slug}”。",
)
CIRCLE = error(
    65,
    "The '{field}' of {record} leads back to itself: {way}. Correct one of these links.",
    "{record} 的“{field}”绕了一圈又回到自身：{way}。请改正其中一处。",
)
CUT_FALLING = error(
    66,
    "{record} ends on frame {cut_out}, before it begins on frame {cut_in}. "
    "Write cut_in first and cut_out last; both count from 0 and both are in the film.",
    "{record} 的结束帧 {cut_out} 早于起始帧 {cut_in}。请让 cut_in 在前、cut_out 在后；两者都从 0 计数，"
    "且都包含在片中。",
)
CUTS_OVERLAP = error(
    67,
    "{record} (frames {cut_in} to {cut_out}) overlaps {other} (frames {other_in} to {other_out}). "
    "Let one end before the other begins: both first and last frame belong to a shot.",
    "{record}（第 {cut_in} 至 {cut_out} 帧）与 {other}（第 {other_in} 至 {other_out} 帧）重叠。"
    "请让前一个在后一个开始之前结束：首帧和末帧都属于该镜头。",
)
CUT_LEAVES_FILM = error(
    68,
    "{record} ends on frame {cut_out}, but the film's duration of {seconds} s at {fps} frames a second ends on frame "
    "{last}. Correct cut_out, or the film's duration.",
    "{record} 结束于第 {cut_out} 帧，但影片时长 {seconds} 秒、每秒 {fps} 帧，末帧是第 {last} 帧。请更正 cut_out "
    "或影片的 duration。",
)
SITE_ZONE_UNKNOWN = error(
    69,
    "'{found}' is no time zone that this system knows. Write one of the IANA list, such as 'Asia/Shanghai'.",
    "本系统不认识时区“{found}”。请写 IANA 时区表里的名称，例如“Asia/Shanghai”。",
)
REJECTED_WITHOUT_REASON = error(
    70,
    "{record} is rejected, but does not say why. Add 'reason:' with one of reasons.yml: {known}.",
    "{record} 被弃用，却没有写理由。请添加“reason:”，从 reasons.yml 中选一个：{known}。",
)
FILM_TAKE_NOT_KEPT = error(
    71,
    "{record} has {take} in the film, but that take is '{status}'. "
    "Give the take the status kept or alternate, or take it out of '{field}'.",
    "{record} 把 {take} 用在片中，但该条的状态是“{status}”。请把状态改为 kept 或 alternate，或从“{field}”中删去它。",
)
FILM_TAKE_OF_OTHER_SHOT = error(
    72,
    "{record} has {take} in the film, but that take is not of this shot. "
    "Add '{shot}' to the take's shots, or take it out of '{field}'.",
    "{record} 把 {take} 用在片中，但该条不属于这个镜头。请在该条的 shots 中加上“{shot}”，或从“{field}”中删去它。",
)
KEPT_TAKE_NOT_IN_FILM = warning(
    73,
    "{record} is kept, but the 'takes' of {shots} do not name it. Add it there, or give it the status alternate.",
    "{record} 的状态是 kept，但 {shots} 的“takes”没有写它。请在那里补上，或把状态改为 alternate。",
)
DATE_OUTSIDE_PRODUCTION = warning(
    74,
    "{record} has the date {found} in '{field}', outside the film's production ({start} to {end}). "
    "Correct the date, or the film's start_date and end_date.",
    "{record} 的“{field}”写的是 {found}，不在影片的制作期内（{start} 至 {end}）。请更正日期，或更正影片的 start_date "
    "与 end_date。",
)
DAYS_FALLING = warning(
    75,
    "{record} ends on {end}, before it begins on {start}. Correct one of the two days.",
    "{record} 的结束日 {end} 早于开始日 {start}。请更正其中一个日期。",
)
LANGUAGE_MISSING = warning(
    76,
    "{record} has no {lacking} in '{field}', so its readers are shown another language, marked. Add '{lacking}:'.",
    "{record} 的“{field}”缺少 {lacking}，该语言的读者将看到另一种语言并带有标记。请补上“{lacking}:”。",
)
PUBLISH_REASON_MISSING = error(
    77,
    "{record} is '{publish}', but does not say why. Add 'publish_reason:', which visitors are shown.",
    "{record} 的 publish 是“{publish}”，却没有说明原因。请添加“publish_reason:”，它会展示给观众。",
)
SECRET = error(
    78,
    "{record} holds what looks like a key or password ({shape}) in '{field}'. "
    "Replace it by [redacted], and have the key renewed: whoever has seen this file has it.",
    "{record} 的“{field}”里有疑似密钥或密码的内容（{shape}）。请改为 [redacted]，"
    "并更换该密钥：看过此文件的人都已得到它。",
)
PHONE_NUMBER = warning(
    79,
    "{record} holds what looks like a mobile number ({masked}) in '{field}'. Take it out, unless it may be public.",
    "{record} 的“{field}”里有疑似手机号码（{masked}）。若不宜公开，请删去。",
)
IDENTITY_NUMBER = warning(
    80,
    "{record} holds what looks like a Chinese identity number ({masked}) in '{field}'. Take it out.",
    "{record} 的“{field}”里有疑似居民身份证号码（{masked}）。请删去。",
)
MAIL_ADDRESS = warning(
    81,
    "{record} holds an e-mail address ({masked}) in '{field}'. Take it out, or name a contact in site.yml instead.",
    "{record} 的“{field}”里有电子邮箱地址（{masked}）。请删去，或改在 site.yml 的 contact 中写联系方式。",
)
LOCAL_PATH = warning(
    82,
    "{record} holds a path of somebody's own computer ({masked}) in '{field}'. Write the file's name alone.",
    "{record} 的“{field}”里有某人电脑上的路径（{masked}）。请只写文件名。",
)
HIDDEN_QUOTED = error(
    83,
    "{record} quotes {hidden} in '{field}' ({letters} letters, word for word), though that is not to be shown. Take "
    "the "
    "words out; or, if they may be shown, write them as the 'excerpt' of {hidden} or publish it.",
    "{record} 的“{field}”逐字引用了 {hidden}（{letters} 个字符），而它不予公开。请删去这些字句；若可以公开，请写进 "
    "{hidden} 的“excerpt”，或将其公开。",
)
EMBARGOED_NAMED = error(
    84,
    "{record} names {hidden} in '{field}', which is under embargo until {until}. "
    "Take the name out until then, or put {record} under the same embargo.",
    "{record} 的“{field}”提到 {hidden}，而它在 {until} 之前不得公开。请暂时删去，或为 {record} 设置相同的 embargo。",
)
WITHHELD_NAMED = warning(
    85,
    "{record} names {hidden} in '{field}', which is withheld, so a reader finds nothing under that id. "
    "Say it without the id.",
    "{record} 的“{field}”提到 {hidden}，而它不予公开，读者按此编号找不到内容。请换一种不写编号的说法。",
)
UNTIL_PASSED = warning(
    86,
    "{record} withholds {what} until {until}, and that day has passed. "
    "Take the entry out to publish, or write a later day: until then it stays withheld.",
    "{record} 对 {what} 的保留期至 {until}，该日已过。若要公开，请删去此条；否则请写更晚的日期：在此之前仍不公开。",
)
ENTRY_REFUSED = warning(
    87,
    "This entry of a media folder is a link that leads out of content/ and the media root, or no ordinary file that "
    "can "
    "be read, so it is not opened. Put the file itself there, or take the entry away.",
    "媒体文件夹中的这一项是指向 content/ 和媒体根目录之外的链接，或不是可读取的普通文件，因此不会打开。"
    "请把文件本身放进来，或将此项移走。",
)
WITHDRAWN_BUT_SHOWN = error(
    88,
    "retired.yml says that {record} was withdrawn, but it is still published. "
    "Take it out of retired.yml, or delete or withhold the record.",
    "retired.yml 写明 {record} 已撤下，但它仍在公开。请从 retired.yml 中删去此条，或删除该记录、将其设为不公开。",
)
RELEASED_LANGUAGE_GONE = error(
    89,
    "The site was released in '{found}', and citations point to its pages, but site.yml no longer has that language. "
    "Add '{found}' to its languages again.",
    "网站曾以“{found}”发布，已有引用指向这些页面，但 site.yml 已不含该语言。请在 languages 中重新加上“{found}”。",
)
FILE_UNBOUND = warning(
    90,
    "No record names this file, so it is not shown. Name it in a record, or begin its name with the record's id "
    "(such as '{example}'), or take it out of the folder.",
    "没有任何记录用到此文件，因此不会展示。请在记录中写明它，或让文件名以记录编号开头（例如“{example}”），"
    "或将它移出此文件夹。",
)
FILES_UNBOUND = warning(
    91,
    "No record names {count} more files in this folder, so they are not shown. Name them in records, or begin their "
    "names with the records' ids (such as '{example}'), or take them out of the folder.",
    "此文件夹中还有 {count} 个文件没有任何记录用到，因此不会展示。"
    "请在记录中写明，或让文件名以记录编号开头（例如“{example}”），或将它们移出此文件夹。",
)
CASE_DIFFERS = warning(
    92,
    "{record} names the medium '{file}', but the file is called '{found}': capital and small letters differ. "
    "Write '{found}', or rename the file.",
    "{record} 所写的媒体文件是“{file}”，而实际文件名是“{found}”，大小写不同。请写成“{found}”，或给文件改名。",
)
LEADS_OUT = warning(
    93,
    "{record} names '{file}', which leads out of content/ and the media root, so it is not opened. "
    "Put the file itself there instead of a link or a path to elsewhere.",
    "{record} 所写的“{file}”指向 content/ 和媒体根目录之外，因此不会打开。请把文件本身放进来，"
    "不要用链接或指向别处的路径。",
)
NOT_A_FILE = warning(
    94,
    "{record} names '{file}', which is no ordinary file that can be read (a folder, a pipe, a device, or locked). "
    "Put an ordinary file there, and let it be readable.",
    "{record} 所写的“{file}”不是可读取的普通文件（而是文件夹、管道、设备，或没有权限）。请放入普通文件并允许读取。",
)
DIGEST_DIFFERS = warning(
    95,
    "{record} has a sha256 that is not that of '{file}' ({actual}), so this may be another clip and is not shown. "
    "Put the right file there, or correct the sha256.",
    "{record} 的 sha256 与“{file}”的（{actual}）不符，它可能是另一段素材，因此不会展示。请放入正确的文件，或更正 "
    "sha256。",
)
BOUND_TWICE = warning(
    96,
    "Several files could be the medium of {record}: {files}. The first is taken. "
    "Write the one that is meant under '{field}'.",
    "有多个文件都可能是 {record} 的媒体：{files}。暂用第一个；请在“{field}”中写明是哪一个。",
)
RELEASED_GONE = error(
    97,
    "{record} was released, and citations point to it, but it is no longer published. "
    "Bring it back, or add it to retired.yml with a reason.",
    "{record} 曾经发布，已有引用指向它，但现在不再公开。请恢复它，或在 retired.yml 中写明撤下的原因。",
)
RELEASED_TEXT_CHANGED = error(
    98,
    "The released text of {record} has changed without a word. Restore it; or write a new revision; or, where it was "
    "wrong, add 'corrections:' with at, reason and before (the released text).",
    "{record} 已发布的文字被改动而未作说明。请恢复原文；或另写一个修订版；若原文有误，请添加“corrections:”，写明 "
    "at、reason 和 before（已发布的原文）。",
)
LOCK_BROKEN = error(
    99,
    "This line of ids.lock cannot be read: '{found}'. Restore the file from your backup or version control; "
    "only 'glassbox release' writes it.",
    "ids.lock 的这一行无法读取：“{found}”。请从备份或版本库恢复此文件；它只应由“glassbox release”写入。",
)
