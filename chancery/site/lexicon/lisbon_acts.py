"""Texts for the translators, written by ``python -m chancery.site.lexicon_maker``. Do not edit."""

# ruff: noqa: E501

from django.utils.translation import gettext_noop

WORDS = (
    gettext_noop("Ask for an attestation or other written information"),
    gettext_noop("Ask for an extract from the register"),
    gettext_noop(
        "Beneficiaries, their names and addresses, the area of production, the authority, the act by which the name is protected at home. The name and the goods are not modified."
    ),
    gettext_noop("Competent Authority of another party"),
    gettext_noop("Competent Authority or beneficiaries"),
    gettext_noop("Give others time to end their use"),
    gettext_noop("Have an error in the register corrected"),
    gettext_noop("Have the registration cancelled"),
    gettext_noop("IB"),
    gettext_noop("In no party protection is pending or refused."),
    gettext_noop("It is final, and the beneficiaries have been heard."),
    gettext_noop("Modify the registration"),
    gettext_noop("No party has refused."),
    gettext_noop("No party has still to decide: it has not been notified, or its time has passed."),
    gettext_noop("Pay the individual fee of a party"),
    gettext_noop("Protection is renounced in no party."),
    gettext_noop("Refuse the effects of the registration"),
    gettext_noop("Remedy an irregularity of the application"),
    gettext_noop("Renounce protection in one or more parties"),
    gettext_noop("State that protection is granted"),
    gettext_noop("Tell of an invalidation"),
    gettext_noop("The International Bureau has told of no individual fee that is open."),
    gettext_noop("The International Bureau has told of no irregularity that is open."),
    gettext_noop("The party is notified, and may refuse from then on."),
    gettext_noop("The party of origin must ask for it where the name is no longer protected at home."),
    gettext_noop("The registration has been cancelled."),
    gettext_noop("The registration has effect in no party."),
    gettext_noop("The registration is protected in no party."),
    gettext_noop("There is no international registration yet."),
    gettext_noop("Time is given by a party that has not refused, or has withdrawn its refusal."),
    gettext_noop("Under the Geneva Act up to fifteen years, under the Act of 1967 up to two."),
    gettext_noop("With the grounds, and the earlier right where it rests on one. A refusal may be for a part only."),
    gettext_noop("Withdraw a refusal"),
    gettext_noop("Withdraw a renunciation"),
    gettext_noop("Without it protection is taken as renounced in that party."),
    gettext_noop("Without it the application is rejected."),
    gettext_noop("anyone"),
)
