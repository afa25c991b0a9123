"""Texts for the translators, written by ``python -m chancery.site.lexicon_maker``. Do not edit."""

# ruff: noqa: E501

from django.utils.translation import gettext_noop

WORDS = (
    gettext_noop("A design that is named cannot be renewed in any party that is named."),
    gettext_noop("A design that is named has no effect any more in any party that is named."),
    gettext_noop("Add or correct a claim of priority"),
    gettext_noop(
        "All designs end in the parties that are named. During a deferment they stay unpublished (Art. 11(5))."
    ),
    gettext_noop("An Office may refuse the effects of a correction as it may those of a registration (Rule 22(2))."),
    gettext_noop("Appoint a representative"),
    gettext_noop("Ask for publication before the deferment ends"),
    gettext_noop("Ask for the second part of the fee"),
    gettext_noop("Declare that a change in ownership has no effect"),
    gettext_noop("Deferment ends for all designs, or for those that are named."),
    gettext_noop(
        "For all or some parties and designs. The new owner has a link with a contracting party. A part that changes hands becomes a registration of its own, with a capital letter after the number."
    ),
    gettext_noop("For five years, up to the longest protection of each party; parties and designs may be left out."),
    gettext_noop("Have an error in the register corrected"),
    gettext_noop("IB"),
    gettext_noop("Let a third party see an unpublished registration"),
    gettext_noop("Limit to some of the designs"),
    gettext_noop("Merge registrations after a partial change in ownership"),
    gettext_noop("No Office has asked for a second part of its fee, or it has been paid."),
    gettext_noop("No change in ownership has been recorded."),
    gettext_noop("No design can be renewed in any party."),
    gettext_noop("No part of the registration has been transferred to another."),
    gettext_noop("Nothing is pending or refused."),
    gettext_noop("Nothing is protected."),
    gettext_noop("Nothing is refused."),
    gettext_noop("Nothing of the registration has effect any more in any party."),
    gettext_noop("Nothing waits for a decision: the publication has not been sent, or all is decided."),
    gettext_noop("Office of the designated party"),
    gettext_noop("Otherwise the request for deferment is disregarded."),
    gettext_noop("Pay the publication fee after a deferment"),
    gettext_noop("Pay the second part of a designation fee"),
    gettext_noop("Publication is not deferred."),
    gettext_noop("Record a change in ownership"),
    gettext_noop("Record a change of name or address"),
    gettext_noop("Record a change of the representative's name or address"),
    gettext_noop("Refuse the effects of the registration"),
    gettext_noop("Remedy an irregularity of a request"),
    gettext_noop("Remedy an irregularity of the application"),
    gettext_noop("Renew"),
    gettext_noop("Renounce in some or all parties"),
    gettext_noop("State that protection is granted"),
    gettext_noop("Tell of an invalidation"),
    gettext_noop("The Bureau gives an extract to, or lets look, those whom the holder names."),
    gettext_noop("The International Bureau has not told of a party that allows no deferment."),
    gettext_noop("The International Bureau has told of no irregularity of a request that is open."),
    gettext_noop("The International Bureau has told of no irregularity that is open."),
    gettext_noop("The holder must have been heard in good time (Art. 15(1))."),
    gettext_noop("The new owner has no link with a contracting party."),
    gettext_noop(
        "The others end in the parties that are named. During a deferment they stay unpublished (Art. 11(5))."
    ),
    gettext_noop("The publication fee has been paid."),
    gettext_noop("The registration has been published."),
    gettext_noop("There is no international registration yet."),
    gettext_noop("What Rule 14(2) names moves the filing date to the day on which it is remedied."),
    gettext_noop(
        "With all grounds, the designs concerned, and how and until when it can be reviewed. Form and contents that the Act provides for are no ground (Art. 12(1))."
    ),
    gettext_noop("Withdraw a party that allows no deferment"),
    gettext_noop("Withdraw a refusal"),
    gettext_noop("applicant"),
    gettext_noop("applicant or holder"),
    gettext_noop("holder"),
    gettext_noop("holder or new owner"),
    gettext_noop("representative"),
)
