"""Which report incidents are one, and which actors: reports and people's decisions about pairs come in, groups go out.

Pure: no clock, no network, nothing written; the same reports and links give the same partition in whatever order they
come. Every pair that was compared has a score, the chance that the two are one, and `compare` gives its reasons, field
by field, in words. The steps stand apart (`profile`, `keys`, `compare` and `scores`, `cluster`), so that a case that
grows can take them for what is new alone; `reconcile` takes them all.
"""

from testigo.reconcile.actor_facts import ActorProfile, actor_profiles
from testigo.reconcile.actors import actor_keys, cluster_actors, reconcile_actors
from testigo.reconcile.blocking import keys
from testigo.reconcile.clustering import FLOOR, Group, Links, cluster
from testigo.reconcile.comparison import Comparison, Reason, compare, scores
from testigo.reconcile.profiling import PROFILE_VERSION, Member, Profile, profile, profiles
from testigo.reconcile.run import Reconciled, reconcile

__all__ = [
    "FLOOR", "PROFILE_VERSION", "ActorProfile", "Comparison", "Group", "Links", "Member", "Profile", "Reason",
    "Reconciled", "actor_keys", "actor_profiles", "cluster", "cluster_actors", "compare", "keys", "profile", "profiles",
    "reconcile", "reconcile_actors", "scores",
]  # fmt: skip
