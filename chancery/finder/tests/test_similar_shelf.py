"""The kept index of similar marks: what is noted is found, what is asked waits for nothing, whatever is cut off."""

import random

import pytest

from chancery.finder.folders import Folders
from chancery.finder.similar import Mark, Shelf, Together, build, shelf
from chancery.finder.tests.test_similar import names

ALL = list(names(600, seed=4))
BEFORE, SINCE = ALL[:500], ALL[500:]


@pytest.fixture
def kept(tmp_path):
    """Where 500 marks have been made into the large index."""
    kept = Shelf(tmp_path)
    kept.note({mark.key: mark for mark in BEFORE})
    kept.renew()
    return kept


def tell(kept, *marks, gone=()):
    kept.note({**{mark.key: mark for mark in marks}, **dict.fromkeys(gone)})
    return kept.settle()


def keys(kept, name, **more):
    return [one.mark.key for one in kept.opened().search(name, **more)]


def test_marks_told_since_score_as_in_one_index_of_all_by_the_same_rarities(kept):
    changed = [Mark(mark.key, f"{mark.name} bado", mark.classes) for mark in BEFORE[:20]]
    gone = [mark.key for mark in BEFORE[20:30]]
    tell(kept, *SINCE, *changed, gone=gone)
    one = build([*BEFORE[30:], *SINCE, *changed], like=kept.opened().whole)
    assert len(kept.opened()) == len(one) == 590
    for mark in random.Random(1).sample(ALL, 20):
        for classes in ((), (9, 42)):
            assert [(hit.mark.key, hit.score) for hit in kept.opened().search(mark.name, classes)] == [
                (hit.mark.key, pytest.approx(hit.score, abs=1e-5)) for hit in one.search(mark.name, classes)
            ]


def test_a_score_of_a_new_mark_is_the_sum_of_its_parts(kept):
    tell(kept, Mark("new", "Zorilan gado", (9,)))
    [first, *_] = kept.opened().search("Zorilan", (42,))
    assert first.mark.key == "new"
    assert sum(part.score * part.weight for part in first.parts) == pytest.approx(first.score, abs=1e-5)


def test_a_changed_mark_is_found_by_its_new_name_alone(kept):
    before = BEFORE[7]
    tell(kept, Mark(before.key, "Qwxyz", before.classes))
    assert keys(kept, "Qwxyz", limit=1) == [before.key]
    assert all(one.mark.name != before.name for one in kept.opened().search(before.name, limit=1_000))


def test_a_mark_that_is_gone_is_not_found_wherever_it_was(kept):
    tell(kept, Mark("new", "Qwxyz"))
    tell(kept, gone=("new", "0", "never there"))
    assert not {"new", "0"} & set(keys(kept, "Qwxyz", limit=1_000))
    assert len(kept.opened()) == 499


def test_what_is_told_again_changes_nothing(kept):
    asked = keys(kept, "bado")
    tell(kept, *BEFORE[:50])
    assert len(kept.opened()) == 500
    assert len(kept.opened()._fresh) == 0
    assert keys(kept, "bado") == asked


def test_a_mark_that_has_no_name_any_more_is_not_found(kept):
    tell(kept, Mark("0", "—"))
    assert "0" not in keys(kept, BEFORE[0].name, limit=1_000)


def test_a_long_list_makes_a_new_large_index_due(kept, monkeypatch):
    monkeypatch.setattr(shelf, "LEAST", 10)
    assert tell(kept, *SINCE[:10]) is False
    assert tell(kept, SINCE[10]) is True
    kept.renew()
    assert len(kept.opened().whole) == len(kept.opened()) == 511
    assert tell(kept, SINCE[11]) is False


def test_a_mark_that_is_gone_makes_one_due_and_is_then_nowhere_on_the_disk(kept, tmp_path):
    assert not tell(kept, Mark("new", "Qwxyzlan", (9,)))
    assert not tell(kept, gone=["never there"])
    for key in ("new", BEFORE[3].key):
        assert tell(kept, gone=[key])
        kept.renew()
        assert not kept.settle()
    written = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()).lower()
    assert b"qwxyzlan" not in written
    assert b"never there" not in written


def test_who_had_it_open_sees_the_new_one(kept, tmp_path):
    reader = Shelf(tmp_path)
    old = reader.opened()
    assert reader.opened() is old
    tell(kept, Mark("new", "Qwxyz"))
    assert keys(reader, "Qwxyz", limit=1) == ["new"]
    assert reader.opened().whole is old.whole
    kept.renew()
    assert keys(reader, "Qwxyz", limit=1) == ["new"]
    assert reader.opened().whole is not old.whole
    assert old.search("bado")


def test_a_large_index_replaced_while_it_is_looked_for_is_found_in_its_new_place(kept, tmp_path, monkeypatch):
    def late(folder):
        monkeypatch.undo()
        kept.renew()
        return shelf._newest(folder)

    reader = Shelf(tmp_path)
    monkeypatch.setattr(shelf, "_newest", late)
    assert len(reader.opened()) == 500


def test_marks_noted_while_the_large_index_is_made_are_on_the_list_of_the_new_one(kept, monkeypatch):
    def meanwhile(*args, **more):
        monkeypatch.undo()
        tell(kept, Mark("later", "Qwxyz"))
        return build(*args, **more)

    tell(kept, Mark("sooner", "Qwxy"))
    monkeypatch.setattr(shelf, "build", meanwhile)
    kept.renew()
    assert len(kept.opened().whole) == 501
    assert set(keys(kept, "Qwxyz", limit=2)) == {"later", "sooner"}


def test_all_made_anew_answers_as_before_until_it_is_whole_and_keeps_nothing_else(kept, tmp_path, monkeypatch):
    [gone, *rest] = BEFORE
    tell(kept, SINCE[0])
    meanwhile = []

    def building(marks, **more):
        meanwhile.append(keys(kept, gone.name, limit=1))
        return build(marks, **more)

    monkeypatch.setattr(shelf, "build", building)
    kept.replace(rest)
    assert meanwhile == [[gone.key]]
    assert len(kept.opened()) == len(rest)
    assert gone.name.encode() not in b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())


def test_what_was_forgotten_while_the_large_index_is_made_stays_forgotten(kept, monkeypatch):
    def meanwhile(*args, **more):
        monkeypatch.undo()
        kept.forget()
        return build(*args, **more)

    monkeypatch.setattr(shelf, "build", meanwhile)
    kept.renew()
    assert not kept.is_made
    assert keys(kept, "bado") == []


@pytest.mark.parametrize(("of", "step"), [(Folders, "create"), (Folders, "switch_to"), (shelf, "_settle")])
def test_a_renewal_cut_off_leaves_what_was_there(kept, tmp_path, monkeypatch, of, step):
    def cut_off(*_args):
        raise KeyboardInterrupt

    tell(kept, Mark("new", "Qwxyz"))
    with monkeypatch.context() as patch:
        patch.setattr(of, step, cut_off)
        with pytest.raises(KeyboardInterrupt):
            kept.renew()
    after = Shelf(tmp_path)
    assert keys(after, "Qwxyz", limit=1) == ["new"]
    tell(after, Mark("newer", "Qwxyzz"))
    after.renew()
    assert set(keys(after, "Qwxyz", limit=2)) == {"new", "newer"}
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == [after._folder().name]


def test_a_line_cut_off_is_left_out_and_may_come_again(kept, tmp_path):
    kept.note({"new": Mark("new", "Qwxyz")})
    file = kept._folder() / "list"
    file.write_bytes(file.read_bytes() + b'["other", "' + b"Q" * 99)
    after = Shelf(tmp_path)
    after.settle()
    assert keys(after, "Qwxyz", limit=1) == ["new"]
    tell(after, Mark("other", "Qwxyzz"))
    assert set(keys(after, "Qwxyz", limit=2)) == {"new", "other"}


def test_a_small_index_cut_off_is_made_again(kept, tmp_path, monkeypatch):
    def cut_off(self, folder):
        folder.mkdir()
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Together, "save", cut_off)
        with pytest.raises(KeyboardInterrupt):
            tell(kept, Mark("new", "Qwxyz"))
    after = Shelf(tmp_path)
    assert "new" not in keys(after, "Qwxyz")
    after.settle()
    assert keys(after, "Qwxyz", limit=1) == ["new"]


def test_an_index_of_another_format_is_begun_again(kept, tmp_path, monkeypatch):
    monkeypatch.setattr(shelf, "FORMAT", "another")
    assert not Shelf(tmp_path).is_made


def test_any_text_is_kept_as_a_name(kept):
    odd = Mark("odd\n\ud800", "Qwx\u2028\n\ud800y\x00", ())
    tell(kept, odd)
    assert kept.opened().search("qwx y", limit=1)[0].mark == odd
    kept.renew()
    assert kept.opened().search("qwx y", limit=1)[0].mark == odd
