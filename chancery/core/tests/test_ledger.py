import json
from datetime import UTC, datetime

import pytest

from chancery.core import ledger, tiles, tree, verify
from chancery.core.refusal import Conflict
from chancery.records.register.events import PaymentRecorded

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def paid(amount="1330"):
    return PaymentRecorded(line="international filing fee", amount=amount, currency="CHF", received_on="2026-11-22")


def fill(count):
    ledger.append_many([(f"test/{number}", paid(str(number))) for number in range(count)], at=AT)


def test_entries_are_numbered_without_gaps_and_streams_count_their_versions():
    first, second = ledger.append("a", [paid(), paid()], after=0, at=AT)
    [third] = ledger.append("b", [paid()], after=0, at=AT)
    assert [first.number, second.number, third.number] == [1, 2, 3]
    assert (second.version, third.version) == (2, 1)
    assert ledger.size() == 3


def test_of_two_writers_at_one_version_the_second_is_refused():
    ledger.append("a", [paid()], after=0, at=AT)
    with pytest.raises(Conflict):
        ledger.append("a", [paid("200")], after=0, at=AT)
    assert ledger.size() == 1


@pytest.mark.parametrize("step", [1, 3, 500])
def test_the_tree_is_the_same_however_the_entries_came(step):
    for start in range(0, 30, step):
        fill(min(step, 30 - start)) if start == 0 else ledger.append_many(
            [(f"more/{start}/{n}", paid()) for n in range(min(step, 30 - start))], at=AT
        )
    commitments = [leaf.commitment for leaf in ledger.leaves()]
    edge = []
    for size, commitment in enumerate(commitments, start=1):
        tree.push(edge, size - 1, tree.leaf_hash(commitment))
    assert ledger.root() == tree.fold(edge)


def test_every_entry_can_be_proved_at_every_size():
    fill(21)
    for size in range(1, 22):
        root = ledger.root(size)
        for number in range(1, size + 1):
            proof = ledger.inclusion(number, at_size=size)
            leaf = tree.leaf_hash(ledger.entry(number).commitment)
            assert proof.root == root
            assert tree.verify_inclusion(leaf=number - 1, size=size, leaf_digest=leaf, path=proof.path, root=root)


def test_erasing_an_entry_leaves_the_tree_valid_and_nothing_to_read():
    fill(10)
    before = ledger.root()
    ledger.erase(4)
    assert ledger.entry(4).body is None
    assert ledger.entry(4).salt is None
    report = verify.whole_ledger()
    assert (report.faults, report.erased, report.root) == ((), 1, before)


def test_a_changed_event_is_found():
    from chancery.core import models

    fill(5)
    row = models.Entry.objects.get(number=3)
    row.body = row.body.replace('"2"', '"2000"')
    row.save()
    assert "Entry 3" in verify.whole_ledger().faults[0]


def test_a_proof_that_was_carried_away_is_checked_offline():
    fill(9)
    note, signer = tiles.checkpoint(), tiles.office_signer()
    carried = verify.carried(ledger.entry(6), note=note, proof=ledger.inclusion(6))
    text = json.dumps(carried)
    assert verify.proof_file(text, signer.verifier_key).size == 9
    with pytest.raises(ValueError, match="changed, or was never entered"):
        verify.proof_file(text.replace('"amount": "5"', '"amount": "6"'), signer.verifier_key)
    with pytest.raises(ValueError, match="signature"):
        verify.proof_file(text.replace(r"\n9\n", r"\n8\n"), signer.verifier_key)


def test_tiles_hold_the_hashes_of_the_leaves_and_of_full_tiles():
    fill(300)
    leaves = [tree.leaf_hash(leaf.commitment) for leaf in ledger.leaves()]
    assert tiles.tile(0, "000") == b"".join(leaves[:256])
    assert tiles.tile(0, "001.p/44") == b"".join(leaves[256:])
    assert tiles.tile(1, "000.p/1") == ledger.root(256)
    assert len(tiles.entries("000")) == 256 * 34
    for bad in ("1", "x001/000", "002", "001", "000.p/256x", "001.p/45"):
        with pytest.raises(tiles.NoSuchTile):
            tiles.tile(0, bad)
