"""Texts for the translators, written by ``python -m chancery.site.lexicon_maker``. Do not edit."""

# ruff: noqa: E501

from django.utils.translation import gettext_noop

WORDS = (
    gettext_noop("A State that is named is not a member of the European Union."),
    gettext_noop(
        "A State that was part of a designated one declared that registrations go on there. The holder asks for it."
    ),
    gettext_noop(
        "A cancellation is for all parties; in some of them protection is given up by a renunciation or a limitation."
    ),
    gettext_noop("A court, or the Office itself, has changed for which goods and services the mark is protected."),
    gettext_noop("A division is for one designated party, through its Office."),
    gettext_noop("A party that has refused everything is not renewed, unless the holder asks to keep it."),
    gettext_noop("A party that is named does not divide registrations."),
    gettext_noop("A party that is named does not merge registrations that came of a division."),
    gettext_noop("A party that is named does not take registrations from before the Protocol was in force there."),
    gettext_noop("A party that is named has not declared that it refuses on oppositions after eighteen months."),
    gettext_noop("A party that is named is designated for all of it already."),
    gettext_noop("A party that is named is not designated."),
    gettext_noop("A provisional refusal was sent; what follows it is a decision under Rule 18ter(2) or (3)."),
    gettext_noop(
        "All grounds with their provisions, the earlier mark, the goods and services, and how and until when review can be asked for. One without grounds, or too late, is no refusal. After a correction the time is counted again."
    ),
    gettext_noop("All procedures before the Office are over, and nothing is protected."),
    gettext_noop("Also for a term that is incomprehensible or linguistically incorrect."),
    gettext_noop("Amend the recording of a licence"),
    gettext_noop(
        "An earlier registration of the same mark in or for a member State is claimed, so that it can be given up without loss. The claim goes with the application or the subsequent designation."
    ),
    gettext_noop(
        "An error in the International Register is put right. An Office can refuse its effect as it could refuse the designation, with the time counted again for what was corrected."
    ),
    gettext_noop("An error of an Office is no longer corrected; one of the International Bureau is."),
    gettext_noop("Answer a provisional refusal"),
    gettext_noop("Apply for international registration"),
    gettext_noop("Appoint a representative"),
    gettext_noop(
        "As soon as all procedures are over. Where nothing is sent in time, the mark is protected all the same."
    ),
    gettext_noop("As soon as the dates are known, at the latest with the refusal on an opposition."),
    gettext_noop("Ask for a correction"),
    gettext_noop("Ask for continued processing"),
    gettext_noop("Bring a limitation under the classes of the application"),
    gettext_noop(
        "By payment; the form is not needed. Parties can be left out. Those that have refused everything drop out, unless the holder asks to keep them; those that have invalidated everything drop out."
    ),
    gettext_noop("Cancel the recording of a licence"),
    gettext_noop("Cancel the registration"),
    gettext_noop("Certify and send an application"),
    gettext_noop("Claim seniority in the European Union"),
    gettext_noop("Comment on a corrected translation"),
    gettext_noop("Complete a refusal"),
    gettext_noop("Confirm a refusal of everything"),
    gettext_noop("Continue the effect in a successor State"),
    gettext_noop("Convert the designation of the European Union"),
    gettext_noop("Declare that a change in ownership has no effect"),
    gettext_noop("Declare that a licence has no effect"),
    gettext_noop("Declare that a limitation has no effect"),
    gettext_noop("Declare the intention to use the mark"),
    gettext_noop("Designate a party subsequently"),
    gettext_noop("Divide the registration"),
    gettext_noop(
        "Evidence shows that force majeure, or a failure of post or of electronic communication, caused the delay. The act is done with it, as soon as it can be."
    ),
    gettext_noop("File in a party what was cancelled with the basic mark"),
    gettext_noop("For all goods and services. The party can be designated again later."),
    gettext_noop(
        "For all or some of the goods and services, in all or some parties. The new owner must have a link with a contracting party. A new owner asks through the Office of the holder, or the own one."
    ),
    gettext_noop(
        "For all or some parties, goods and services; exclusive, sole or neither; with a term and a territory."
    ),
    gettext_noop(
        "For one party and some of the goods and services; they become a registration of their own, with the number and a letter. The Office sends the request on."
    ),
    gettext_noop(
        "Form, certification, entitlement, dates and grouping in classes. Continued processing is not open for it."
    ),
    gettext_noop("Give an opinion on a proposed classification"),
    gettext_noop("Goods and services of a limitation that stand in no class of the list are moved, or fall out of it."),
    gettext_noop("Goods and services that were cancelled cannot come back."),
    gettext_noop("Grant protection after a refusal, for all or some goods and services"),
    gettext_noop("Grant protection without a refusal before"),
    gettext_noop("Have a delay excused"),
    gettext_noop("Have it noted that the registration replaces an earlier one"),
    gettext_noop("In a party that is named the recording of a licence in the International Register has no effect."),
    gettext_noop(
        "In all or some parties. The holder tells of it, or the Office of the holder or of a designated party."
    ),
    gettext_noop(
        "In all parties, for all or some of the goods and services. What is cancelled cannot be designated again."
    ),
    gettext_noop("In no party that is named anything was cancelled with the basic mark."),
    gettext_noop("In that party the former owner stays the holder; the part becomes a registration of its own."),
    gettext_noop("In that party the goods and services stand as if they had not been limited."),
    gettext_noop("International Bureau"),
    gettext_noop(
        "It replaces a national or regional registration of the same holder and mark by itself, also in part; on request the Office takes note in its own register. Both may go on side by side."
    ),
    gettext_noop("Licensee, kind, term or extent of a licence that is recorded are changed."),
    gettext_noop("Merge a registration that came of a division"),
    gettext_noop("Merge registrations after a partial change in ownership"),
    gettext_noop("No designated party wants the declaration of intention to use the mark on a form of its own."),
    gettext_noop("No licence is recorded."),
    gettext_noop("No proceedings against the basic mark began within the five years."),
    gettext_noop("No provisional refusal was sent."),
    gettext_noop("No representative is appointed."),
    gettext_noop("No restriction of the holder's right of disposal is recorded."),
    gettext_noop("Nothing has come that this would answer, or it was answered."),
    gettext_noop("Nothing of what is named is left in the parties that are named."),
    gettext_noop("Nothing of what is named is protected in the parties that are named."),
    gettext_noop("Office of a designated party"),
    gettext_noop("Office of origin"),
    gettext_noop("Office of the designated party"),
    gettext_noop("One fee for all registrations of the holder in which the same change is recorded by one request."),
    gettext_noop("One representative only, before the International Bureau. A new appointment ends the one before."),
    gettext_noop("Only a party that has refused everything is kept by a statement."),
    gettext_noop("Only then can a refusal on an opposition come later than eighteen months."),
    gettext_noop("Pay the fees that are missing"),
    gettext_noop("Pay the rest of a renewal"),
    gettext_noop("Pay the second part of an individual fee"),
    gettext_noop("Propose another term for one that is too vague"),
    gettext_noop("Protection in every party is given up by a cancellation, not by a renunciation."),
    gettext_noop(
        "Protection is extended to a party, for all or some of the goods and services, from the day on which the International Bureau receives the request, or the Office, where it reaches Geneva within two months. It ends with the term of the registration."
    ),
    gettext_noop("Record a change in ownership"),
    gettext_noop("Record a change of the holder's name or address"),
    gettext_noop("Record a change of the representative's name or address"),
    gettext_noop("Record a licence"),
    gettext_noop("Record a limitation of goods and services"),
    gettext_noop("Record a restriction of the holder's right of disposal"),
    gettext_noop("Refuse provisionally"),
    gettext_noop("Remedy an irregularity of a request"),
    gettext_noop("Remedy an irregularity of a subsequent designation"),
    gettext_noop("Remedy an irregularity of the application"),
    gettext_noop("Remedy what only the Office of origin can remedy"),
    gettext_noop("Remove a restriction of the holder's right of disposal"),
    gettext_noop("Renew the registration"),
    gettext_noop("Renounce protection in some parties"),
    gettext_noop(
        "Review, appeal or an answer is asked for at the Office, by its own law and often through a representative there. The International Bureau takes no part."
    ),
    gettext_noop(
        "Seventy per cent at least was there, and the International Bureau told of the rest in the last three months of grace."
    ),
    gettext_noop("Some goods and services are given up by a limitation, not by a renunciation."),
    gettext_noop("Tell of a further decision"),
    gettext_noop("Tell of an invalidation"),
    gettext_noop("Tell of possible oppositions after eighteen months"),
    gettext_noop("Tell that no ground for refusal was found so far"),
    gettext_noop("Tell that proceedings against the basic mark go on after five years"),
    gettext_noop("Tell that the basic mark has ceased to have effect"),
    gettext_noop("Tell when the opposition period begins and ends"),
    gettext_noop("The European Union is not designated."),
    gettext_noop(
        "The International Bureau found something missing, and said so. Where it is what is said of review, there is no refusal before; completed in time, it keeps its date. Anything else is added to a refusal that stands."
    ),
    gettext_noop("The International Bureau has not notified the designation."),
    gettext_noop("The International Bureau proposed a correction of the translation of goods and services."),
    gettext_noop("The International Bureau proposed another grouping. Without an opinion its proposal stands."),
    gettext_noop("The International Bureau writes to the new address from then on."),
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
    gettext_noop("The Office of origin has received no request."),
    gettext_noop(
        "The act that was missed is done with the request. It is open for the applicant's or holder's own time limits before the International Bureau, but not for renewal, for answers to an Office, or for what the Office of origin has to remedy."
    ),
    gettext_noop("The application is considered abandoned."),
    gettext_noop(
        "The application rests on a mark that was filed or registered with the Office of origin, which certifies it and sends it to the International Bureau. A late application is registered without the priority."
    ),
    gettext_noop("The basic mark has not ceased to have effect."),
    gettext_noop(
        "The day of receipt; that applicant, mark, indications and colours are those of the basic mark; that its list covers the goods and services. Sent within two months, the application keeps that day."
    ),
    gettext_noop("The decision can no longer be appealed. The notice names authority, day, goods and services."),
    gettext_noop(
        "The declaration is signed by the applicant and goes with the application or the subsequent designation."
    ),
    gettext_noop("The designation of the European Union has not been withdrawn, refused or ended, not even in part."),
    gettext_noop("The licence is taken out of the International Register."),
    gettext_noop("The licence stays in the International Register, with the declaration beside it."),
    gettext_noop(
        "The list is made narrower in all or some parties. An Office can declare that it has no effect there."
    ),
    gettext_noop("The mark is not registered yet."),
    gettext_noop("The mark is registered already."),
    gettext_noop(
        "The national or regional application has the date of the registration, or of the subsequent designation, and its priority. Fees and forms are those of the Office."
    ),
    gettext_noop("The new owner has no link with a contracting party."),
    gettext_noop(
        "The notice of the International Bureau says how much. Fees for classification are paid in the same way."
    ),
    gettext_noop("The part that changes hands becomes a registration of its own, with the number and a letter."),
    gettext_noop("The party of the holder cannot be designated."),
    gettext_noop("The registration did not come of a division."),
    gettext_noop("The registration did not come of a partial change in ownership."),
    gettext_noop("The registration has been cancelled."),
    gettext_noop(
        "The registration no longer depended on the basic mark, and no proceedings had begun within the five years."
    ),
    gettext_noop("The registration was not renewed."),
    gettext_noop("The same person holds both again. They go on under the number of that from which the part came."),
    gettext_noop("The time limit that was missed is not one of those for which the law offers continued processing."),
    gettext_noop("There is no decision or grant that a further decision could change."),
    gettext_noop("They began within the five years. Their result is told when it is final."),
    gettext_noop("What is missing in a request to record a change, a licence or a division is put right."),
    gettext_noop("What is named is not bound by the Protocol, or can only be designated through a common Office."),
    gettext_noop("What is not named is refused for good, as far as the Office is concerned."),
    gettext_noop("What is paid more than six months before the due date is treated as paid six months before it."),
    gettext_noop(
        "What the International Bureau found missing or wrong is put right. It told the Office of origin too."
    ),
    gettext_noop(
        "Where that designation was withdrawn, refused or ended, member States are designated in its place, with its date. The request goes through the Office of the Union."
    ),
    gettext_noop(
        "Where the number, a party, goods and services or the intention to use was missing, the designation bears the day on which it is remedied."
    ),
    gettext_noop("Who told of the restriction tells that it has been removed."),
    gettext_noop(
        "With the facts, the goods and services concerned, and the request to cancel the registration to that extent. Registrations that came out of it by a partial change or a division are cancelled with it."
    ),
    gettext_noop(
        "With the registration from which it was divided, under the number of that; both have the same holder."
    ),
    gettext_noop("anyone concerned"),
    gettext_noop("applicant"),
    gettext_noop("former holder"),
    gettext_noop("holder"),
    gettext_noop("holder or licensee"),
    gettext_noop("holder or new owner"),
    gettext_noop("holder or representative"),
)
