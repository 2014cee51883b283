"""What a specimen speaks of, in English and Chinese. Few words, many ways to put them together."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TypeVar

Way = TypeVar("Way", str, tuple[str, str])
Pair = tuple[str, str]
"""English, Chinese."""

SUBJECTS: tuple[Pair, ...] = (
    ("an old carpenter", "一位老木匠"), ("a girl with a red bicycle", "骑红色自行车的女孩"),
    ("a three-headed creature", "一头三头怪"), ("thirteen paper lanterns", "十三盏纸灯"),
    ("a lighthouse keeper", "守灯塔的人"), ("a machine hand", "一只机械手"), ("two brothers", "两兄弟"),
    ("a masked dancer", "戴面具的舞者"), ("a stray dog", "一只流浪狗"), ("the last tram", "末班电车"),
    ("a paper boat", "一只纸船"), ("an empty chair", "一把空椅子"), ("a boy with a kite", "放风筝的男孩"),
    ("a wooden bird", "一只木鸟"), ("a street musician", "街头乐手"), ("a flock of cranes", "一群白鹤"),
)  # fmt: skip
DEEDS: tuple[Pair, ...] = (
    ("waits", "静静等待"), ("turns to look back", "回头望去"), ("crosses slowly", "缓缓走过"),
    ("falls asleep", "睡着了"), ("opens a door", "推开一扇门"), ("drifts", "漂流而去"), ("climbs", "向上攀爬"),
    ("comes to a halt", "停了下来"), ("begins to sing", "开始歌唱"), ("disappears", "渐渐消失"),
    ("catches fire", "燃起火光"), ("starts to rise", "升了起来"),
)  # fmt: skip
PLACES: tuple[Pair, ...] = (
    ("on a black river", "在黑色的河面上"), ("in a workshop full of shavings", "在满是刨花的作坊里"),
    ("under a railway bridge", "在铁路桥下"), ("on a flat roof", "在天台上"), ("in an observatory", "在天文台里"),
    ("at a night market", "在夜市里"), ("in a field of reeds", "在芦苇荡中"), ("behind frosted glass", "在磨砂玻璃后"),
    ("on a long staircase", "在长长的台阶上"), ("in a flooded theatre", "在被水淹没的剧场里"),
    ("at the edge of a quarry", "在采石场边"), ("in a narrow lane", "在窄巷里"),
)  # fmt: skip
LIGHTS: tuple[Pair, ...] = (
    ("blue hour", "蓝调时刻"), ("rain at night", "雨夜"), ("low winter sun", "冬日低阳"), ("one bare bulb", "一盏裸灯"),
    ("dusk, long shadows", "黄昏，影子很长"), ("fog, no horizon", "大雾，不见地平线"), ("candle light", "烛光"),
    ("moonlight through blinds", "月光透过百叶窗"), ("first light", "晨光初现"), ("neon in puddles", "水洼里的霓虹"),
)  # fmt: skip
LOOKS: tuple[Pair, ...] = (
    ("35 mm, slight grain", "35 毫米，轻微颗粒"), ("hand-held, shallow focus", "手持，浅景深"),
    ("painted on paper", "纸上绘画质感"), ("stop motion, wood and felt", "定格动画，木头与毛毡"),
    ("wide, nothing in the centre", "广角，中心留白"), ("close, skin and breath", "近景，皮肤与呼吸"),
    ("no people, no text", "没有人，没有文字"), ("one continuous movement", "一个连续的运动"),
)  # fmt: skip
CAMERA = (
    "Push in", "Pull out", "Pan left", "Pan right", "Tilt up", "Tilt down", "Truck left", "Truck right",
    "Pedestal up", "Tracking shot", "Static shot", "Pan right, Tilt up",
)  # fmt: skip
REASONS: tuple[tuple[str, Pair], ...] = (
    ("extra-object", ("Something is there that nobody asked for", "凭空多出的东西")),
    ("identity-drift", ("The character became somebody else", "换了一个人")),
    ("anatomy", ("The body is wrong", "身体不对")),
    ("motion", ("Nobody moves like that", "动作不可信")),
    ("camera", ("The camera did something else", "镜头没有照做")),
    ("story", ("Good, but not this story", "好看，但不是这个故事")),
)

_PARTS = (SUBJECTS, DEEDS, PLACES, LIGHTS, LOOKS)


@dataclass(frozen=True)
class Scene:
    """What one prompt speaks of: a camera command and a choice of each kind of words."""

    camera: str
    parts: tuple[Pair, ...]

    def text(self, lang: str) -> str:
        subject, deed, place, light, look = (part[lang == "zh"] for part in self.parts)
        if lang == "zh":
            return f"[{self.camera}] {subject}{place}{deed}，{light}，{look}。"
        return f"[{self.camera}] {subject.capitalize()} {deed} {place}, {light}, {look}."

    def title(self, lang: str) -> str:
        words = self.parts[0][lang == "zh"]
        return words if lang == "zh" else words.capitalize()

    def changed(self, chance: random.Random) -> Scene:
        """The same scene with one thing said otherwise, as a next revision would."""
        at = chance.randrange(len(_PARTS) + 1)
        if at == len(_PARTS):
            return Scene(_other(CAMERA, self.camera, chance), self.parts)
        new = _other(_PARTS[at], self.parts[at], chance)
        return Scene(self.camera, (*self.parts[:at], new, *self.parts[at + 1 :]))


def scene(chance: random.Random) -> Scene:
    return Scene(chance.choice(CAMERA), tuple(chance.choice(part) for part in _PARTS))


def chance_of(name: str) -> random.Random:
    """Chance that falls alike for the same name, on every machine."""
    return random.Random(name)


def _other(ways: tuple[Way, ...], but: Way, chance: random.Random) -> Way:
    return chance.choice([way for way in ways if way != but])
