"""Tables of single sign-on, beside allauth's own `Client` and `Token`."""

from django.conf import settings
from django.db import models

CLIENT = "allauth_idp_oidc.Client"


class Service(models.Model):
    """A service outside that people sign in to: who runs it, what for, and what it wants to know of them.

    ``level`` is the least with which somebody must have signed in (`levels.LEVELS`). ``logout_address`` is told when a
    person signs out here (OpenID Connect Back-Channel Logout 1.0). ``policy_at``: when purpose, operator or policy were
    last changed; who agreed before is asked again.
    """

    client = models.OneToOneField(CLIENT, on_delete=models.CASCADE, primary_key=True, related_name="service")
    run_by = models.CharField(max_length=200)
    purpose = models.TextField()
    policy_address = models.URLField(max_length=500)
    home_address = models.URLField(max_length=500, blank=True, default="")
    logout_address = models.URLField(max_length=500, blank=True, default="")
    level = models.CharField(max_length=20, default="password")
    policy_at = models.DateTimeField()
    registered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    closed_at = models.DateTimeField(null=True)


class Access(models.Model):
    """A person lets a service know something: what it asked for, and what of it they gave. Until they take it back."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="accesses")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="accesses")
    asked = models.JSONField()
    given = models.JSONField()
    given_at = models.DateTimeField()
    used_at = models.DateTimeField()

    class Meta:
        ordering = ("-used_at",)
        constraints = [models.UniqueConstraint(fields=["service", "user"], name="one_access_per_service")]


class SignIn(models.Model):
    """One sign-in at a service: the family to which its code and all its tokens belong.

    ``session_key`` is the session here from which it came. ``left_at``: that session ended and the service was told;
    ``ended_at``: nothing that came from this sign-in works any more.
    """

    access = models.ForeignKey(Access, on_delete=models.CASCADE, related_name="sign_ins")
    sid = models.CharField(max_length=43, unique=True)
    session_key = models.CharField(max_length=40, db_index=True)
    scopes = models.JSONField()
    authenticated_at = models.DateTimeField()
    level = models.CharField(max_length=20)
    methods = models.JSONField()
    at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["left_at"], name="sign_in_left")]


class Code(models.Model):
    """An authorization code, as a hash; kept after its use, so that a second use is noticed."""

    digest = models.CharField(max_length=64, primary_key=True)
    sign_in = models.OneToOneField(SignIn, on_delete=models.CASCADE, related_name="code")
    redirect_uri = models.CharField(max_length=2000)
    challenge = models.CharField(max_length=128)
    nonce = models.CharField(max_length=500, blank=True, default="")
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class SpentRefresh(models.Model):
    """A refresh token that has been exchanged, as a hash: whoever shows it again does not own it."""

    digest = models.CharField(max_length=64, primary_key=True)
    sign_in = models.ForeignKey(SignIn, on_delete=models.CASCADE, related_name="spent")
    spent_at = models.DateTimeField()


class LogoutCall(models.Model):
    """A service has to be told that somebody signed out. Names the person only as that service knows them."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="calls")
    sub = models.CharField(max_length=100)
    sid = models.CharField(max_length=43, blank=True, default="")  # empty: every session of this person
    made_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)  # None: delivered, or given up
    tries = models.PositiveSmallIntegerField(default=0)
    delivered_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["due_at"], name="logout_call_due")]
