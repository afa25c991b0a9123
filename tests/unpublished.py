"""One application before its publication, with a canary in every place where words can be put, and who stands around.

Ada files; Bo is her colleague, with whom she shares; Fay was one, and is no longer. Mia may act for her. Eve is another
applicant. Otto, Petra and Oscar are the office's officer, publisher and operator.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession

from chancery.core import follow, ledger
from chancery.records.accounts import actions as accounts
from chancery.records.accounts.models import Invitation, Proposal
from chancery.records.accounts.signon import access, clients
from chancery.records.accounts.signon.models import Service
from chancery.records.documents.tests import samples
from chancery.records.mail.models import Letter
from chancery.records.privacy import actions as privacy
from chancery.records.register import actions as register
from chancery.records.register import events
from chancery.records.register import queries as rights
from chancery.records.register.models import Series
from chancery.services.contact import actions as contact
from chancery.services.contact import queries as questions
from chancery.services.contact.models import Question
from chancery.services.docket import actions as docket
from chancery.services.examination import actions as desk
from chancery.services.filing import actions as drafts
from chancery.services.filing import sharing, whole
from chancery.services.filing.acts import doing, gathering
from chancery.services.filing.tests.acting import does
from chancery.services.filing.tests.people import FILEABLE
from chancery.services.search.alerts import alerts
from chancery.services.search.batches import workbooks
from chancery.services.search.batches.sets import Batch
from chancery.services.search.models import Alert
from chancery.services.search.queries import Question as Wanted
from chancery.services.search.saved import saved
from chancery.site.wiring import FOLLOWERS
from tests import registering

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
BEFORE = 4711
"""The series begins here, so that no example on a page has the number of this application."""

FILE = {  # what the office knows of the application, and its applicants
    "title": "Quixolatch",
    "applicant": "Zimbabelli",
    "address": "Kolibriweg",
    "e-mail": "zimt@wolkenpost.example",
    "telephone": "+41 22 555 0917",
    "document": "kryptoskizze",
    "remark": "Mondscheinbefund",
    "letter": "Dachsbauplan",
    "enclosure": "fuchsbeilage",
    "observation": "Gegenlichtschrift",
}
DRAFT = {"draft": "Zwirbelmotor", "co-applicant": "Brunhilde Sack", "part": "murmelblatt"}
REGISTRATIONS = {  # of registration files: a mark irregular, designs deferred, an indication just presented
    "mark": "Veilchenmarke",
    "goods": "Laternenputz",
    "holder": "Trostberger",
    "holder's mail": "trost@wolkenpost.example",
    "notice": "Formfehlerblume",
    "design": "Kupferlampion",
    "view": "faltenbild",
    "creator": "Igelhuber",
    "reader": "Schwalbenleser",
    "indication": "Nebelbergkraut",
    "area": "Hinterwaldtal",
}
QUESTION = {"question": "Purpurschnecke"}
NOTE = {"note": "Nachtigallwink"}
PERSON = {
    "account": "ada.zeder@firma.example",
    "organisation": "Morgentau Patente",
    "group": "Tannenhain",
    "claim": "Sternschnuppe",
    "elsewhere": "Uferschwalbe",
    "saved search": "Wiesenknopf",
}

NAMES = {
    "Ada": "ada.zeder@firma.example",
    "Bo": "bo@firma.example",
    "Fay": "fay@elsewhere.example",
    "Eve": "eve@elsewhere.example",
    "Mia": "mia@kanzlei.example",
    "Otto": "otto@office.example",
    "Petra": "petra@office.example",
    "Oscar": "oscar@office.example",
}
ROLES = {"Otto": "officer", "Petra": "publisher", "Oscar": "operator"}


@dataclass(frozen=True)
class Unpublished:
    """Who is there, and by which numbers and ids the things of Ada are called."""

    people: Mapping[str, int]
    tokens: Mapping[str, str]
    number: str
    entries: tuple[int, ...]
    sha256: str
    act: int  # the ledger entry of her letter
    draft: int
    signing: str
    prepared: int  # a withdrawal that waits for signatures
    prepared_secret: str
    question: int
    question_secret: str
    feed: str
    saved: int
    workbook: int
    alert: int
    webhook: int
    alert_secret: str
    letter: int
    item: int  # the letter in her inbox
    organisation: int
    delegation: int
    invitation: int
    group: int
    claim: int
    proposal: int
    session: int
    request: int
    service: str
    access: int
    elsewhere: int
    registrations: tuple[str, ...]  # as they stand in addresses: a mark, designs, an indication
    entered: tuple[int, ...]  # the ledger entries of those
    requested: int  # the entry of what was asked for in the file of the designs
    picture: str  # the hash of a view of the designs

    @property
    def address(self) -> str:
        return rights.in_address(self.number)

    @property
    def salts(self) -> dict[str, str]:
        """What would let anyone guess at an event until its commitment fits."""
        return {f"salt of entry {n}": ledger.entry(n).salt.hex() for n in (*self.entries, *self.entered)}


def made() -> Unpublished:
    """Everything there is, with every follower come along."""
    Series.objects.create(name="PCT/IB2026", given=BEFORE)
    people = {name: accounts.open_account(mail, name=name, password="long enough") for name, mail in NAMES.items()}
    for name, role in ROLES.items():
        accounts.grant(people[name], role=role, by=None, at=AT)
    ada, bo, fay, eve = (people[name] for name in ("Ada", "Bo", "Fay", "Eve"))
    tokens = {name: accounts.make_token("walk", by=person, at=AT) for name, person in people.items()}
    firm, delegation, invitation = _firm(ada, bo, fay)
    group = accounts.make_group(firm, name=PERSON["group"], scopes=["filing"], level="viewer", by=ada, at=AT)
    accounts.delegate(to=people["Mia"], level="editor", by=ada, at=AT)
    number = _filed(ada)
    _shared(number, firm, fay, by=ada)
    act = _happens(number, by=ada, officer=people["Otto"])
    draft, signing = _drafted(ada)
    prepared, prepared_secret = _prepared(number, ada)
    drafts.start(by=eve, at=AT)
    question, secret = _asked(ada, people["Otto"], number)
    feed = docket.open_feed(by=ada, at=AT)
    search = saved.save(Wanted(text=PERSON["saved search"]), by=ada, at=AT)
    alert = alerts.begin(search, way="feed", by=ada, at=AT)
    service, agreed = _signs_on(ada, people["Oscar"])
    session = UserSession.objects.create(user_id=ada, ip="127.0.0.1", user_agent="Firefox", session_key="of Ada")
    request = privacy.ask("objection", "Because.", by=ada, at=AT)
    files, picture = registering.presented(REGISTRATIONS, before=BEFORE, by=ada, at=AT)
    follows()
    return Unpublished(
        people=people,
        tokens=tokens,
        number=number,
        entries=rights.right(number).entries,
        sha256=rights.right(number).documents[0]["sha256"],
        act=act,
        draft=draft,
        signing=signing,
        prepared=prepared,
        prepared_secret=prepared_secret,
        question=question,
        question_secret=secret,
        feed=feed,
        saved=search,
        workbook=workbooks.keep(Batch(lines={1: PERSON["saved search"]}), name="", by=ada, at=AT),
        alert=alert,
        webhook=alerts.begin(search, way="webhook", url="https://firma.example/hook", by=ada, at=AT),
        alert_secret=alerts.feed_href(Alert.objects.get(pk=alert)).rpartition("/")[2].removesuffix(".atom"),
        letter=Letter.objects.filter(recipient=ada).first().pk,
        item=Letter.objects.filter(recipient=ada).first().item.pk,
        organisation=firm,
        delegation=delegation,
        invitation=invitation,
        group=group,
        claim=accounts.claim(firm, reason=PERSON["claim"], by=bo, at=AT),
        proposal=_proposed(number),
        session=session.pk,
        request=request,
        service=service,
        access=agreed,
        elsewhere=SocialAccount.objects.create(user_id=ada, provider="elsewhere", uid=PERSON["elsewhere"]).pk,
        registrations=tuple(rights.in_address(one) for one in files),
        entered=tuple(entry.number for one in files for entry in rights.timeline(one)),
        requested=rights.timeline(files[1])[-1].number,
        picture=picture,
    )


def _signs_on(ada: int, operator: int) -> tuple[str, int]:
    """Ada signs in to another service with her account here."""
    terms = clients.Terms(
        name="Docket elsewhere",
        run_by="Somebody",
        purpose="To keep dates.",
        policy_address="https://docket.example/privacy",
        redirect_addresses=["https://docket.example/back"],
        scopes=["openid"],
    )
    number, _secret = clients.register(terms, by=operator, at=AT)
    service = Service.objects.get(pk=number)
    return number, access.agree(service, asked=["openid"], given=["openid"], by=ada, at=AT).pk


def _proposed(number: str) -> int:
    """That it is to be published, as a publisher who has left since would have proposed it."""
    payload = {"on": "2028-06-01", "numbers": [number], "again": []}
    until = AT + timedelta(days=3650)
    return Proposal.objects.create(
        act=desk.PUBLISH, payload=payload, digest="0" * 64, proposed_at=AT, expires_at=until
    ).pk


def follows() -> None:
    for follower in FOLLOWERS:
        while follow.advance(follower, at=AT):
            pass
        if isinstance(follower, follow.Outward):
            follow.deliver_due(follower, at=AT)


def published(world: Unpublished) -> None:
    after = rights.right(world.number).version
    register.publish(world.number, kind_code="A2", on=AT.date(), issue="2026/47", after=after, at=AT)
    follows()


def published_registration(address: str) -> None:
    registering.published(rights.from_address(address), on=AT.date(), at=AT)
    follows()


def _firm(ada: int, bo: int, fay: int) -> tuple[int, int, int]:
    """Ada's organisation: Bo belongs to it; Fay has left, and may no longer act for Ada; somebody is invited."""
    firm = accounts.found(PERSON["organisation"], by=ada, at=AT)
    for name, person in (("Bo", bo), ("Fay", fay)):
        accounts.join(accounts.invite(firm, NAMES[name], by=ada, at=AT), by=person, at=AT)
    accounts.leave(firm, by=fay, at=AT)
    over = accounts.delegate(to=fay, by=ada, at=AT)
    accounts.revoke(over, by=ada, at=AT)
    accounts.invite(firm, "new@firma.example", by=ada, at=AT)
    waiting = Invitation.objects.get(organisation=firm, answered_at=None)
    return firm, accounts.delegate(to=bo, level="viewer", by=ada, at=AT), waiting.pk


def _filed(ada: int) -> str:
    draft = drafts.start(by=ada, at=AT)
    changes = FILEABLE | {
        "title": f"{FILE['title']} with spring",
        "parties.0.name": f"{FILE['applicant']}, Ada",
        "parties.0.address": f"{FILE['address']} 1\n1003 Lausanne",
        "parties.0.email": FILE["e-mail"],
        "parties.0.phone": FILE["telephone"],
    }
    drafts.save(draft, changes=changes, revision=1, by=ada, at=AT)
    for kind in ("description", "claims"):
        drafts.attach(draft, kind=kind, data=samples.pdf(), name=f"{FILE['document']}-{kind}.pdf", by=ada, at=AT)
    return drafts.submit(draft, by=ada, at=AT).number


def _shared(number: str, firm: int, fay: int, *, by: int) -> None:
    sharing.with_organisation(number, organisation=firm, level="viewer", until=None, by=by, at=AT)
    register.share(number, user=fay, level="owner", until=date(2026, 11, 21), at=AT)


def _happens(number: str, *, by: int, officer: int) -> int:
    """The office accords the date and invites; Ada writes; somebody observes. Returns the entry of what Ada wrote."""
    desk.take(number, by=officer, at=AT)
    desk.accord(number, by=officer, at=AT, after=1)
    _enter(
        number,
        events.CorrectionInvited(
            invitation=1,
            form="PCT/RO/106",
            findings=({"cites": "PCT Rule 11.6", "message": "margins", "field": "parts"},),
            dated="2026-11-22",
            due="2027-01-22",
            remark=FILE["remark"],
        ),
    )
    name = f"{FILE['enclosure']}.pdf"
    enclosed = doing.attach(number, "send_letter", kind="letter", data=samples.pdf(), name=name, by=by, at=AT)
    values = {"to": "IB", "subject": "Hello", "text": FILE["letter"]}
    entry = does(number, "send_letter", f"{FILE['applicant']}, Ada", by=by, at=AT, files=(enclosed,), **values)
    _enter(
        number,
        events.ObservationSubmitted(
            observation=1,
            received_on="2026-11-22",
            citations=({"document": "EP 1", "why": FILE["observation"]},),
            text=FILE["observation"],
        ),
    )
    return entry


def _enter(number: str, event: events.Event) -> None:
    register.enter(number, event, after=rights.right(number).version, at=AT)


def _drafted(ada: int) -> tuple[int, str]:
    """A draft that is shared with nobody, and the secret of an invitation to sign it."""
    pk = drafts.start(by=ada, at=AT)
    changes = {"title": DRAFT["draft"], "parties.0.name": DRAFT["co-applicant"]}
    drafts.save(pk, changes=changes, revision=whole.Draft.objects.get(pk=pk).revision, by=ada, at=AT)
    drafts.attach(pk, kind="description", data=samples.pdf(), name=f"{DRAFT['part']}.pdf", by=ada, at=AT)
    secret = drafts.ask_signature(
        pk, name=DRAFT["co-applicant"], capacity="applicant", email="sack@example.org", by=ada, at=AT
    )
    return pk, secret


def _prepared(number: str, ada: int) -> tuple[int, str]:
    """A withdrawal that others are to sign, and the secret of an invitation to sign it."""
    sent = doing.Sent(version=rights.right(number).version, values={"only_if_unpublished": True})
    pk = gathering.begin(number, "withdraw_application", sent, by=ada, at=AT)
    return pk, gathering.invite(pk, place="party.0", email="sack@example.org", by=ada, at=AT)


def _asked(ada: int, officer: int, number: str) -> tuple[int, str]:
    asked = contact.ask(
        "fees", about=number, text=QUESTION["question"], name="", email="", language="en", by=ada, at=AT
    )
    contact.note(asked.id, text=NOTE["note"], by=officer, at=AT)
    return asked.id, questions.href(Question.objects.get(pk=asked.id)).rstrip("/").rpartition("/")[2]
