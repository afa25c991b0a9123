"""The engine on a cluster of OpenSearch, for an office that has outgrown one machine.

It needs the package ``opensearch-py`` (``requirements/opensearch.txt``), which nothing else does.
"""

from chancery.finder.distributed.engine import DistributedEngine, open_cluster

__all__ = ["DistributedEngine", "open_cluster"]
