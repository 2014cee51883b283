"""Old or new, never half: staging, the manifest of what is kept, the one-step exchange, the lock."""

from glassbox.publish.exchange import How
from glassbox.publish.folder import NotOurs
from glassbox.publish.lock import BuildLock, Locked
from glassbox.publish.names import unportable
from glassbox.publish.stage import Staging, staged
from glassbox.publish.tree import Counts, Tree

__all__ = ["BuildLock", "Counts", "How", "Locked", "NotOurs", "Staging", "Tree", "staged", "unportable"]
