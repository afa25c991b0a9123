"""What this installation keeps besides its tables; a test compares it with the settings and with the data folder."""

from django.conf import settings

from chancery.core.personal import Basis, Category, Disposal, Field, Keep, Subject, Until
from chancery.records.privacy.queries import Store
from chancery.treaties.kernel import Period

_FILE = Keep(
    words="at least 30 years, where it belongs to an international application",
    until=Until.LAW,
    period=Period(years=30),
)
_WINDOW = Keep(words="1 day at most", until=Until.PERIOD, period=Period(days=1), since="written")
_POSTED = Keep(words="3 days", until=Until.PERIOD, period=Period(days=3), since="written")
_LOGS = Keep(
    words="for the period that the operator has set for the machine's log; Chancery itself keeps no log file",
    until=Until.OTHER,
    of="journal",
)

STORES: tuple[Store, ...] = (
    Store(
        key="files",
        what="The folder of files: applications and their documents, letters as they were sent",
        settings=("FILES_DIR",),
        terms=Field(
            category=Category.CONTENT,
            purpose="to keep each file under its hash, so that nobody can change it unnoticed",
            basis=Basis.PUBLIC_TASK,
            keep=_FILE,
            disposal=Disposal.KEEP_BY_LAW,
            subject=Subject.NAMED,
            cites="PCT Rule 93.2(a)",
            recipients=("the public, after publication, where the file is part of what is published",),
        ),
    ),
    Store(
        key="index",
        what="The search index: published records, as the register shows them",
        settings=("INDEX_DIR",),
        terms=Field(
            category=Category.NAME,
            purpose="to find published records by the names in them",
            basis=Basis.PUBLIC_TASK,
            keep=Keep(
                words="as long as the record is published; it is made again from the register",
                until=Until.LAW,
            ),
            disposal=Disposal.KEEP_BY_LAW,
            subject=Subject.NAMED,
            cites="PCT Art. 21",
            recipients=("the public",),
        ),
    ),
    Store(
        key="cache",
        what="Counts of attempts, so that nobody can guess passwords or flood the services",
        settings=("CACHES",),
        terms=Field(
            category=Category.DEVICE,
            purpose="to count attempts by network address or account; the address itself is not written, only a hash",
            basis=Basis.LEGITIMATE_INTEREST,
            keep=_WINDOW,
            disposal=Disposal.ERASE,
        ),
    ),
    Store(
        key="log",
        what="The log: what failed, when, and on which page",
        settings=("LOGGING",),
        terms=Field(
            category=Category.BEHAVIOUR,
            purpose="to find out why something failed: when, on which page, and what the program said of it",
            basis=Basis.LEGITIMATE_INTEREST,
            keep=_LOGS,
            disposal=Disposal.ERASE,
        ),
    ),
    Store(
        key="mail",
        what="Where no mail server is set: e-mails for confirming an address, as files",
        settings=("EMAIL_FILE_PATH",),
        terms=Field(
            category=Category.CONTACT,
            purpose="to let an operator without a mail server hand out the link that confirms an address",
            basis=Basis.CONTRACT,
            keep=_POSTED,
            disposal=Disposal.ERASE,
        ),
    ),
    Store(
        key="backups",
        what="Backups: one moment of everything, sealed with a key for each person, each file and each backup",
        settings=("BACKUPS",),
        terms=Field(
            category=Category.CONTENT,
            purpose="to have the office again after a disk is lost",
            basis=Basis.PUBLIC_TASK,
            keep=Keep(
                words="what is your own, until you are erased: its key goes with you; all else for the period that "
                "the operator has set, until the key of the backup is destroyed",
                until=Until.PERIOD,
                period=Period(days=settings.BACKUP_KEEP_DAYS),
                since="made",
            ),
            disposal=Disposal.ERASE,
        ),
    ),
    Store(key="backup-keys", what="The keys to the backups: numbers of accounts, no name", settings=("BACKUP_KEYS",)),
    Store(key="static", what="The pages' style sheets, scripts and fonts", settings=("STATIC_ROOT",)),
    Store(
        key="keys",
        what="The keys with which the office signs",
        settings=("LEDGER_KEY", "SIGNON_KEYS", "SIGNON_SUBJECTS_KEY"),
    ),
)
