"""Tables of the accounts. Nobody but this room touches them, except by `settings.AUTH_USER_MODEL`."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext as _


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **more: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **more)
        user.set_password(password)
        user.save()
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """A natural person with an account. One account for every service; the address may change.

    ``name`` is how the person is addressed, made of first and last name. ``erased_at``: nothing is left of them but the
    row to which kept records point. ``restricted_at``: since then what is known of them is kept, and not used.
    """

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    first_name = models.CharField(max_length=100, blank=True, default="")
    last_name = models.CharField(max_length=100, blank=True, default="")
    address = models.TextField(blank=True, default="")
    country = models.CharField(max_length=2, blank=True, default="")  # WIPO ST.3 code
    phone = models.CharField(max_length=40, blank=True, default="")
    language = models.CharField(max_length=10, default="en")
    reads = models.JSONField(default=list)  # languages besides that one, by code
    theme = models.CharField(max_length=10, blank=True, default="")  # "light", "dark", or as the device has it
    dashboard = models.JSONField(null=True)  # what the person has placed on their own page
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)
    erased_at = models.DateTimeField(null=True)
    restricted_at = models.DateTimeField(null=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return _("somebody whose account is erased") if self.erased_at else self.name or self.email

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name.split()[0] if self.name else self.email

    @property
    def roles(self) -> frozenset[str]:
        """The roles in force. Asked once per request: the answer is kept on the object."""
        if not hasattr(self, "_roles"):
            self._roles = frozenset(self.grants.values_list("role", flat=True))
        return self._roles

    def holds(self, *roles: str) -> bool:
        return bool(self.roles & set(roles))


class RoleGrant(models.Model):
    """A role that an operator gave to a person. Without one, a person can do what any applicant can."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(max_length=40)
    granted_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    granted_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "role"], name="one_grant_per_role")]


class Token(models.Model):
    """A personal token for the API: shown once, kept as a hash, revocable."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tokens")
    label = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-made_at",)


class Organisation(models.Model):
    """A firm, a university, a department: what acts through its members. ``closed_on``: nobody acts for it any more.

    ``members_level``: what a plain member may do in all that it does; "" where members act by their groups alone.
    """

    name = models.CharField(max_length=200)
    address = models.TextField(blank=True, default="")
    country = models.CharField(max_length=2, blank=True, default="")  # WIPO ST.3 code
    members_level = models.CharField(max_length=10, blank=True, default="editor")
    founded_at = models.DateTimeField()
    closed_on = models.DateField(null=True)

    def __str__(self) -> str:
        return self.name


class Held(models.Model):
    """What a person holds from a day on; ``until`` is the last day planned, ``ended_on`` the day it was taken back.

    From the day on which it ended it is no longer in force, so that who left at noon sees nothing in the afternoon.
    """

    since = models.DateField()
    until = models.DateField(null=True)
    ended_on = models.DateField(null=True)

    class Meta:
        abstract = True


class Membership(Held):
    """A person belongs to an organisation, as "admin" or as "member"."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10)

    class Meta:
        ordering = ("since", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "user"], condition=models.Q(ended_on=None), name="one_membership_in_force"
            )
        ]


class Delegation(Held):
    """An organisation, or else a person, lets another person act for it: in ``scope``, at ``level``, for a time.

    ``scope``: "everything", "filing", or the number of one right. ``level``: "viewer", "editor" or "owner".
    """

    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.CASCADE, related_name="delegations")
    giver = models.ForeignKey(User, null=True, on_delete=models.CASCADE, related_name="delegations_given")
    holder = models.ForeignKey(User, on_delete=models.CASCADE, related_name="delegations_held")
    scope = models.CharField(max_length=40)
    level = models.CharField(max_length=10)
    given_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("since", "pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(organisation=None, giver__isnull=False)
                | models.Q(organisation__isnull=False, giver=None),
                name="one_giver_of_a_delegation",
            )
        ]


class Invitation(models.Model):
    """Somebody may join an organisation, act for it or for a person, or become a member of the office's staff.

    ``role``: "admin" or "member" of the organisation; "delegate", with ``scope``, ``level`` and ``until``, of the
    organisation or of the ``giver``; or a role of the office. It is for one address: whoever answers must have an
    account with this address, confirmed. The code is kept as a hash and works once.
    """

    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.CASCADE, related_name="invitations")
    giver = models.ForeignKey(User, null=True, on_delete=models.CASCADE, related_name="invitations_given")
    email = models.EmailField()
    role = models.CharField(max_length=40)
    scope = models.CharField(max_length=40, blank=True, default="")
    level = models.CharField(max_length=10, blank=True, default="")
    until = models.DateField(null=True)
    digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-invited_at", "-pk")


class Act(models.Model):
    """Who did what when with an account or an organisation: the log that the persons concerned read.

    ``by`` acted (None: the installation, or somebody whose account is erased), ``about`` is whom it concerns, and
    ``organisation`` in whose house. ``kind`` is one of `history.KINDS`; ``facts`` are its particulars, as text.
    """

    at = models.DateTimeField()
    by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    about = models.ForeignKey(User, null=True, on_delete=models.CASCADE, related_name="acts_about")
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.CASCADE, related_name="acts")
    kind = models.CharField(max_length=40)
    facts = models.JSONField(default=dict)

    class Meta:
        ordering = ("-at", "-pk")
        indexes = [models.Index(fields=["about", "-at"], name="act_about")]


class Group(models.Model):
    """Some members of an organisation, who act for it in the same things.

    ``scopes``: "everything", "filing" or numbers of rights, one or more; ``level``: "viewer", "editor" or "owner".
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="groups")
    name = models.CharField(max_length=80)
    scopes = models.JSONField(default=list)
    level = models.CharField(max_length=10)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("name", "pk")
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="one_group_of_a_name")]

    def __str__(self) -> str:
        return self.name


class GroupMember(Held):
    """A member of the organisation belongs to a group of it."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="belonging")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="groups")

    class Meta:
        ordering = ("since", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["group", "user"], condition=models.Q(ended_on=None), name="one_place_in_a_group"
            )
        ]


class Claim(models.Model):
    """A member asks to administer an organisation whose administrators do not answer any more.

    ``allowed_by``: who of the office has looked at the reason and let the waiting begin; ``due_on``: the day from which
    the claim takes effect, unless an administrator has said no. ``state``: "asked", "waiting", "fulfilled",
    "refused", "contradicted" or "withdrawn".
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="claims")
    claimant = models.ForeignKey(User, on_delete=models.CASCADE, related_name="claims")
    reason = models.TextField()
    asked_at = models.DateTimeField()
    allowed_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    due_on = models.DateField(null=True)
    state = models.CharField(max_length=12, default="asked")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-asked_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"], condition=models.Q(ended_at=None), name="one_claim_at_a_time"
            )
        ]


class Proposal(models.Model):
    """A dangerous act that one person proposes and another confirms (`two_persons`).

    ``act`` is its key, ``payload`` its arguments, ``digest`` the hash of both: what is confirmed is what was proposed.
    ``state``: "open", "confirmed", "declined" or "withdrawn"; an open one has expired after ``expires_at``.
    ``entry`` is its place in the ledger, once it is confirmed and done.
    """

    act = models.CharField(max_length=60)
    payload = models.JSONField()
    digest = models.CharField(max_length=64)
    proposed_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    proposed_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    state = models.CharField(max_length=10, default="open")
    decided_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    decided_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True, default="")
    entry = models.BigIntegerField(null=True)

    class Meta:
        ordering = ("-proposed_at", "-pk")
        indexes = [models.Index(fields=["state", "expires_at"], name="proposal_state")]
