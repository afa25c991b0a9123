"""Texts for the translators, written by ``python -m chancery.site.lexicon_maker``. Do not edit."""

# ruff: noqa: E501

from django.utils.translation import gettext_noop

WORDS = (
    gettext_noop(
        "A State that is a member of an organization may designate the organization, and the other way round."
    ),
    gettext_noop(
        "A State that was part of a designated one declared that registrations go on there. The holder asks for it."
    ),
    gettext_noop(
        "A cancellation is for all parties; in some of them protection is given up by a renunciation or a limitation."
    ),
    gettext_noop("A claim is made in the words that the party has prescribed."),
    gettext_noop("A claim to the priority of a filing of more than six months ago is disregarded."),
    gettext_noop("A claim to the priority of a filing of more than six months ago is not recorded."),
    gettext_noop("A court, or the Office itself, has changed for which goods and services the mark is protected."),
    gettext_noop("A declaration of intention to use the mark is made for the parties that ask for one by Rule 7(2)."),
    gettext_noop("A description costs two francs more for each word over one hundred."),
    gettext_noop("A design is shown on a neutral and plain background, without shadows, persons or other things."),
    gettext_noop("A division is for one designated party, through its Office."),
    gettext_noop(
        "A geographical indication stands for a quality, a reputation or another characteristic due to the origin."
    ),
    gettext_noop("A geographical indication that is no appellation of origin is registered under the Geneva Act only."),
    gettext_noop("A name in other than Latin letters is transliterated."),
    gettext_noop("A party can be designated where a party of the applicant and that party are bound by the same Act."),
    gettext_noop("A party is bound after the registration"),
    gettext_noop("A party is designated once."),
    gettext_noop("A party that is named does not divide registrations."),
    gettext_noop("A party that is named does not merge registrations that came of a division."),
    gettext_noop("A party that is named does not take registrations from before the Protocol was in force there."),
    gettext_noop("A party that is named has not declared that it refuses on oppositions after eighteen months."),
    gettext_noop("A party that is named is designated for all of it already."),
    gettext_noop("A party that is named is not designated."),
    gettext_noop("A picture of the mark is at most 20 by 20 centimetres."),
    gettext_noop("A provisional refusal was sent; what follows it is a decision under Rule 18ter(2) or (3)."),
    gettext_noop("A refusal on that opposition is not accepted"),
    gettext_noop("A representative is appointed with name and address; without them there is none."),
    gettext_noop("A reproduction has a resolution of 300 dots an inch."),
    gettext_noop("A reproduction in colour costs the higher basic fee, whether or not colours are claimed."),
    gettext_noop("A reproduction is a JPG or TIFF file."),
    gettext_noop("A reproduction is in RGB colours or in shades of grey."),
    gettext_noop("A reproduction measures from 3 by 3 to 16 by 16 centimetres."),
    gettext_noop("A reproduction of the mark is there; of a word mark in standard characters its words are enough."),
    gettext_noop("A translation of the name is given with its language."),
    gettext_noop("Add or correct a claim of priority"),
    gettext_noop("Add or correct a claim of priority, within two months of filing."),
    gettext_noop(
        "All designs end in the parties that are named. During a deferment they stay unpublished (Art. 11(5))."
    ),
    gettext_noop(
        "All grounds with their provisions, the earlier mark, the goods and services, and how and until when review can be asked for. One without grounds, or too late, is no refusal."
    ),
    gettext_noop("All procedures before the Office are over, and nothing is protected."),
    gettext_noop("All products of an application belong to one class of the Locarno Classification."),
    gettext_noop("Also for a term that is incomprehensible or linguistically incorrect."),
    gettext_noop("Amend the recording of a licence"),
    gettext_noop("An Office may refuse the effects of a correction as it may those of a registration (Rule 22(2))."),
    gettext_noop("An appellation of origin owes its quality to the place: to natural factors and to human ones."),
    gettext_noop("An application holds at most one hundred designs."),
    gettext_noop("An application is filed through the Office of a contracting party, its Office of origin."),
    gettext_noop("An application is in English, French or Spanish, as the Office of origin allows."),
    gettext_noop("An application is in English, French or Spanish."),
    gettext_noop(
        "An application is presented by the Competent Authority, in the name of the beneficiaries, or by these."
    ),
    gettext_noop("An application rests on an application or a registration of the same mark at the Office of origin."),
    gettext_noop("An application that is not filed in Geneva is filed through the Office of a party of the applicant."),
    gettext_noop("An e-mail address of every applicant, and of the representative, must be given."),
    gettext_noop(
        "An earlier registration of the same mark in or for a member State is claimed, so that it can be given up without loss. The claim goes with the application or the subsequent designation."
    ),
    gettext_noop(
        "An error in the International Register is put right. An Office can refuse its effect as it could refuse the designation, with the time counted again for what was corrected."
    ),
    gettext_noop("An error of an Office is no longer corrected"),
    gettext_noop("An error of an Office is no longer corrected; one of the International Bureau is."),
    gettext_noop("An irregularity waits for its remedy"),
    gettext_noop("Another classification is proposed"),
    gettext_noop("Answer a provisional refusal"),
    gettext_noop("Answer a provisional refusal, or ask for its review, at the Office that issued it."),
    gettext_noop("Application for international registration"),
    gettext_noop(
        "Applications cannot be filed through the Office of a party that has declared so; they go to Geneva directly."
    ),
    gettext_noop("Apply for international registration"),
    gettext_noop("Appoint a representative"),
    gettext_noop("Appointment of a representative"),
    gettext_noop("Appointment or change of the representative"),
    gettext_noop("Around the design a reproduction has a border of 1 to 20 pixels."),
    gettext_noop(
        "As soon as all procedures are over. Where nothing is sent in time, the mark is protected all the same."
    ),
    gettext_noop("As soon as the dates are known, at the latest with the refusal on an opposition."),
    gettext_noop("Ask for a correction"),
    gettext_noop("Ask for an attestation or other written information"),
    gettext_noop("Ask for an extract from the register"),
    gettext_noop("Ask for continued processing"),
    gettext_noop("Ask for continued processing after a missed time limit."),
    gettext_noop("Ask for publication before the deferment ends"),
    gettext_noop("Ask for the correction of an error that an Office made, after the publication of what is wrong."),
    gettext_noop("Ask for the second part of the fee"),
    gettext_noop("Ask that the registration go on in a successor State."),
    gettext_noop("At least one contracting party is designated."),
    gettext_noop("At least one contracting party is designated; without it there is no filing date."),
    gettext_noop("At the end of the longest protection"),
    gettext_noop("Basic fee"),
    gettext_noop(
        "Beneficiaries apply themselves where their party, bound by the Geneva Act, has declared that they may."
    ),
    gettext_noop(
        "Beneficiaries, their names and addresses, the area of production, the authority, the act by which the name is protected at home. The name and the goods are not modified."
    ),
    gettext_noop("Bring a limitation under the classes of the application"),
    gettext_noop("Bring a limitation under the classes of the application."),
    gettext_noop(
        "By payment; the form is not needed. Parties can be left out. Those that have refused or invalidated everything drop out, unless the holder asks to keep them."
    ),
    gettext_noop("Cancel the recording of a licence"),
    gettext_noop("Cancel the registration"),
    gettext_noop("Cancellation"),
    gettext_noop("Cancellation at the request of the party of origin"),
    gettext_noop("Cancelled"),
    gettext_noop("Cancelled at the request of the party of origin"),
    gettext_noop("Cancelled before publication, for want of the fee"),
    gettext_noop("Cancelled with the basic mark"),
    gettext_noop("Ceasing of effect of the basic mark"),
    gettext_noop("Certification of micro-entity status"),
    gettext_noop("Certify and send an application"),
    gettext_noop("Change in ownership"),
    gettext_noop("Change of beneficiaries, area, renunciation etc."),
    gettext_noop("Change of holder name or address"),
    gettext_noop("Change of name or address"),
    gettext_noop("Change of representative name or address"),
    gettext_noop("Change of the holder's name or address"),
    gettext_noop(
        "China, Japan and the Republic of Korea want documents on a disclosure to be disregarded (DM/1, Annex II)."
    ),
    gettext_noop(
        "China, Japan and the Republic of Korea want documents on the priority that is claimed (DM/1, Annex V)."
    ),
    gettext_noop("Claim of seniority"),
    gettext_noop("Claim seniority in the European Union"),
    gettext_noop("Comment on a corrected translation"),
    gettext_noop("Comment on corrections of the translation of goods and services."),
    gettext_noop("Competent Authority"),
    gettext_noop("Competent Authority of another party"),
    gettext_noop("Competent Authority or beneficiaries"),
    gettext_noop("Complementary fee"),
    gettext_noop("Complete a refusal"),
    gettext_noop("Complete a refusal that lacks what is said of its review."),
    gettext_noop("Confirm a refusal of everything"),
    gettext_noop("Confirmation of total provisional refusal"),
    gettext_noop("Considered abandoned"),
    gettext_noop("Continuation of effect in a successor State"),
    gettext_noop("Continue the effect in a successor State"),
    gettext_noop("Continued processing"),
    gettext_noop("Continued processing may be asked for within two months (Rule 5bis)"),
    gettext_noop("Convert the designation of the European Union"),
    gettext_noop("Declaration of intention to use the mark"),
    gettext_noop("Declare that a change in ownership has no effect"),
    gettext_noop("Declare that a change that was recorded has no effect in the party."),
    gettext_noop("Declare that a licence has no effect"),
    gettext_noop("Declare that a limitation has no effect"),
    gettext_noop("Declare the intention to use the mark"),
    gettext_noop("Deferment ends for all designs, or for those that are named."),
    gettext_noop("Dependent on the basic mark"),
    gettext_noop("Description over 100 words"),
    gettext_noop("Designate a party subsequently"),
    gettext_noop("Designated, and not notified yet"),
    gettext_noop("Designation subsequent to the registration"),
    gettext_noop("Divide the registration"),
    gettext_noop("Division of a registration"),
    gettext_noop("Earlier use ends at once"),
    gettext_noop("Earlier use must have ended: this is the longest time that may be given."),
    gettext_noop(
        "End an appointment that the representative cancels: with a new appointment, at the latest on this day."
    ),
    gettext_noop("Every applicant is a national of a contracting party, or domiciled, resident or established in one."),
    gettext_noop(
        "Every applicant is a national of the party of the Office of origin, or domiciled or established there."
    ),
    gettext_noop("Every design is shown by at least one reproduction; without it there is no filing date."),
    gettext_noop("Every good or service stands in a class of the Nice Classification, 1 to 45."),
    gettext_noop(
        "Evidence shows that force majeure, or a failure of post or of electronic communication, caused the delay. The act is done with it, as soon as it can be."
    ),
    gettext_noop("File in a party what was cancelled with the basic mark"),
    gettext_noop("File with the Office of a party in place of the registration that was cancelled, keeping its date."),
    gettext_noop("File within six months of the first application whose priority is claimed."),
    gettext_noop("For all goods and services. The party can be designated again later."),
    gettext_noop(
        "For all or some of the goods and services, in all or some parties. The new owner must have a link with a contracting party. A new owner asks through the Office of the holder, or the own one."
    ),
    gettext_noop(
        "For all or some parties and designs. The new owner has a link with a contracting party. A part that changes hands becomes a registration of its own, with a capital letter after the number."
    ),
    gettext_noop(
        "For all or some parties, goods and services; exclusive, sole or neither; with a term and a territory."
    ),
    gettext_noop("For an area in several parties they apply jointly; each is bound by the Geneva Act."),
    gettext_noop("For five years, up to the longest protection of each party; parties and designs may be left out."),
    gettext_noop("For most of them the designation itself is the declaration; some want a form of its own, signed."),
    gettext_noop(
        "For one party and some of the goods and services; they become a registration of their own, with the number and a letter. The Office sends the request on."
    ),
    gettext_noop(
        "Form, certification, entitlement, dates and grouping in classes. Continued processing is not open for it."
    ),
    gettext_noop("Furnish the declaration of intention to use the mark."),
    gettext_noop("Further decision"),
    gettext_noop("Give an opinion on a proposed classification"),
    gettext_noop("Give an opinion on the classification that the International Bureau proposes."),
    gettext_noop("Give others time to end their use"),
    gettext_noop("Goods and services are grouped by class, in the order of the classes."),
    gettext_noop("Goods and services are named in precise terms."),
    gettext_noop("Goods and services not grouped"),
    gettext_noop("Goods and services of a limitation that stand in no class of the list are moved, or fall out of it."),
    gettext_noop("Goods and services that were cancelled cannot come back."),
    gettext_noop("Grant of protection"),
    gettext_noop("Grant protection after a refusal, for all or some goods and services"),
    gettext_noop("Grant protection without a refusal before"),
    gettext_noop("Habitual residence gives a right to file only where the party is bound by the Act of 1999."),
    gettext_noop("Have a delay excused"),
    gettext_noop("Have an error in the register corrected"),
    gettext_noop("Have it noted that the registration replaces an earlier one"),
    gettext_noop("Have the registration cancelled"),
    gettext_noop("IB"),
    gettext_noop("If it is not, the Office asks for it later."),
    gettext_noop("In a party that is named the recording of a licence in the International Register has no effect."),
    gettext_noop(
        "In all or some parties. The holder tells of it, or the Office of the holder or of a designated party."
    ),
    gettext_noop(
        "In all parties, for all or some of the goods and services. What is cancelled cannot be designated again."
    ),
    gettext_noop("In no party protection is pending or refused."),
    gettext_noop("In that party the former owner stays the holder; the part becomes a registration of its own."),
    gettext_noop("In that party the goods and services stand as if they had not been limited."),
    gettext_noop("Independent of the basic mark"),
    gettext_noop("Individual designation fee"),
    gettext_noop("Individual fee"),
    gettext_noop("Information on eligibility for protection"),
    gettext_noop("Information on possible oppositions after 18 months"),
    gettext_noop("Interim status"),
    gettext_noop("International Bureau"),
    gettext_noop("Invalidated"),
    gettext_noop("Invalidation"),
    gettext_noop("Irregularities remedied"),
    gettext_noop("Irregularities wait for a remedy"),
    gettext_noop("It is final, and the beneficiaries have been heard."),
    gettext_noop("It is not recorded as a refusal"),
    gettext_noop(
        "It replaces a national or regional registration of the same holder and mark by itself, also in part; on request the Office takes note in its own register. Both may go on side by side."
    ),
    gettext_noop("Let a third party see an unpublished registration"),
    gettext_noop("Licensee, kind, term or extent of a licence that is recorded are changed."),
    gettext_noop("Limit to some of the designs"),
    gettext_noop("Limitation"),
    gettext_noop("Limitation after registration"),
    gettext_noop("Limitation in an application"),
    gettext_noop("Limited so that nothing is left"),
    gettext_noop(
        "Matter for which no protection is wanted is told in the description; lines or shading alone may be misread."
    ),
    gettext_noop("Merge a registration that came of a division"),
    gettext_noop("Merge registrations after a partial change in ownership"),
    gettext_noop("Modification"),
    gettext_noop("Modify the registration"),
    gettext_noop("No Office has asked for a second part of its fee, or it has been paid."),
    gettext_noop("No change in ownership has been recorded."),
    gettext_noop("No claim is added"),
    gettext_noop("No design can be renewed in any party."),
    gettext_noop("No designated party wants the declaration of intention to use the mark on a form of its own."),
    gettext_noop("No licence is recorded."),
    gettext_noop("No part of the registration has been transferred to another."),
    gettext_noop("No party has refused."),
    gettext_noop("No party has still to decide: it has not been notified, or its time has passed."),
    gettext_noop("No proceedings against the basic mark began within the five years."),
    gettext_noop("No provisional refusal was sent."),
    gettext_noop("No representative is appointed."),
    gettext_noop("No restriction of the holder's right of disposal is recorded."),
    gettext_noop("None: continued processing is not open for what the Office of origin must remedy (Rule 5bis)"),
    gettext_noop("Not renewed"),
    gettext_noop("Not renewed there"),
    gettext_noop("Nothing has come that this would answer, or it was answered."),
    gettext_noop("Nothing has effect any more"),
    gettext_noop("Nothing is pending or refused."),
    gettext_noop("Nothing is protected."),
    gettext_noop("Nothing is refused."),
    gettext_noop("Nothing of the registration has effect any more in any party."),
    gettext_noop("Nothing of what is named is left in the parties that are named."),
    gettext_noop("Nothing of what is named is protected in the parties that are named."),
    gettext_noop("Nothing waits for a decision: the publication has not been sent, or all is decided."),
    gettext_noop("Notification to the Office"),
    gettext_noop("Oath or declaration of the inventor (US)"),
    gettext_noop(
        "Of a three-dimensional design some parties ask for certain views, six at most; fewer may be refused there."
    ),
    gettext_noop(
        "Of an earlier filing whose priority is claimed the Office and the date are given, and its number if any."
    ),
    gettext_noop("Of every design the product is named that it is, or that it is used with."),
    gettext_noop("Of joint applicants each must have such a link with the same party; the links may differ (Rule 8)."),
    gettext_noop("Of joint applicants each needs such a link; they may be with different parties."),
    gettext_noop("Office"),
    gettext_noop("Office declaration"),
    gettext_noop("Office of a designated party"),
    gettext_noop("Office of origin"),
    gettext_noop("Office of the designated party"),
    gettext_noop("Office statement"),
    gettext_noop("Offices may still refuse"),
    gettext_noop("Older application forms (Agreement-only / both treaties)"),
    gettext_noop("One fee for all registrations of the holder in which the same change is recorded by one request."),
    gettext_noop("One representative only, before the International Bureau. A new appointment ends the one before."),
    gettext_noop("Only a mark that consists of words can be declared to be in standard characters."),
    gettext_noop("Only contracting parties can be designated; a State of a common Office through that Office."),
    gettext_noop("Only their classes are compared here; the Office of origin certifies the rest."),
    gettext_noop("Only then can a refusal on an opposition come later than eighteen months."),
    gettext_noop("Opposition period dates"),
    gettext_noop("Others are given time to end their use"),
    gettext_noop("Otherwise the request for deferment is disregarded."),
    gettext_noop("Partial change in ownership"),
    gettext_noop("Partial change in ownership or division"),
    gettext_noop("Parties may still refuse"),
    gettext_noop("Pay the fees for classification."),
    gettext_noop("Pay the fees for renewal."),
    gettext_noop("Pay the fees that are missing"),
    gettext_noop("Pay the fees that are missing."),
    gettext_noop("Pay the publication fee after a deferment"),
    gettext_noop("Pay the publication fee of a deferred publication, and furnish its reproductions."),
    gettext_noop("Pay the rest of a renewal"),
    gettext_noop("Pay the rest of a renewal of which seventy per cent were paid."),
    gettext_noop("Pay the second part of a designation fee"),
    gettext_noop("Pay the second part of an individual fee"),
    gettext_noop("Pay the second part of an individual fee, within the time that the notice states."),
    gettext_noop("Priority supporting documents"),
    gettext_noop("Proceedings against the basic mark that began within the five years go on"),
    gettext_noop("Propose another term for one that is too vague"),
    gettext_noop("Propose another term for one that is too vague, incomprehensible or linguistically incorrect."),
    gettext_noop("Protected"),
    gettext_noop("Protected in at least one party"),
    gettext_noop("Protected in part"),
    gettext_noop("Protection can no longer be renewed in the party."),
    gettext_noop("Protection in every party is given up by a cancellation, not by a renunciation."),
    gettext_noop(
        "Protection is extended to a party, for all or some of the goods and services, from the day on which the International Bureau receives the request, or the Office, where it reaches Geneva within two months. It ends with the term of the registration."
    ),
    gettext_noop("Protection is renounced"),
    gettext_noop("Protection is renounced in no party."),
    gettext_noop("Protection is renounced in the party"),
    gettext_noop("Protection is waived only in parties that the registration would cover."),
    gettext_noop("Protection of all goods and services after a refusal"),
    gettext_noop("Protection of some goods and services after a refusal"),
    gettext_noop("Provisional refusal"),
    gettext_noop("Provisional refusal, total or partial"),
    gettext_noop("Provisionally refused"),
    gettext_noop("Provisionally refused in part"),
    gettext_noop("Publication"),
    gettext_noop("Publication asked for before the deferment ends"),
    gettext_noop("Publication deferred"),
    gettext_noop("Publication fee"),
    gettext_noop("Publication is asked for before the deferment ends"),
    gettext_noop(
        "Publication is deferred for thirty months at most, or the shortest time that a designated party declared."
    ),
    gettext_noop("Publication is not deferred."),
    gettext_noop("Publish the registration in the Bulletin."),
    gettext_noop("Published"),
    gettext_noop("Received by the International Bureau"),
    gettext_noop("Record a change in ownership"),
    gettext_noop("Record a change of name or address"),
    gettext_noop("Record a change of the holder's name or address"),
    gettext_noop("Record a change of the representative's name or address"),
    gettext_noop("Record a licence"),
    gettext_noop("Record a limitation of goods and services"),
    gettext_noop("Record a restriction of the holder's right of disposal"),
    gettext_noop("Recording or amending a licence"),
    gettext_noop("Recording/removal of a restriction of the holder's right of disposal"),
    gettext_noop("Refusal"),
    gettext_noop("Refuse provisionally"),
    gettext_noop("Refuse the effects of the registration"),
    gettext_noop("Refuse the effects of the registration, counted from the receipt of the notification."),
    gettext_noop("Refused"),
    gettext_noop("Refused where it has been decided"),
    gettext_noop("Registered"),
    gettext_noop("Registered and renewed"),
    gettext_noop("Registered, and not notified yet"),
    gettext_noop("Registered, and not sent to the Office yet"),
    gettext_noop("Registration"),
    gettext_noop("Remedy an irregularity of a request"),
    gettext_noop("Remedy an irregularity of a request to record a change, a licence or a division."),
    gettext_noop("Remedy an irregularity of a request to record a change."),
    gettext_noop("Remedy an irregularity of a subsequent designation"),
    gettext_noop("Remedy an irregularity of a subsequent designation."),
    gettext_noop("Remedy an irregularity of the application"),
    gettext_noop("Remedy an irregularity of the application."),
    gettext_noop("Remedy an irregularity that only the Office of origin can remedy."),
    gettext_noop("Remedy what only the Office of origin can remedy"),
    gettext_noop("Remind the Office of origin of the proposal. The reminder extends nothing."),
    gettext_noop("Remind the holder of the end of the term."),
    gettext_noop("Remind the holder that the deferment ends, and that the publication fee is due."),
    gettext_noop("Remove a restriction of the holder's right of disposal"),
    gettext_noop("Renew"),
    gettext_noop("Renew the registration"),
    gettext_noop("Renewal"),
    gettext_noop("Renounce in some or all parties"),
    gettext_noop("Renounce protection in one or more parties"),
    gettext_noop("Renounce protection in some parties"),
    gettext_noop("Renounced"),
    gettext_noop("Renunciation"),
    gettext_noop("Representative"),
    gettext_noop("Request for continued processing"),
    gettext_noop("Request for correction"),
    gettext_noop("Request for division of an international registration"),
    gettext_noop("Request for merger after partial change in ownership"),
    gettext_noop("Request for merger resulting from division"),
    gettext_noop("Request for registration"),
    gettext_noop("Request for renewal"),
    gettext_noop("Request to amend the recording of a licence"),
    gettext_noop("Request to cancel the recording of a licence"),
    gettext_noop("Request to record a cancellation"),
    gettext_noop("Request to record a change in ownership"),
    gettext_noop("Request to record a licence"),
    gettext_noop("Request to record a limitation"),
    gettext_noop("Request to record a limitation of goods and services"),
    gettext_noop("Request to record a renunciation"),
    gettext_noop("Request to record change of holder name or address"),
    gettext_noop("Request to record change of representative name or address"),
    gettext_noop(
        "Review, appeal or an answer is asked for at the Office, by its own law and often through a representative there. The International Bureau takes no part."
    ),
    gettext_noop("Second part of the designation fee"),
    gettext_noop("Second part of the individual fee"),
    gettext_noop("Send a provisional refusal to the International Bureau, counted from its notification."),
    gettext_noop(
        "Send a refusal on an opposition after eighteen months: a month after its end, seven after its begin at most."
    ),
    gettext_noop("Send a refusal to the International Bureau, counted from its sending of the publication."),
    gettext_noop("Send a subsequent designation that was filed with an Office to the International Bureau."),
    gettext_noop("Send an application that was filed through an Office to the International Bureau."),
    gettext_noop("Send the application to the International Bureau."),
    gettext_noop(
        "Seventy per cent at least was there, and the International Bureau told of the rest in the last three months of grace."
    ),
    gettext_noop("Show that force majeure or a failure of post or electronic communication caused the delay, and act."),
    gettext_noop("Six months more, with a surcharge (Rule 24(1)(c))"),
    gettext_noop("Six months more, with a surcharge of half of the basic fee (Art. 7(4))"),
    gettext_noop("Some goods and services are given up by a limitation, not by a renunciation."),
    gettext_noop("Some parties ask for a declaration of the intention to use the name, or to control its use."),
    gettext_noop(
        "Some parties ask for facts on quality, reputation and link; without them there is no protection there."
    ),
    gettext_noop("Some parties ask that the application be signed by somebody with the right to the name."),
    gettext_noop(
        "Some parties protect one design, or one concept, in a registration; they may refuse until it is divided."
    ),
    gettext_noop("Some parties take a fee of their own; where it is not paid protection is taken as renounced."),
    gettext_noop(
        "Specimens may take the place of reproductions where the designs are two-dimensional and publication is deferred."
    ),
    gettext_noop(
        "Specimens take the place of reproductions only for two-dimensional designs whose publication is deferred."
    ),
    gettext_noop("Standard designation fee"),
    gettext_noop("State that protection is granted"),
    gettext_noop("Statement of grant following a provisional refusal"),
    gettext_noop("Statement of grant, no refusal issued"),
    gettext_noop("Statement that a change in ownership has no effect / certificate (Art 16(2))"),
    gettext_noop("Subsequent designation"),
    gettext_noop("Subsequent designation resulting from conversion"),
    gettext_noop("Supplementary fee"),
    gettext_noop("Supporting document on exception to lack of novelty"),
    gettext_noop("Surcharge for late renewal"),
    gettext_noop("Taken out by a limitation"),
    gettext_noop("Tell of a further decision"),
    gettext_noop("Tell of an invalidation"),
    gettext_noop("Tell of possible oppositions after eighteen months"),
    gettext_noop("Tell that no ground for refusal was found so far"),
    gettext_noop("Tell that proceedings against the basic mark go on after five years"),
    gettext_noop("Tell that the basic mark has ceased to have effect"),
    gettext_noop("Tell the International Bureau of a time that is given to others to end their use."),
    gettext_noop("Tell when the opposition period begins and ends"),
    gettext_noop("Terms in a wrong class"),
    gettext_noop(
        "The Act of 1999 governs where it binds both. Under that of 1960 nothing can be designated since 2025."
    ),
    gettext_noop("The Bureau gives an extract to, or lets look, those whom the holder names."),
    gettext_noop("The Competent Authority that presents the application is named."),
    gettext_noop("The European Union is not designated."),
    gettext_noop("The International Bureau has not notified the designation."),
    gettext_noop("The International Bureau has not told of a party that allows no deferment."),
    gettext_noop("The International Bureau has told of no irregularity of a request that is open."),
    gettext_noop("The International Bureau has told of no irregularity that is open."),
    gettext_noop("The International Bureau proposed a correction of the translation of goods and services."),
    gettext_noop("The International Bureau proposed another grouping. Without an opinion its proposal stands."),
    gettext_noop("The International Bureau writes to the new address from then on."),
    gettext_noop(
        "The Office certifies that applicant, indications, mark and goods agree with those of the basic mark."
    ),
    gettext_noop(
        "The Office finds that the mark can be protected. Without the second part the registration is cancelled for that party."
    ),
    gettext_noop("The Office has decided after its refusal already; what changes that is a further decision."),
    gettext_noop(
        "The Office has examined the mark; oppositions or observations are still possible. Nothing follows from it."
    ),
    gettext_noop("The Office has granted protection already."),
    gettext_noop("The Office has not told of possible oppositions after eighteen months."),
    gettext_noop("The Office has sent an interim status already."),
    gettext_noop("The Office has told of possible oppositions already."),
    gettext_noop("The Office may refuse on an opposition after eighteen months"),
    gettext_noop("The Office may still refuse"),
    gettext_noop(
        "The Office of origin certifies the day on which it received, or is deemed to have received, the request."
    ),
    gettext_noop("The Office of origin has received no request."),
    gettext_noop("The Protocol is in force for the party of the Office of origin on the day of filing."),
    gettext_noop("The United States of America want the oath or declaration of the inventor (DM/1, Annex I)."),
    gettext_noop(
        "The act that was missed is done with the request. It is open for the applicant's or holder's own time limits before the International Bureau, but not for renewal, for answers to an Office, or for what the Office of origin has to remedy."
    ),
    gettext_noop("The address of every applicant must be given."),
    gettext_noop(
        "The appellation or indication is given in the official language or languages of the party of origin."
    ),
    gettext_noop("The applicants are those in whose name the basic mark stands."),
    gettext_noop("The application is abandoned, or for contents of Art. 5(2) that one designation (Art. 8(2))"),
    gettext_noop("The application is considered abandoned."),
    gettext_noop(
        "The application is considered abandoned; fees are paid back, less half of the basic fee (Rule 11(5))"
    ),
    gettext_noop("The application is rejected"),
    gettext_noop("The application is signed by the applicant, or by the representative."),
    gettext_noop(
        "The application rests on a mark that was filed or registered with the Office of origin, which certifies it and sends it to the International Bureau. A late application is registered without the priority."
    ),
    gettext_noop("The application says whether it is for an appellation of origin or for a geographical indication."),
    gettext_noop("The basic mark ceased to have effect while the registration depended on it"),
    gettext_noop("The basic mark ceases to have effect"),
    gettext_noop("The basic mark has not ceased to have effect."),
    gettext_noop("The beneficiaries are designated, collectively or by name."),
    gettext_noop("The change has effect there"),
    gettext_noop("The change in ownership has no effect in the party"),
    gettext_noop("The claim to priority is disregarded (Rule 15(2)(i))"),
    gettext_noop("The claim to priority is not recorded"),
    gettext_noop(
        "The class and subclass of the Locarno Classification are given, as in 06-01; the Bureau looks at them again."
    ),
    gettext_noop("The contracting party of origin is named, and bound on the day of the application."),
    gettext_noop("The date of the registration cannot be kept"),
    gettext_noop(
        "The day of receipt; that applicant, mark, indications and colours are those of the basic mark; that its list covers the goods and services. Sent within two months, the application keeps that day."
    ),
    gettext_noop("The decision can no longer be appealed. The notice names authority, day, goods and services."),
    gettext_noop(
        "The declaration is signed by the applicant and goes with the application or the subsequent designation."
    ),
    gettext_noop("The delay is not excused"),
    gettext_noop("The designation bears the day of receipt in Geneva"),
    gettext_noop("The designation is considered abandoned; fees are paid back, less half of the basic fee"),
    gettext_noop("The designation of the European Union has not been withdrawn, refused or ended, not even in part."),
    gettext_noop("The fee of a micro entity is paid with a certification of that status (DM/1, Annex IV)."),
    gettext_noop("The fee of the deferred publication is not paid"),
    gettext_noop("The file of a reproduction has at most two megabytes."),
    gettext_noop("The filing date is the day of receipt in Geneva"),
    gettext_noop("The filing whose priority is claimed is earlier than the application."),
    gettext_noop("The geographical area of production, or of origin, is named."),
    gettext_noop("The good or goods to which the name applies are named."),
    gettext_noop("The goods and services are covered by those of the basic mark."),
    gettext_noop("The goods and services for which protection is asked are listed."),
    gettext_noop("The holder must have been heard in good time (Art. 15(1))."),
    gettext_noop("The individual fee is not paid"),
    gettext_noop("The licence is taken out of the International Register."),
    gettext_noop("The licence stays in the International Register, with the declaration beside it."),
    gettext_noop("The limitation does not contain what is outside them"),
    gettext_noop("The limitation has no effect in the party"),
    gettext_noop(
        "The list is made narrower in all or some parties. An Office can declare that it has no effect there."
    ),
    gettext_noop("The longest protection in the party has ended"),
    gettext_noop("The mark is not registered yet."),
    gettext_noop("The mark is protected as if it had been registered there (Art. 4(1)(a))"),
    gettext_noop("The mark is registered already."),
    gettext_noop(
        "The mark is shown by a picture (JPEG, PNG, TIFF), a sound by MP3 or WAV, a film by MP4, within limits of size."
    ),
    gettext_noop("The missed time limit stays missed"),
    gettext_noop("The name is protected at home on the day of the application."),
    gettext_noop("The name of every applicant must be given."),
    gettext_noop(
        "The national or regional application has the date of the registration, or of the subsequent designation, and its priority. Fees and forms are those of the Office."
    ),
    gettext_noop("The new owner has no link with a contracting party."),
    gettext_noop(
        "The notice of the International Bureau says how much. Fees for classification are paid in the same way."
    ),
    gettext_noop("The numbers of designs and of reproductions are stated; they are those that are there."),
    gettext_noop(
        "The others end in the parties that are named. During a deferment they stay unpublished (Art. 11(5))."
    ),
    gettext_noop("The part that changes hands becomes a registration of its own, with the number and a letter."),
    gettext_noop("The party has received the notification"),
    gettext_noop("The party is considered not to have been designated; its fee is paid back"),
    gettext_noop("The party is notified, and may refuse from then on."),
    gettext_noop("The party may still refuse"),
    gettext_noop("The party of origin must ask for it where the name is no longer protected at home."),
    gettext_noop("The party of the Office of origin cannot be designated."),
    gettext_noop("The party of the holder cannot be designated."),
    gettext_noop("The proposal stands"),
    gettext_noop("The publication fee has been paid."),
    gettext_noop("The publication is sent to the Office"),
    gettext_noop("The refusal is confirmed"),
    gettext_noop("The refusal is withdrawn"),
    gettext_noop("The registration bears the day on which the International Bureau received the application"),
    gettext_noop("The registration did not come of a division."),
    gettext_noop("The registration did not come of a partial change in ownership."),
    gettext_noop("The registration has been cancelled."),
    gettext_noop("The registration has been published."),
    gettext_noop("The registration has effect in no party."),
    gettext_noop("The registration has no effect there"),
    gettext_noop("The registration has the effect of a grant there (Art. 14(2))"),
    gettext_noop("The registration is cancelled (Rule 16(5))"),
    gettext_noop("The registration is cancelled for that party"),
    gettext_noop("The registration is cancelled for that party (Rule 34(3)(d))"),
    gettext_noop("The registration is not renewed; what was paid is returned"),
    gettext_noop("The registration is protected in no party."),
    gettext_noop("The registration is protected in the party"),
    gettext_noop("The registration lapses on the due date"),
    gettext_noop("The registration lapses on the due date; what was paid too little is paid back"),
    gettext_noop(
        "The registration no longer depended on the basic mark, and no proceedings had begun within the five years."
    ),
    gettext_noop(
        "The registration no longer depends on the basic mark, but for proceedings that began before this day."
    ),
    gettext_noop("The registration was not renewed."),
    gettext_noop("The registration, the law or the decision is identified by which the name is protected at home."),
    gettext_noop("The renunciation is withdrawn"),
    gettext_noop("The request for deferment is disregarded"),
    gettext_noop("The request is abandoned; fees less half are paid back"),
    gettext_noop("The request is considered abandoned; fees are paid back, less half"),
    gettext_noop("The same person holds both again. They go on under the number of that from which the part came."),
    gettext_noop("The second part of the fee is not paid"),
    gettext_noop("The term and the months of grace are over"),
    gettext_noop("The term ends within six months"),
    gettext_noop("The term has ended; renewal is possible with a surcharge"),
    gettext_noop("The term is over; renewal is possible with a surcharge"),
    gettext_noop("The term runs"),
    gettext_noop("The term stands with a remark; where no class is given for it, it is deleted (Rule 13(2)(b))"),
    gettext_noop("The time for refusal has passed"),
    gettext_noop("The time limit for it is over."),
    gettext_noop("The time limit that was missed is not one of those for which the law offers continued processing."),
    gettext_noop("The translation stands"),
    gettext_noop("There is no decision or grant that a further decision could change."),
    gettext_noop("There is no international registration yet."),
    gettext_noop("They began within the five years. Their result is told when it is final."),
    gettext_noop("Time is given by a party that has not refused, or has withdrawn its refusal."),
    gettext_noop("Transferred to another registration"),
    gettext_noop("Under the Geneva Act an appellation of origin has given the product its reputation."),
    gettext_noop("Under the Geneva Act up to fifteen years, under the Act of 1967 up to two."),
    gettext_noop("What Rule 14(2) names moves the filing date to the day on which it is remedied."),
    gettext_noop("What a party is limited to stands in the list of the application."),
    gettext_noop(
        "What is designated is bound by the Protocol on the day of filing; a State of a common Office only through it."
    ),
    gettext_noop("What is missing in a request to record a change, a licence or a division is put right."),
    gettext_noop("What is named is not bound by the Protocol, or can only be designated through a common Office."),
    gettext_noop("What is not named is refused for good, as far as the Office is concerned."),
    gettext_noop("What is paid more than six months before the due date is treated as paid six months before it."),
    gettext_noop("What is said of review was missing. Completed in time, the refusal keeps its date."),
    gettext_noop(
        "What the International Bureau found missing or wrong is put right. It told the Office of origin too."
    ),
    gettext_noop("What the Office has decided provisionally becomes final"),
    gettext_noop(
        "Where a designated party allows no deferment, it is withdrawn within a month, or deferment is disregarded."
    ),
    gettext_noop("Where a designated party asks for a claim, there is one for it."),
    gettext_noop("Where a designated party asks for a description, every design has a brief one."),
    gettext_noop("Where a designated party asks for the identity of the creator, every creator is named."),
    gettext_noop("Where colours are claimed the reproduction is in colour."),
    gettext_noop("Where colours are claimed, the Office certifies that they are those of the basic mark."),
    gettext_noop("Where publication is wanted at a chosen time, that time is given, and it is not past."),
    gettext_noop(
        "Where that designation was withdrawn, refused or ended, member States are designated in its place, with its date. The request goes through the Office of the Union."
    ),
    gettext_noop(
        "Where the European Union is designated a second language of its Office, beside that of the application, is named."
    ),
    gettext_noop(
        "Where the law of a designated party wants the application in the name of the creator, the creator is named."
    ),
    gettext_noop(
        "Where the mark has other than Latin letters, or other than Arabic or Roman numerals, they are transliterated."
    ),
    gettext_noop("Where the mark is one of colour as such, or colours are claimed, they are named."),
    gettext_noop(
        "Where the number, a party, goods and services or the intention to use was missing, the designation bears the day on which it is remedied."
    ),
    gettext_noop(
        "Where the party of the Office of origin is an organization, the State in which the link lies is named."
    ),
    gettext_noop("Which parties have declared so is not in our data: the application says it."),
    gettext_noop("Who told of the restriction tells that it has been removed."),
    gettext_noop(
        "With all grounds, the designs concerned, and how and until when it can be reviewed. Form and contents that the Act provides for are no ground (Art. 12(1))."
    ),
    gettext_noop("With the International Bureau"),
    gettext_noop("With the Office of origin"),
    gettext_noop(
        "With the facts, the goods and services concerned, and the request to cancel the registration to that extent. Registrations that came out of it by a partial change or a division are cancelled with it."
    ),
    gettext_noop("With the grounds, and the earlier right where it rests on one. A refusal may be for a part only."),
    gettext_noop("With the official form, the fee and every act that was missed"),
    gettext_noop(
        "With the registration from which it was divided, under the number of that; both have the same holder."
    ),
    gettext_noop("Withdraw a party that allows no deferment"),
    gettext_noop("Withdraw a refusal"),
    gettext_noop("Withdraw a renunciation"),
    gettext_noop("Withdraw the designation of a party that allows no deferment."),
    gettext_noop("Without it the application is rejected."),
    gettext_noop("anyone"),
    gettext_noop("anyone concerned"),
    gettext_noop("applicant"),
    gettext_noop("applicant or Office of origin"),
    gettext_noop("applicant or holder"),
    gettext_noop("former holder"),
    gettext_noop("holder"),
    gettext_noop("holder or licensee"),
    gettext_noop("holder or new owner"),
    gettext_noop("holder or representative"),
    gettext_noop("interested party"),
    gettext_noop("representative"),
    gettext_noop("third parties"),
)
