"""Camera commands as readers say them: (English, Chinese), the Chinese as MiniMax's own interface has them."""

CAMERA: dict[str, tuple[str, str]] = {
    "truck left": ("Truck left", "左移"),
    "truck right": ("Truck right", "右移"),
    "pan left": ("Pan left", "左摇"),
    "pan right": ("Pan right", "右摇"),
    "push in": ("Push in", "推进"),
    "pull out": ("Pull out", "拉远"),
    "pedestal up": ("Pedestal up", "上升"),
    "pedestal down": ("Pedestal down", "下降"),
    "tilt up": ("Tilt up", "上摇"),
    "tilt down": ("Tilt down", "下摇"),
    "zoom in": ("Zoom in", "变焦推近"),
    "zoom out": ("Zoom out", "变焦拉远"),
    "shake": ("Shake", "晃动"),
    "tracking shot": ("Tracking shot", "跟随"),
    "static shot": ("Static shot", "固定"),
}
