"""Texts for the translators, written by ``python -m chancery.site.lexicon_maker``. Do not edit."""

# ruff: noqa: E501

from django.utils.translation import gettext_noop

WORDS = (
    gettext_noop(
        "A claim is considered void where the international application comes more than two months after the priority period."
    ),
    gettext_noop("A claim is not void merely because the number is missing (Rule 26bis.2(c)(i))."),
    gettext_noop("A declaration must say which of the five kinds it is, and carry the standard wording."),
    gettext_noop("A defect mended within one month more, before the claim is declared void (Rule 26bis.2(b))"),
    gettext_noop("A designated Office may disregard it"),
    gettext_noop("A designated Office may disregard the claim, after giving an opportunity (Rule 17.1(c))"),
    gettext_noop(
        "A filing up to two months late keeps the claim (Rule 26bis.2(c)(iii)); the right itself is had only by restoration."
    ),
    gettext_noop("A filing up to two months later keeps the claim; the right is had by restoration (Rule 26bis.3)"),
    gettext_noop("A name or address not written in the Latin alphabet must also be given in it."),
    gettext_noop("A part that on its face appears to be a claim or claims must be there."),
    gettext_noop("A part that on its face appears to be a description must be there."),
    gettext_noop("A priority claim must name the State or Office with which the earlier application was filed."),
    gettext_noop("A priority claim must say on which date the earlier application was filed."),
    gettext_noop("A priority claim should give the number of the earlier application."),
    gettext_noop("A sequence listing must follow WIPO Standard ST.26, that is, be an XML file."),
    gettext_noop(
        "A statement that what is missing is incorporated from the earlier application can only be made on filing."
    ),
    gettext_noop("Add or correct a declaration under Rule 4.17."),
    gettext_noop("Add or correct the indications on a parent application or grant (Rule 4.11)."),
    gettext_noop("After an invitation one month more, with a surcharge (Rule 58bis.1)"),
    gettext_noop("After an invitation, 16 months from the priority date, with a late fee"),
    gettext_noop("After an invitation, one month from it or two from receipt, whichever is later, with a late fee"),
    gettext_noop("After the invitation one month more, with a late payment fee"),
    gettext_noop("Amend the claims, once (Article 19)."),
    gettext_noop("An abstract must be there."),
    gettext_noop(
        "An application has one description, one part with the claims, one abstract and, where needed, drawings."
    ),
    gettext_noop(
        "An application in another language than the ten of publication must be translated within 14 months of the priority date."
    ),
    gettext_noop("An earlier application cannot be later than the international application."),
    gettext_noop("Ask for the rectification of an obvious mistake."),
    gettext_noop("Ask that the late part be disregarded, to keep the first filing date."),
    gettext_noop("Ask the International Bureau to publish information on a claim that came too late, with a fee."),
    gettext_noop("At least one applicant must be a resident or a national of a Contracting State."),
    gettext_noop("Comment on a third-party observation."),
    gettext_noop("Communicate the report on patentability (Chapter I) to the designated Offices."),
    gettext_noop("Complete the technical preparations for publication."),
    gettext_noop("Considered withdrawn"),
    gettext_noop("Considered withdrawn (Art. 14(1)(b)), but never for defects of Rule 11 if good enough to publish"),
    gettext_noop("Correct or add a priority claim."),
    gettext_noop("Correct the defects of form."),
    gettext_noop("Correct what stands against the filing date, or confirm that it is incorporated by reference."),
    gettext_noop("Demand international preliminary examination (Chapter II)."),
    gettext_noop("Drawings must be in durable black lines, without colourings."),
    gettext_noop("Each part must be the description, the claims, the abstract, the drawings or the sequence listing."),
    gettext_noop("Each person named must be an applicant, an inventor, or both."),
    gettext_noop("Early publication requested"),
    gettext_noop("Enter the national or regional phase after a demand, with each elected Office."),
    gettext_noop(
        "Enter the national or regional phase: copy, translation and national fee, with each designated Office."
    ),
    gettext_noop("Establish the international preliminary examination report."),
    gettext_noop("Establish the international search report and the written opinion."),
    gettext_noop("File the international application."),
    gettext_noop("Find, after according a filing date, that the requirements for it were not met."),
    gettext_noop("For each applicant, name, address, nationality and residence must be indicated."),
    gettext_noop("For the filing date it is enough that the applicant can be identified (Rule 20.1(b))."),
    gettext_noop("Furnish a certified copy of the earlier application, or ask for its transmittal."),
    gettext_noop("Furnish a missing or correct part, or confirm that it is incorporated by reference."),
    gettext_noop("Furnish a translation for the search, where the searching Authority does not accept the language."),
    gettext_noop("Furnish a translation into a language of publication."),
    gettext_noop("Furnish indications on deposited biological material."),
    gettext_noop("Handling fee"),
    gettext_noop("Have a change of applicant, agent or inventor recorded; receipt at the International Bureau counts."),
    gettext_noop("Have the record copy reach the International Bureau."),
    gettext_noop("If none arrives within three months of the Bureau's notice, considered withdrawn (Art. 12(3))"),
    gettext_noop("International Bureau"),
    gettext_noop("International filing date accorded"),
    gettext_noop("International filing fee"),
    gettext_noop("International preliminary examination demanded"),
    gettext_noop("International search report transmitted"),
    gettext_noop("Invitation with a late payment fee; failing that, considered withdrawn (Art. 14(3))"),
    gettext_noop("Invited to correct under Article 11"),
    gettext_noop("It has no effect"),
    gettext_noop("It has no effect; publication is prevented only if it arrives before technical preparations end"),
    gettext_noop(
        "It is enough for one applicant who is entitled to file with the receiving Office (Rule 26.2bis(b)); Rule 4.5 asks the rest of every applicant."
    ),
    gettext_noop("It is not treated as an international application (Rule 20.4)"),
    gettext_noop("It is not treated in the international phase"),
    gettext_noop("It may be made on condition that publication is prevented"),
    gettext_noop("Its sheet counts for the fee even while it is missing."),
    gettext_noop(
        "Languages of publication are Arabic, Chinese, English, French, German, Japanese, Korean, Portuguese, Russian and Spanish (Rule 48.3(a)). A translation furnished for the search (Rule 12.3) serves as well."
    ),
    gettext_noop("Late payment fee"),
    gettext_noop("National law may allow more time"),
    gettext_noop("Nationality and residence must be indicated by the name of a State."),
    gettext_noop("No copy is needed where the Office of filing or a digital library (DAS) furnishes it"),
    gettext_noop("No restoration in the international phase; designated Offices may still restore (Rule 49ter.2)"),
    gettext_noop("Not treated as an international application"),
    gettext_noop("Notify the applicant which Offices asked for the application to be communicated."),
    gettext_noop(
        "Once the data of one entitled applicant are complete, what is missing for another has no sanction (Rule 26.2bis(b)). Until then Article 14(1)(a)(ii) asks for those of the first, and this rule for the rest."
    ),
    gettext_noop(
        "One applicant is enough (Rule 19.2). Filed with another Office, it is passed on to the International Bureau and keeps the date of receipt (Rule 19.4)."
    ),
    gettext_noop(
        "Only the designations of Germany, Japan and the Republic of Korea can be excluded, and only where an earlier application of that State is claimed."
    ),
    gettext_noop("Only the main invention is searched"),
    gettext_noop("Pay additional search fees, where appropriate under protest."),
    gettext_noop("Pay the handling fee and the preliminary examination fee."),
    gettext_noop("Pay the transmittal fee, the international filing fee and the search fee."),
    gettext_noop("Pay what is missing, with the late payment fee."),
    gettext_noop("Persons must be named by family name and given name, legal entities by their full official name."),
    gettext_noop("Publish the application nationally, where international publication has not come before."),
    gettext_noop("Publish the international application."),
    gettext_noop("Published"),
    gettext_noop("Received, not yet accorded a filing date"),
    gettext_noop("Request a supplementary international search."),
    gettext_noop("Request reinstatement of rights with a designated Office, after a missed time limit of Article 22."),
    gettext_noop("Request restoration of the right of priority, with reasons and fee."),
    gettext_noop("Request, abstract and the free text of a sequence listing do not count (Rule 20.1(c))."),
    gettext_noop("Search copy with the searching Authority"),
    gettext_noop("Search fee"),
    gettext_noop(
        "Sheets must admit of direct reproduction; text that a machine can read also makes the application findable."
    ),
    gettext_noop("Sheets must be of A4 size, 29.7 by 21 centimetres, used upright."),
    gettext_noop(
        "Sheets of drawings need margins of at least 2.5 cm at the top, 2.5 cm left, 1.5 cm right and 1 cm at the bottom."
    ),
    gettext_noop(
        "Sheets of text need margins of at least 2 cm at the top, 2.5 cm left, 2 cm right and 2 cm at the bottom."
    ),
    gettext_noop("Some Offices allow more time, or entry with a surcharge; reinstatement under Rule 49.6"),
    gettext_noop("Special publication fee"),
    gettext_noop("Submit a third-party observation on novelty or inventive step, from publication on."),
    gettext_noop("Submit arguments against the finding that no filing date should have been accorded."),
    gettext_noop("The International Searching Authority must be named where more than one is competent."),
    gettext_noop(
        "The Office looks only for an obvious lack of the right. An applicant of whom neither residence nor nationality is given does not obviously lack it; Rule 4.5 asks for what is missing."
    ),
    gettext_noop("The Office may extend the time for the fee alone, by up to two months (Rule 26bis.3(d))"),
    gettext_noop(
        "The abstract should be as short as the disclosure permits, in English preferably from 50 to 150 words."
    ),
    gettext_noop("The address, the nationality and the residence of an applicant must be given."),
    gettext_noop("The amendment is not accepted"),
    gettext_noop("The application is considered withdrawn"),
    gettext_noop("The application is considered withdrawn (Art. 14(3))"),
    gettext_noop("The application is considered withdrawn (Art. 14(4))"),
    gettext_noop(
        "The application is filed with the Office of a State of which an applicant is resident or national, or with the International Bureau."
    ),
    gettext_noop("The change is not recorded in the international phase"),
    gettext_noop("The claim is considered void, or is not added"),
    gettext_noop("The claim is void if filing comes more than two months late and it is not corrected"),
    gettext_noop("The comment is not passed on"),
    gettext_noop("The corrected filing date stands"),
    gettext_noop("The demand is considered not to have been submitted"),
    gettext_noop("The description and the claims must be in a language that the receiving Office accepts."),
    gettext_noop("The effect in that State ceases (Art. 24(1)(iii))"),
    gettext_noop("The effect in that State ceases (Art. 39(2))"),
    gettext_noop("The file reference has at most 25 characters, in Latin letters or Arabic figures."),
    gettext_noop(
        "The file reference may stand in the upper left corner, within 1.5 cm of the top, and line numbers in the right half of the left margin; a machine that sees only ink cannot tell them apart."
    ),
    gettext_noop("The filing date stands"),
    gettext_noop("The information is not published"),
    gettext_noop(
        "The international application must be filed within twelve months of the earlier one, or restoration requested."
    ),
    gettext_noop("The inventor should be named: the law of some designated States requires it."),
    gettext_noop("The missing or correct part is disregarded"),
    gettext_noop("The mistake is not rectified"),
    gettext_noop("The name and the address of an agent must be indicated."),
    gettext_noop("The name of the applicant must be given."),
    gettext_noop("The observation is not accepted"),
    gettext_noop("The order is: request, description, claims, abstract, drawings, sequence listing."),
    gettext_noop("The priority claim stands"),
    gettext_noop("The receiving Office may extend it at any time before it decides"),
    gettext_noop("The request is considered not to have been submitted"),
    gettext_noop("The request must be signed by the applicant or the agent."),
    gettext_noop("The rights are not reinstated; some Offices do not apply this Rule (Rule 49.6(f))"),
    gettext_noop(
        "The searching Authority may invite to furnish one (Rule 13ter.1); what comes later is for the search only."
    ),
    gettext_noop("The title of the invention must be given."),
    gettext_noop("The title should be short and precise, in English preferably from two to seven words."),
    gettext_noop("The usable area is then at most 26.2 by 17 cm."),
    gettext_noop("Time limits not yet expired are counted again from the new priority date (Rule 90bis.3(d))"),
    gettext_noop("Transmittal fee"),
    gettext_noop(
        "Where there are several applicants, the signature of one is enough for the receiving Office (Rule 26.2bis(a))."
    ),
    gettext_noop(
        "Which Authorities are competent depends on the receiving Office, with the International Bureau on the Office with which the applicant could have filed (Rule 35.3). That table is not in our data: any Authority passes here."
    ),
    gettext_noop("Withdraw a priority claim."),
    gettext_noop("Withdraw the demand or an election."),
    gettext_noop("Withdraw the designation of a State."),
    gettext_noop("Withdraw the international application. All applicants sign."),
    gettext_noop("Withdrawals, amendments and changes that arrive later do not reach the publication"),
    gettext_noop("Withdrawn"),
    gettext_noop("anyone"),
    gettext_noop("applicant"),
    gettext_noop("designated Office"),
    gettext_noop("examining Authority"),
    gettext_noop("international publication, if it reaches the International Bureau by then"),
    gettext_noop("receiving Office"),
    gettext_noop("searching Authority"),
    gettext_noop("the declaration that the application is considered withdrawn"),
    gettext_noop("the declaration, and before 15 months from the priority date (Rule 12.3(d))"),
    gettext_noop("the declaration, and before 17 months from the priority date (Rule 12.4(d))"),
    gettext_noop("the invitation PCT/RO/133 is sent (Rule 16bis.1(d))"),
    gettext_noop("the notification that there is no international application (elements only, Rule 20.7(b))"),
    gettext_noop("the receiving Office decides"),
    gettext_noop("the technical preparations for publication are completed"),
)
