"""Texts for the translators, written by ``python -m chancery.site.lexicon_maker``. Do not edit."""

# ruff: noqa: E501

from django.utils.translation import gettext_noop

WORDS = (
    gettext_noop("A copy of the earlier application, certified by the Office with which it was filed."),
    gettext_noop(
        "A declaration under Rule 4.17 spares the applicant a document before designated Offices: inventor, right to apply, right to priority, inventorship, disclosures without prejudice."
    ),
    gettext_noop("A defect mended within one month more, before the claim is declared void (Rule 26bis.2(b))"),
    gettext_noop(
        "A listing in XML (WIPO Standard ST.26) lets the Authority search the sequences. It serves the search and does not become part of the application."
    ),
    gettext_noop("A withdrawal is signed by all applicants, or by an agent with a power of attorney from all of them."),
    gettext_noop("Add a priority claim"),
    gettext_noop("Add or correct a declaration"),
    gettext_noop(
        "After the search report all claims are handed in anew, once, with a letter that says what is changed and where it rests in the application as filed. A statement of up to 500 words may explain it."
    ),
    gettext_noop("Amend claims, description or drawings under Article 34"),
    gettext_noop("Amend the claims under Article 19"),
    gettext_noop(
        "An Authority examines novelty, inventive step and industrial applicability, and writes a second report. All designated States bound by Chapter II are elected."
    ),
    gettext_noop("An agent who signs a withdrawal shows a power of attorney from all applicants; it is never waived."),
    gettext_noop("An applicant, or the agent or common representative, signs."),
    gettext_noop(
        "An earlier application is claimed that the request did not name. Where the priority date changes by it, the time limits that have not expired are counted again."
    ),
    gettext_noop(
        "Another Authority that offers it searches once more, in its own languages. It cannot be the one that made the international search; each further Authority is asked by its own request."
    ),
    gettext_noop("Any paper after the filing comes with a signed letter that names the application."),
    gettext_noop(
        "Anyone, also without a name, may point to documents that speak against novelty or inventive step, from publication on. The applicant, the Authorities and the designated Offices receive them."
    ),
    gettext_noop("Appoint an agent or a common representative"),
    gettext_noop(
        "Arguments or amendments answer the opinion, in the time that the Authority has set. It may be extended on request before it ends."
    ),
    gettext_noop("Ask for copies of the file"),
    gettext_noop("Ask for review by designated Offices"),
    gettext_noop("Ask for the rectification of an obvious mistake"),
    gettext_noop(
        "Before the examination report is made, everything can be amended within what was filed. Replacement sheets come with a letter; what arrives after the report is begun need not be considered."
    ),
    gettext_noop(
        "By a power of attorney signed by the applicants, or a copy of a general one. A new agent for the same acts ends the power of the one before, unless the applicants say otherwise."
    ),
    gettext_noop("Comment on a third-party observation"),
    gettext_noop("Confirm that a part is incorporated by reference"),
    gettext_noop("Correct a priority claim"),
    gettext_noop("Correct the demand"),
    gettext_noop(
        "Date, number or Office of an earlier application are put right. A defect that the Office has pointed out can be mended within one month more, until the claim is declared void."
    ),
    gettext_noop("Demand international preliminary examination"),
    gettext_noop(
        "Each Office receives a translation where needed and the national fee; the application then goes on as a national or regional one. Many Offices have a longer time limit of their own."
    ),
    gettext_noop("Early publication has been requested."),
    gettext_noop("Early publication has not been requested."),
    gettext_noop("Enter the national phase"),
    gettext_noop("Excused: when the time limit ended, the electronic means of the Office were not available"),
    gettext_noop("Furnish a missing part"),
    gettext_noop("Furnish a priority document"),
    gettext_noop("Furnish a sequence listing for the search"),
    gettext_noop("Furnish a translation"),
    gettext_noop("Have a late part disregarded"),
    gettext_noop("Have a refused rectification published"),
    gettext_noop("Have the priority document fetched from a digital library"),
    gettext_noop("International preliminary examination has been demanded."),
    gettext_noop("International preliminary examination has not been demanded."),
    gettext_noop("It comes too late to be shown in the publication: the technical preparations are completed."),
    gettext_noop("It comes too late to prevent publication: the technical preparations are completed."),
    gettext_noop("It has effect where it arrives before the supplementary report is sent."),
    gettext_noop("It is not treated as an international application."),
    gettext_noop("No Office has refused a filing date or considered the application withdrawn."),
    gettext_noop(
        "No applicant is a resident or a national of a State bound by Chapter II whose Office, or the International Bureau for it, received the application."
    ),
    gettext_noop("No international filing date has been accorded."),
    gettext_noop("No international search report has been transmitted yet."),
    gettext_noop("No part has arrived later and moved the filing date."),
    gettext_noop("No priority is claimed."),
    gettext_noop("No priority was claimed on the day of filing."),
    gettext_noop("No rectification has been refused."),
    gettext_noop("No supplementary search has been requested."),
    gettext_noop("No translation is needed for publication, and none has been asked for."),
    gettext_noop("No written opinion has been notified."),
    gettext_noop("Nobody is named as agent or common representative."),
    gettext_noop("Nothing has been filed yet."),
    gettext_noop("Of several applicants without an agent, the common representative signs for all."),
    gettext_noop(
        "Only one thing can have been meant, and nothing else. The receiving Office decides on the request; on the description, claims and drawings the searching Authority, after a demand the examining Authority; on other papers the International Bureau."
    ),
    gettext_noop("Pay additional search fees"),
    gettext_noop("Propose changes to the abstract"),
    gettext_noop("Publication waits again for eighteen months, and priority claims can be corrected or added."),
    gettext_noop("Record a change of applicant, inventor, name or address"),
    gettext_noop("Replace what was filed by mistake"),
    gettext_noop("Reply to a written opinion"),
    gettext_noop("Request a supplementary international search"),
    gettext_noop("Request early publication"),
    gettext_noop("Request restoration of the right of priority"),
    gettext_noop("Restrict the claims, or pay additional examination fees"),
    gettext_noop("Revoke the appointment of an agent"),
    gettext_noop("Say that licences are available"),
    gettext_noop("Send a letter or a document"),
    gettext_noop(
        "Sheets of the description, claims or drawings that were missing are handed in. The filing date moves to the day on which they arrive, unless they are incorporated by reference."
    ),
    gettext_noop("Some Offices allow more time, or entry with a surcharge; reinstatement under Rule 49.6"),
    gettext_noop("Still in time until international publication, if it reaches the International Bureau by then"),
    gettext_noop("Still in time until international publication, whose day is only expected"),
    gettext_noop("Still in time until the declaration, and before 15 months from the priority date (Rule 12.3(d))"),
    gettext_noop("Still in time until the declaration, and before 17 months from the priority date (Rule 12.4(d))"),
    gettext_noop("Still in time until the technical preparations for publication are completed"),
    gettext_noop("Submit a third-party observation"),
    gettext_noop("Take back that licences are available"),
    gettext_noop("The International Bureau has the priority document."),
    gettext_noop(
        "The International Bureau publishes the application without waiting for eighteen months. A fee is due where the search report is not there yet. Priority claims can no longer be corrected or added."
    ),
    gettext_noop(
        "The International Bureau records who the applicants and inventors are, and where they can be reached. A new applicant who asks without the signature of the old one furnishes proof of the transfer."
    ),
    gettext_noop(
        "The International Bureau sends the file to the Offices that are named. Each decides, for a national fee and with a translation, whether the refusal or the declaration was an error, and may keep the application alive."
    ),
    gettext_noop(
        "The abstract that stands in the search report, made or confirmed by the Authority, can be commented on."
    ),
    gettext_noop("The applicant's comment goes to the same Offices as the observation, and is published beside it."),
    gettext_noop(
        "The applicant, or anyone whom the applicant has authorized, receives copies of any document of the file."
    ),
    gettext_noop("The application ends for the States that are named. Where all are withdrawn, the application is."),
    gettext_noop("The application has been published."),
    gettext_noop("The application has been withdrawn."),
    gettext_noop("The application has not been published."),
    gettext_noop("The application is considered withdrawn."),
    gettext_noop("The application was filed within the priority period: there is nothing to restore."),
    gettext_noop("The claims have been amended under Article 19; that can be done once."),
    gettext_noop(
        "The description, the claims and the text of the drawings are put into a language in which the application can be searched and published. After an invitation the Office may ask a late fee."
    ),
    gettext_noop("The elections of the States that are named end. Where all are withdrawn, the demand is."),
    gettext_noop(
        "The examination ends. For the national phase it counts as if it had not been demanded, unless the withdrawal comes before the time limit of Chapter I ends or national law says otherwise."
    ),
    gettext_noop("The examining Authority has not invited to correct the demand."),
    gettext_noop("The examining Authority has not invited to restrict the claims or to pay."),
    gettext_noop("The indication is taken out of the public file."),
    gettext_noop(
        "The international application ends everywhere, but for Offices that have begun to process it. It may be made on condition that publication is prevented: then it has no effect where it comes too late for that."
    ),
    gettext_noop("The international preliminary examination report has been established."),
    gettext_noop("The international search is over."),
    gettext_noop("The last day on which a late translation is still in time is over."),
    gettext_noop("The month after the time limit is over, or the claim has been declared void."),
    gettext_noop(
        "The part that came late is considered not to have been furnished, and the first filing date is restored."
    ),
    gettext_noop("The public file shows that the applicant is ready to license the invention, and on which terms."),
    gettext_noop("The receiving Office does not incorporate missing parts by reference."),
    gettext_noop("The request did not state, on filing, that what is missing is incorporated by reference."),
    gettext_noop("The request, the reasons and the refusal are published with the application."),
    gettext_noop(
        "The right element or part replaces the wrong one, which is removed; the filing date moves. Where the right one is incorporated by reference, the date stays and the wrong one remains in the application."
    ),
    gettext_noop("The rule on parts filed by mistake applies to applications filed since 1 July 2020."),
    gettext_noop("The searching Authority has not asked for additional fees."),
    gettext_noop("The supplementary search report has been sent."),
    gettext_noop("The technical preparations for publication are completed."),
    gettext_noop("The technical preparations for publication are expected to be completed: it may come too late."),
    gettext_noop("The time limit for it is over."),
    gettext_noop(
        "The time limits of all Offices are over, and with them the twelve months in which rights may be reinstated."
    ),
    gettext_noop("There is no search report: the Authority has declared that it makes none."),
    gettext_noop("Thirty months from the priority date are over."),
    gettext_noop("Those who appointed the agent, or their successors, sign. The agent too may renounce it."),
    gettext_noop(
        "What is missing is wholly contained in the earlier application: sheets, a copy of that application, its translation where needed and the place of the part in it are furnished. The filing date stays."
    ),
    gettext_noop(
        "What the examining Authority objects to is put right, in the time that it has set. Then the demand counts from its first receipt, or from the correction where it could not be identified before."
    ),
    gettext_noop(
        "Where several inventions are claimed, the applicant restricts the claims to one, or pays for each further one, under protest where it is contested. Otherwise the Authority examines the main invention."
    ),
    gettext_noop(
        "Where the Authority finds several inventions, it searches the others for further fees; they may be paid under protest."
    ),
    gettext_noop(
        "Where the application came up to two months after the priority period, the receiving Office may restore the right, if the failure occurred in spite of due care or was unintentional. Reasons are given, and proof on demand."
    ),
    gettext_noop(
        "Where the priority date changes by it, the time limits that have not expired are counted again from the new one. The Bureau may still publish by the old date where the preparations are completed."
    ),
    gettext_noop(
        "With the access code the International Bureau fetches the copy itself. Where the receiving Office holds the earlier application, it can be asked to send the copy instead (Rule 17.1(b))."
    ),
    gettext_noop("Withdraw a priority claim"),
    gettext_noop("Withdraw a request for supplementary search"),
    gettext_noop("Withdraw designations"),
    gettext_noop("Withdraw elections"),
    gettext_noop("Withdraw the application"),
    gettext_noop("Withdraw the demand"),
    gettext_noop("Withdraw the request for early publication"),
)
