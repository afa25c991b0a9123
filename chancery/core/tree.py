"""The Merkle tree of RFC 9162 §2.1, over any store of complete subtrees. Pure functions, no database.

A node is addressed by (level, index): level 0 is a leaf hash, and node (l, i) covers leaves i·2^l … (i+1)·2^l − 1.
Only complete subtrees are ever stored, so a stored node never changes.
"""

import hashlib
from collections.abc import Sequence

Node = tuple[int, int]
EMPTY_ROOT = hashlib.sha256().digest()


def leaf_hash(data: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def push(edge: list[bytes], leaf: int, digest: bytes) -> list[tuple[int, int, bytes]]:
    """Add leaf number ``leaf`` (0-based) to the right edge: the complete subtrees of the tree from left to right.

    Returns the subtrees that the leaf completes, as (level, index, hash), from its parent upwards.
    """
    edge.append(digest)
    completed, level = [], 0
    while leaf & 1:
        right = edge.pop()
        edge.append(node_hash(edge.pop(), right))
        level, leaf = level + 1, leaf >> 1
        completed.append((level, leaf, edge[-1]))
    return completed


def cover(start: int, end: int) -> list[Node]:
    """The complete subtrees, from left to right, that make up leaves ``start`` … ``end`` − 1.

    ``start`` must be a multiple of the largest power of two not above ``end - start``; every range that RFC 9162
    asks for is of that form.
    """
    nodes = []
    while start < end:
        level = (end - start).bit_length() - 1
        nodes.append((level, start >> level))
        start += 1 << level
    return nodes


def fold(digests: Sequence[bytes]) -> bytes:
    """The hash of neighbouring complete subtrees given from left to right (RFC 9162 §2.1.1)."""
    digest = digests[-1]
    for left in reversed(digests[:-1]):
        digest = node_hash(left, digest)
    return digest


def _split(size: int) -> int:
    """The largest power of two smaller than ``size``."""
    return 1 << ((size - 1).bit_length() - 1)


def inclusion_ranges(leaf: int, size: int) -> list[tuple[int, int]]:
    """Leaf ranges of the audit path of ``leaf`` in a tree of ``size`` leaves, bottom first (RFC 9162 §2.1.3.1)."""
    if not 0 <= leaf < size:
        raise ValueError(f"leaf {leaf} is not in a tree of {size}")
    ranges, start, end = [], 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if leaf < middle:
            ranges.append((middle, end))
            end = middle
        else:
            ranges.append((start, middle))
            start = middle
    return ranges[::-1]


def consistency_ranges(old: int, new: int) -> list[tuple[int, int]]:
    """Leaf ranges of the consistency proof between two sizes, bottom first (RFC 9162 §2.1.4.1)."""
    if not 0 < old <= new:
        raise ValueError(f"no consistency proof from {old} to {new}")
    if old == new:
        return []
    ranges, start, end = [], 0, new
    while end != old:
        middle = start + _split(end - start)
        if old <= middle:
            ranges.append((middle, end))
            end = middle
        else:
            ranges.append((start, middle))
            start = middle
    if start:
        ranges.append((start, end))
    return ranges[::-1]


def verify_inclusion(*, leaf: int, size: int, leaf_digest: bytes, path: Sequence[bytes], root: bytes) -> bool:
    """Check an audit path (RFC 9162 §2.1.3.2)."""
    if not 0 <= leaf < size:
        return False
    node, last, digest = leaf, size - 1, leaf_digest
    for sibling in path:
        if last == 0:
            return False
        if node & 1 or node == last:
            digest = node_hash(sibling, digest)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            digest = node_hash(digest, sibling)
        node, last = node >> 1, last >> 1
    return last == 0 and digest == root


def verify_consistency(*, old: int, new: int, old_root: bytes, new_root: bytes, path: Sequence[bytes]) -> bool:
    """Check that the tree of ``new`` leaves starts with the tree of ``old`` leaves (RFC 9162 §2.1.4.2)."""
    if old == new:
        return not path and old_root == new_root
    if not 0 < old < new or not path:
        return False
    steps = [old_root, *path] if old & (old - 1) == 0 else list(path)
    node, last = old - 1, new - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    first = second = steps[0]
    for digest in steps[1:]:
        if last == 0:
            return False
        if node & 1 or node == last:
            first, second = node_hash(digest, first), node_hash(digest, second)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            second = node_hash(second, digest)
        node, last = node >> 1, last >> 1
    return last == 0 and first == old_root and second == new_root
