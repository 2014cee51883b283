"""Files whose words gave no cause for remark, by the digest of their bytes: they are not read word by word again.

Only for rules that look at one record alone: secrets, personal data, languages.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from glassbox.loading.sealed import read_sealed, write_sealed


@dataclass(frozen=True)
class Quiet:
    """`digests` gives the bytes of each file by its path, of those that were read without a fault: a record that was
    left out is none that was looked at. `known` are digests that were quiet before."""

    digests: Mapping[str, str]
    known: frozenset[str] = frozenset()
    kept: Path | None = None

    @classmethod
    def of(cls, digests: Mapping[str, str], languages: Sequence[str], folder: Path | None) -> Quiet:
        """What `folder` remembers for a site of these languages. Without a folder nothing is remembered."""
        if folder is None:
            return cls(digests)
        # Which words are missing depends on the site's languages, so each set of them has a memory of its own.
        name = hashlib.blake2b("\n".join(languages).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        kept = folder / f"quiet-{name}.json"
        return cls(digests, frozenset(read_sealed(kept) or ()), kept)

    def has(self, path: str) -> bool:
        """Whether all records of this file are known to give no cause for remark."""
        return self.digests.get(path) in self.known

    def keep(self, read: Iterable[str], remarked: Iterable[str]) -> None:
        """Remember the files that were `read` word by word, but for those that were `remarked` on."""
        if self.kept is None:
            return
        found = {self.digests[path] for path in set(read) - set(remarked) if path in self.digests}
        quiet = found | (self.known & set(self.digests.values()))
        if quiet != self.known:
            write_sealed(self.kept, sorted(quiet))
