"""Whatever can happen to a right changes its fold and has its words."""

from chancery.core.event import Event
from chancery.records.register import events, wording
from chancery.records.register.fold import STEPS
from chancery.records.register.fold_registrations import STEPS as STEPS_OF_FILES
from chancery.records.register.queries import OF_NO_APPLICATION

KINDS = {
    thing
    for thing in vars(events).values()
    if isinstance(thing, type) and issubclass(thing, Event) and thing not in (Event, events.Submission)
}


def test_every_kind_of_event_is_told_in_words() -> None:
    assert {kind.__name__ for kind in KINDS} == set(wording._SENTENCES)


def test_every_kind_of_event_moves_the_fold_but_what_is_of_no_application() -> None:
    of_applications = KINDS - set(events.OF_REGISTRATIONS)
    assert {kind.kind() for kind in of_applications} - OF_NO_APPLICATION == set(STEPS)


def test_every_event_of_registration_files_moves_their_fold() -> None:
    assert set(STEPS_OF_FILES) >= {kind.kind() for kind in events.OF_REGISTRATIONS}


def test_nothing_is_disclosed_that_is_no_event() -> None:
    assert {kind.kind() for kind in KINDS} >= events.DISCLOSED
