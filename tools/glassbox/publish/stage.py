"""From the last good tree to the next: stage, exchange; or leave everything as it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from glassbox.publish.digests import file_digest
from glassbox.publish.exchange import How, exchange, recover
from glassbox.publish.folder import SUMS, make_folder, own_folder, refuse_foreign, remove
from glassbox.publish.tree import Tree


class Staging:
    """A tree that is not yet published."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.how = How.ABANDONED
        """What became of it; final when the `with` is left."""
        self.is_good = True

    def abandon(self) -> None:
        """Publish nothing: the last good site stays."""
        self.is_good = False


@contextmanager
def staged(root: Path) -> Iterator[Staging]:
    """A staged tree of the archive `root`, published into its `site/` when the block ends well.

    An exception or `abandon()` publishes nothing; an unchanged tree is not exchanged, and the last good one is kept
    in `.glassbox/previous`. Hold a BuildLock around it. Raises NotOurs where the output is not ours to replace.
    """
    site = root / "site"
    refuse_foreign(site, site.name)
    work = own_folder(root / ".glassbox", ".glassbox")
    stage, previous = work / "stage", work / "previous"
    manifests = own_folder(work / "manifests", ".glassbox/manifests")
    recover(site, previous)
    remove(stage)
    make_folder(stage)
    staging = Staging(Tree(stage, site, manifests))
    try:
        yield staging
        if staging.is_good:
            staging.how = _published(staging.tree, stage, site, previous)
    finally:
        remove(stage)
        _forget(manifests, site, previous)


def _published(tree: Tree, stage: Path, site: Path, previous: Path) -> How:
    # An unchanged tree exchanged would make `previous` a twin of the site, and no longer the tree before it.
    return How.UNCHANGED if tree.finish().is_unchanged else exchange(stage, site, previous)


def _forget(manifests: Path, *trees: Path) -> None:
    """Manifests of trees that are gone."""
    wanted = {f"{file_digest(tree / SUMS)}.json" for tree in trees}
    for file in manifests.iterdir():
        if file.name not in wanted:
            remove(file)
