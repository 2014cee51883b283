"""By hand: `python tests/looks/contact_sheet.py OUT.png [--site SITE] [--pages FOLDER] [--kind KIND]`.

Photographs a built site: one PNG of every kind of page at every size in both languages, for looking at them side by
side. With --pages each is also kept whole, as long as it is. Nothing is asserted and nothing is committed.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(REPOSITORY / "tests"), str(REPOSITORY / "tools")]

from playwright.sync_api import sync_playwright  # noqa: E402

from glassbox.doctor.chromium import find_chromium  # noqa: E402
from looks.sheet import Look, looks, photograph, sheet  # noqa: E402


def main() -> None:
    asked = _asked()
    found = find_chromium()
    if found is None:
        raise SystemExit("no Chromium: python3 tools/run.py test brings one")
    shown: dict[Look, bytes] = {}
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(found.path), args=["--no-sandbox"])
        page = browser.new_page()
        for look in looks(asked.site):
            if asked.kind and look.kind not in asked.kind:
                continue
            shown[look] = photograph(page, look)
            if asked.pages:
                asked.pages.mkdir(parents=True, exist_ok=True)
                (asked.pages / look.name).write_bytes(photograph(page, look, whole=True))
        browser.close()
    sheet(shown).save(asked.out)
    print(f"{asked.out}: {len(shown)} pages of {len({look.kind for look in shown})} kinds")


def _asked() -> argparse.Namespace:
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("out", type=Path)
    ask.add_argument("--site", type=Path, default=REPOSITORY / "site")
    ask.add_argument("--pages", type=Path, help="folder for each page, whole")
    ask.add_argument("--kind", action="append", help="only this kind, such as films/*/budget; may be said again")
    return ask.parse_args()


main()
