"""Texts for the translators, written by ``python -m chancery.site.lexicon_maker``. Do not edit."""

# ruff: noqa: E501

from django.utils.translation import gettext_noop

WORDS = (
    gettext_noop("A claim is made in the words that the party has prescribed."),
    gettext_noop("A claim to the priority of a filing of more than six months ago is disregarded."),
    gettext_noop("A description costs two francs more for each word over one hundred."),
    gettext_noop("A design is shown on a neutral and plain background, without shadows, persons or other things."),
    gettext_noop("A party can be designated where a party of the applicant and that party are bound by the same Act."),
    gettext_noop("A party is designated once."),
    gettext_noop("A representative is appointed with name and address; without them there is none."),
    gettext_noop("A reproduction has a resolution of 300 dots an inch."),
    gettext_noop("A reproduction is a JPG or TIFF file."),
    gettext_noop("A reproduction is in RGB colours or in shades of grey."),
    gettext_noop("A reproduction measures from 3 by 3 to 16 by 16 centimetres."),
    gettext_noop("Add or correct a claim of priority, within two months of filing."),
    gettext_noop("All products of an application belong to one class of the Locarno Classification."),
    gettext_noop("An application holds at most one hundred designs."),
    gettext_noop("An application is in English, French or Spanish."),
    gettext_noop("An application that is not filed in Geneva is filed through the Office of a party of the applicant."),
    gettext_noop("An e-mail address of every applicant, and of the representative, must be given."),
    gettext_noop("An irregularity waits for its remedy"),
    gettext_noop("Application for international registration"),
    gettext_noop(
        "Applications cannot be filed through the Office of a party that has declared so; they go to Geneva directly."
    ),
    gettext_noop("Appointment of a representative"),
    gettext_noop("Around the design a reproduction has a border of 1 to 20 pixels."),
    gettext_noop("At least one contracting party is designated; without it there is no filing date."),
    gettext_noop("At the end of the longest protection"),
    gettext_noop("Basic fee"),
    gettext_noop("Cancelled"),
    gettext_noop("Cancelled before publication, for want of the fee"),
    gettext_noop("Certification of micro-entity status"),
    gettext_noop("Change in ownership"),
    gettext_noop("Change of holder name or address"),
    gettext_noop("Change of name or address"),
    gettext_noop("Change of representative name or address"),
    gettext_noop(
        "China, Japan and the Republic of Korea want documents on a disclosure to be disregarded (DM/1, Annex II)."
    ),
    gettext_noop(
        "China, Japan and the Republic of Korea want documents on the priority that is claimed (DM/1, Annex V)."
    ),
    gettext_noop("Description over 100 words"),
    gettext_noop("Every applicant is a national of a contracting party, or domiciled, resident or established in one."),
    gettext_noop("Every design is shown by at least one reproduction; without it there is no filing date."),
    gettext_noop("File within six months of the first application whose priority is claimed."),
    gettext_noop("Grant of protection"),
    gettext_noop("Habitual residence gives a right to file only where the party is bound by the Act of 1999."),
    gettext_noop("Individual designation fee"),
    gettext_noop("Information on eligibility for protection"),
    gettext_noop("International Bureau"),
    gettext_noop("Invalidated"),
    gettext_noop("Invalidation"),
    gettext_noop("Limitation"),
    gettext_noop(
        "Matter for which no protection is wanted is told in the description; lines or shading alone may be misread."
    ),
    gettext_noop("No claim is added"),
    gettext_noop("Not renewed"),
    gettext_noop("Nothing has effect any more"),
    gettext_noop("Oath or declaration of the inventor (US)"),
    gettext_noop(
        "Of a three-dimensional design some parties ask for certain views, six at most; fewer may be refused there."
    ),
    gettext_noop(
        "Of an earlier filing whose priority is claimed the Office and the date are given, and its number if any."
    ),
    gettext_noop("Of every design the product is named that it is, or that it is used with."),
    gettext_noop("Of joint applicants each needs such a link; they may be with different parties."),
    gettext_noop("Office"),
    gettext_noop("Office of the designated party"),
    gettext_noop("Offices may still refuse"),
    gettext_noop("Only contracting parties can be designated; a State of a common Office through that Office."),
    gettext_noop("Partial change in ownership"),
    gettext_noop("Pay the fees for renewal."),
    gettext_noop("Pay the publication fee of a deferred publication, and furnish its reproductions."),
    gettext_noop("Pay the second part of an individual fee, within the time that the notice states."),
    gettext_noop("Priority supporting documents"),
    gettext_noop("Protected"),
    gettext_noop("Protected in at least one party"),
    gettext_noop("Protection can no longer be renewed in the party."),
    gettext_noop("Publication"),
    gettext_noop("Publication asked for before the deferment ends"),
    gettext_noop("Publication deferred"),
    gettext_noop("Publication fee"),
    gettext_noop("Publication is asked for before the deferment ends"),
    gettext_noop(
        "Publication is deferred for thirty months at most, or the shortest time that a designated party declared."
    ),
    gettext_noop("Publish the registration in the Bulletin."),
    gettext_noop("Published"),
    gettext_noop("Received by the International Bureau"),
    gettext_noop("Refusal"),
    gettext_noop("Refused"),
    gettext_noop("Refused where it has been decided"),
    gettext_noop("Registered"),
    gettext_noop("Registered, and not sent to the Office yet"),
    gettext_noop("Registration"),
    gettext_noop("Remedy an irregularity of a request to record a change."),
    gettext_noop("Remedy an irregularity of the application."),
    gettext_noop("Remind the holder of the end of the term."),
    gettext_noop("Remind the holder that the deferment ends, and that the publication fee is due."),
    gettext_noop("Renewal"),
    gettext_noop("Renounced"),
    gettext_noop("Renunciation"),
    gettext_noop("Representative"),
    gettext_noop("Request for renewal"),
    gettext_noop("Request to record a change in ownership"),
    gettext_noop("Request to record a limitation"),
    gettext_noop("Request to record a renunciation"),
    gettext_noop("Second part of the designation fee"),
    gettext_noop("Send a refusal to the International Bureau, counted from its sending of the publication."),
    gettext_noop("Send an application that was filed through an Office to the International Bureau."),
    gettext_noop("Six months more, with a surcharge (Rule 24(1)(c))"),
    gettext_noop(
        "Some parties protect one design, or one concept, in a registration; they may refuse until it is divided."
    ),
    gettext_noop(
        "Specimens may take the place of reproductions where the designs are two-dimensional and publication is deferred."
    ),
    gettext_noop(
        "Specimens take the place of reproductions only for two-dimensional designs whose publication is deferred."
    ),
    gettext_noop("Standard designation fee"),
    gettext_noop("Statement that a change in ownership has no effect / certificate (Art 16(2))"),
    gettext_noop("Supporting document on exception to lack of novelty"),
    gettext_noop("Surcharge for late renewal"),
    gettext_noop("Taken out by a limitation"),
    gettext_noop(
        "The Act of 1999 governs where it binds both. Under that of 1960 nothing can be designated since 2025."
    ),
    gettext_noop("The Office may still refuse"),
    gettext_noop("The United States of America want the oath or declaration of the inventor (DM/1, Annex I)."),
    gettext_noop("The address of every applicant must be given."),
    gettext_noop("The application is abandoned, or for contents of Art. 5(2) that one designation (Art. 8(2))"),
    gettext_noop("The application is signed by the applicant, or by the representative."),
    gettext_noop("The change in ownership has no effect in the party"),
    gettext_noop("The claim to priority is disregarded (Rule 15(2)(i))"),
    gettext_noop(
        "The class and subclass of the Locarno Classification are given, as in 06-01; the Bureau looks at them again."
    ),
    gettext_noop("The fee of a micro entity is paid with a certification of that status (DM/1, Annex IV)."),
    gettext_noop("The fee of the deferred publication is not paid"),
    gettext_noop("The file of a reproduction has at most two megabytes."),
    gettext_noop("The filing date is the day of receipt in Geneva"),
    gettext_noop("The filing whose priority is claimed is earlier than the application."),
    gettext_noop("The longest protection in the party has ended"),
    gettext_noop("The name of every applicant must be given."),
    gettext_noop("The numbers of designs and of reproductions are stated; they are those that are there."),
    gettext_noop("The publication is sent to the Office"),
    gettext_noop("The refusal is withdrawn"),
    gettext_noop("The registration has the effect of a grant there (Art. 14(2))"),
    gettext_noop("The registration is cancelled (Rule 16(5))"),
    gettext_noop("The registration is cancelled for that party"),
    gettext_noop("The registration lapses on the due date; what was paid too little is paid back"),
    gettext_noop("The request for deferment is disregarded"),
    gettext_noop("The request is abandoned; fees less half are paid back"),
    gettext_noop("The second part of the fee is not paid"),
    gettext_noop("The term has ended; renewal is possible with a surcharge"),
    gettext_noop("The time for refusal has passed"),
    gettext_noop("Transferred to another registration"),
    gettext_noop(
        "Where a designated party allows no deferment, it is withdrawn within a month, or deferment is disregarded."
    ),
    gettext_noop("Where a designated party asks for a claim, there is one for it."),
    gettext_noop("Where a designated party asks for a description, every design has a brief one."),
    gettext_noop("Where a designated party asks for the identity of the creator, every creator is named."),
    gettext_noop("Where publication is wanted at a chosen time, that time is given, and it is not past."),
    gettext_noop(
        "Where the law of a designated party wants the application in the name of the creator, the creator is named."
    ),
    gettext_noop("Withdraw the designation of a party that allows no deferment."),
    gettext_noop("anyone"),
    gettext_noop("applicant"),
    gettext_noop("holder"),
)
