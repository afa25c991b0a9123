import pytest

from chancery.core import tree


def build(size):
    nodes, edge = {}, []
    for leaf in range(size):
        nodes[0, leaf] = tree.leaf_hash(str(leaf).encode())
        for level, index, digest in tree.push(edge, leaf, nodes[0, leaf]):
            nodes[level, index] = digest
    return nodes


def range_hash(nodes, start, end):
    return tree.fold([nodes[node] for node in tree.cover(start, end)])


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5, 7, 8, 9, 31, 64, 65, 100])
def test_every_leaf_is_proved_and_no_other(size):
    nodes = build(size)
    root = range_hash(nodes, 0, size)
    for leaf in range(size):
        path = [range_hash(nodes, *pair) for pair in tree.inclusion_ranges(leaf, size)]
        assert tree.verify_inclusion(leaf=leaf, size=size, leaf_digest=nodes[0, leaf], path=path, root=root)
        wrong = tree.leaf_hash(b"forged")
        assert not tree.verify_inclusion(leaf=leaf, size=size, leaf_digest=wrong, path=path, root=root)


@pytest.mark.parametrize("new", [1, 2, 3, 8, 13, 64, 65])
def test_a_longer_tree_is_shown_to_start_with_the_shorter(new):
    nodes = build(new)
    new_root = range_hash(nodes, 0, new)
    for old in range(1, new + 1):
        path = [range_hash(nodes, *pair) for pair in tree.consistency_ranges(old, new)]
        old_root = range_hash(nodes, 0, old)
        assert tree.verify_consistency(old=old, new=new, old_root=old_root, new_root=new_root, path=path)
        assert old == new or not tree.verify_consistency(
            old=old, new=new, old_root=b"x" * 32, new_root=new_root, path=path
        )


def test_the_root_and_every_proof_equal_those_of_an_independent_implementation():
    from pymerkle import InmemoryTree, verify_inclusion

    other = InmemoryTree(algorithm="sha256")
    for size in range(1, 66):
        other.append_entry(str(size - 1).encode())
        nodes = build(size)
        assert other.get_root() == range_hash(nodes, 0, size)
    for leaf in range(65):
        path = [range_hash(nodes, *pair) for pair in tree.inclusion_ranges(leaf, 65)]
        theirs = other.prove_inclusion(leaf + 1, 65)
        assert theirs.path[0] == nodes[0, leaf]
        assert theirs.path[1:] == path
        verify_inclusion(nodes[0, leaf], other.get_root(), theirs)
