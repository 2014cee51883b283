"""`glassbox build`: from content/ to a published site."""

from __future__ import annotations

import json
import os
from datetime import UTC
from pathlib import Path

import click

from glassbox.cli.main import CONTENT, ENVIRONMENT, LOCKED, Call
from glassbox.cli.problems import as_json, tell_problems
from glassbox.cli.progress import shown
from glassbox.derivatives import NoFFmpeg, ffmpeg
from glassbox.pipeline import Orders, Outcome, Report
from glassbox.pipeline import build as build_site
from glassbox.pipeline.instant import build_instant
from glassbox.publish import Locked, NotOurs
from glassbox.publish.folder import replace
from glassbox.records.values import is_base_url


@click.command()
@click.option("--strict", is_flag=True, help="Count every warning as an error.")
@click.option("--keep-going", is_flag=True, help="Publish without the faulty records, and list them on the About page.")
@click.option("--jobs", type=click.IntRange(1, 256), default=None, help="Processes for media; else one a core.")
@click.option("--base-url", default=None, help="Public address of the site, instead of the one in site.yml.")
@click.option("--as-of", default=None, help="The moment that decides embargoes, such as 2026-06-14T10:00+08:00.")
@click.option("--quiet", is_flag=True, help="Say nothing but problems.")
@click.pass_obj
def build(
    call: Call, strict: bool, keep_going: bool, jobs: int | None, base_url: str | None, as_of: str | None, quiet: bool
) -> None:
    """Build the site from content/ and publish it into site/."""
    # Here, because MkDocs takes a second to import and no other command needs it.
    from glassbox_mkdocs.engine import MkDocsEngine
    from glassbox_mkdocs.home import home

    if not (call.root / "content").is_dir():
        call.stop(CONTENT, "no_content", folder=call.root)
    if base_url is not None and not is_base_url(base_url):
        raise click.BadParameter("http(s)://…/", param_hint="--base-url")
    build_instant(as_of, os.environ, UTC)  # before anything is read, where it is no moment at all
    orders = Orders(
        root=call.root,
        overrides=home() / "overrides",
        now=lambda zone: build_instant(as_of, os.environ, zone),
        strict=strict,
        keep_going=keep_going,
        jobs=jobs or os.cpu_count() or 1,
        base_url=base_url,
    )
    try:
        with shown(call, quiet=quiet) as tell:
            report = build_site(orders, MkDocsEngine(call.root), tell)
    except Locked as error:
        call.stop_for(LOCKED, error.problem)
    except NotOurs as error:
        call.stop_for(ENVIRONMENT, error.problem)
    except NoFFmpeg as error:
        call.stop(ENVIRONMENT, "environment", why=error)
    _keep(report, call.root / ".glassbox/build-report.json")
    raise SystemExit(_tell(call, report, strict=strict, quiet=quiet))


def _tell(call: Call, report: Report, *, strict: bool, quiet: bool) -> int:
    """Say what became of the build; its exit code."""
    tell_problems(call, report.problems)
    if report.outcome is Outcome.REFUSED:
        key = "strict" if strict and not report.errors else "errors"
        call.stop(CONTENT, key, errors=report.errors, warnings=report.warnings)
    if report.errors:
        call.tell("left_out", errors=report.errors)
    if not quiet:
        call.tell("made_media", made=report.made, reused=report.reused, failed=report.failed, pruned=report.pruned)
        counts = report.counts
        call.tell("made_pages", written=counts.written, kept=counts.kept, pruned=counts.pruned)
        if report.made and not (program := ffmpeg()).pinned:
            call.tell("unpinned", path=program.path)
        call.tell(report.outcome, seconds=round(sum(report.seconds.values()), 1), site=report.site / "index.html")
    return CONTENT if report.errors else 0


def _keep(report: Report, file: Path) -> None:
    """The summary for programs; it is not published."""
    counts = report.counts
    told = {
        "outcome": report.outcome,
        "media": {n: getattr(report, n) for n in ("made", "reused", "failed", "pruned")},
        "files": {"written": counts.written, "kept": counts.kept, "pruned": counts.pruned},
        "seconds": report.seconds,
        "problems": [as_json(p, "en") for p in report.problems],
    }
    # A file's name may hold bytes that are no text.
    replace(file, (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace"))
