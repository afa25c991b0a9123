"""Texts for the translators, written by ``python -m chancery.site.lexicon_maker``. Do not edit."""

# ruff: noqa: E501

from django.utils.translation import gettext_noop

WORDS = (
    gettext_noop(
        "A claim is considered void where the international application comes more than two months after the priority period."
    ),
    gettext_noop("A claim is not void merely because the number is missing (Rule 26bis.2(c)(i))."),
    gettext_noop(
        "A claim that refers to several others refers to them in the alternative only, and not to another such claim."
    ),
    gettext_noop(
        "A continuation or an addition must name the earlier application or grant: kind, State, number and date."
    ),
    gettext_noop("A copy of the earlier application, certified by the Office with which it was filed."),
    gettext_noop("A declaration as to the inventors must name each of them."),
    gettext_noop("A declaration must say which of the five kinds it is, and carry the standard wording."),
    gettext_noop("A declaration of inventorship must be signed by all inventors."),
    gettext_noop("A declaration of inventorship serves the designation of the United States of America only."),
    gettext_noop("A declaration on disclosures without prejudice must say on which day the invention was disclosed."),
    gettext_noop("A declaration on the right to claim priority has no object where no priority is claimed."),
    gettext_noop(
        "A declaration under Rule 4.17 spares the applicant a document before designated Offices: inventor, right to apply, right to priority, inventorship, disclosures without prejudice."
    ),
    gettext_noop("A defect mended within one month more, before the claim is declared void (Rule 26bis.2(b))"),
    gettext_noop("A designated Office may disregard it"),
    gettext_noop("A designated Office may disregard the claim, after giving an opportunity (Rule 17.1(c))"),
    gettext_noop(
        "A filing up to two months late keeps the claim (Rule 26bis.2(c)(iii)); the right itself is had only by restoration."
    ),
    gettext_noop("A filing up to two months later keeps the claim; the right is had by restoration (Rule 26bis.3)"),
    gettext_noop("A late part comes within two months of the first receipt, or of an invitation."),
    gettext_noop(
        "A listing in XML (WIPO Standard ST.26) lets the Authority search the sequences. It serves the search and does not become part of the application."
    ),
    gettext_noop("A name or address not written in the Latin alphabet must also be given in it."),
    gettext_noop(
        "A part is incorporated by reference only where the request stated so on the day of filing (Rule 4.18)."
    ),
    gettext_noop("A part is incorporated only from an earlier application that was claimed on the day of filing."),
    gettext_noop("A part that on its face appears to be a claim or claims must be there."),
    gettext_noop("A part that on its face appears to be a description must be there."),
    gettext_noop("A priority claim must name the State or Office with which the earlier application was filed."),
    gettext_noop("A priority claim must say on which date the earlier application was filed."),
    gettext_noop("A priority claim should give the number of the earlier application."),
    gettext_noop(
        "A reference to deposited biological material names the institution with its address, the day and the number."
    ),
    gettext_noop("A request for restoration must state the reasons for which the application came late."),
    gettext_noop("A sequence listing must follow WIPO Standard ST.26, that is, be an XML file."),
    gettext_noop(
        "A statement that what is missing is incorporated from the earlier application can only be made on filing."
    ),
    gettext_noop("A withdrawal is signed by all applicants, or by an agent with a power of attorney from all of them."),
    gettext_noop("Acceptance, up to 20 claims"),
    gettext_noop("Acknowledgement for Rule 19.4 applications (RO/US practice form)"),
    gettext_noop("Add a priority claim"),
    gettext_noop("Add or correct a declaration"),
    gettext_noop("Add or correct a declaration under Rule 4.17."),
    gettext_noop("Add or correct the indications on a parent application or grant (Rule 4.11)."),
    gettext_noop("Additional fee for examination"),
    gettext_noop("Additional search fee"),
    gettext_noop("Additional search fees asked for"),
    gettext_noop("After an invitation one month more, with a late payment fee (Rule 58bis.1)"),
    gettext_noop(
        "After an invitation one month more, with half of the handling fee as late payment fee (Rule 45bis.4(b))"
    ),
    gettext_noop("After an invitation, 16 months from the priority date, with a late fee"),
    gettext_noop("After an invitation, one month from it or two from receipt, whichever is later, with a late fee"),
    gettext_noop("After the invitation one month more, with a late payment fee"),
    gettext_noop(
        "After the search report all claims are handed in anew, once, with a letter that says what is changed and where it rests in the application as filed. A statement of up to 500 words may explain it."
    ),
    gettext_noop("Allowance"),
    gettext_noop("Amend claims, description and drawings before the designated Office (Article 28)."),
    gettext_noop("Amend claims, description or drawings under Article 34"),
    gettext_noop("Amend the claims under Article 19"),
    gettext_noop("Amend the claims, once (Article 19)."),
    gettext_noop("Amended under Article 34"),
    gettext_noop(
        "An Authority examines novelty, inventive step and industrial applicability, and writes a second report. All designated States bound by Chapter II are elected."
    ),
    gettext_noop("An abstract must be there."),
    gettext_noop("An address for letters is given only where there is no agent; otherwise letters go to the agent."),
    gettext_noop("An agent who signs a withdrawal shows a power of attorney from all applicants; it is never waived."),
    gettext_noop("An agent who signs the request alone needs a power of attorney from each applicant."),
    gettext_noop("An applicant, or the agent or common representative, signs."),
    gettext_noop(
        "An application has one description, one part with the claims, one abstract and, where needed, drawings."
    ),
    gettext_noop(
        "An application in another language than the ten of publication must be translated within 14 months of the priority date."
    ),
    gettext_noop("An application that discloses sequences needs a sequence listing."),
    gettext_noop("An earlier application cannot be later than the international application."),
    gettext_noop(
        "An earlier application counts where it was filed in or for a State of the Paris Union, or a member of the World Trade Organization."
    ),
    gettext_noop(
        "An earlier application is claimed that the request did not name. Where the priority date changes by it, the time limits that have not expired are counted again."
    ),
    gettext_noop(
        "An earlier search that is to be used must be identified by the Office, the number and the date of the earlier application."
    ),
    gettext_noop("An inventor is a natural person, and never a legal entity."),
    gettext_noop("An inventor who is not an applicant must be named by family name and given name, with an address."),
    gettext_noop(
        "Another Authority that offers it searches once more, in its own languages. It cannot be the one that made the international search; each further Authority is asked by its own request."
    ),
    gettext_noop("Any paper after the filing comes with a signed letter that names the application."),
    gettext_noop(
        "Anyone, also without a name, may point to documents that speak against novelty or inventive step, from publication on. The applicant, the Authorities and the designated Offices receive them."
    ),
    gettext_noop("Application considered withdrawn"),
    gettext_noop("Application received and numbered"),
    gettext_noop("Application withdrawn"),
    gettext_noop("Appoint an agent or a common representative"),
    gettext_noop(
        "Arguments or amendments answer the opinion, in the time that the Authority has set. It may be extended on request before it ends."
    ),
    gettext_noop("As national law says"),
    gettext_noop("Ask for a review of the opinion on unity of invention, with a review fee."),
    gettext_noop("Ask for copies of the documents cited in the search report."),
    gettext_noop("Ask for copies of the file"),
    gettext_noop("Ask for review by designated Offices"),
    gettext_noop("Ask for the file to be sent to designated Offices for review, and pay there (Article 25)."),
    gettext_noop("Ask for the rectification of an obvious mistake"),
    gettext_noop("Ask that the late part be disregarded, to keep the first filing date."),
    gettext_noop(
        "Ask the International Bureau to fetch the priority document from a digital library (DAS), before publication."
    ),
    gettext_noop("Ask the International Bureau to publish information on a claim that came too late, with a fee."),
    gettext_noop("Ask the International Bureau to publish the request for rectification that was refused, with a fee."),
    gettext_noop("Ask the competent Authority for the rectification of an obvious mistake."),
    gettext_noop(
        "Ask the receiving Office, where the earlier application was filed with it, to transmit the priority document."
    ),
    gettext_noop("At least one applicant must be a resident or a national of a Contracting State."),
    gettext_noop("Authority for supplementary search"),
    gettext_noop("Basic national fee"),
    gettext_noop(
        "Before the examination report is made, everything can be amended within what was filed. Replacement sheets come with a letter; what arrives after the report is begun need not be considered."
    ),
    gettext_noop(
        "By a power of attorney signed by the applicants, or a copy of a general one. A new agent for the same acts ends the power of the one before, unless the applicants say otherwise."
    ),
    gettext_noop("Change not recorded"),
    gettext_noop("Change of address recorded"),
    gettext_noop("Change of agent recorded"),
    gettext_noop("Change of applicant recorded"),
    gettext_noop("Change of inventor recorded"),
    gettext_noop("Claims amended under Article 19"),
    gettext_noop(
        'Claims do not rely on the description or the drawings, as in "as described in" or "as illustrated in figure".'
    ),
    gettext_noop("Comment on a third-party observation"),
    gettext_noop("Comment on a third-party observation."),
    gettext_noop("Communicate the report on patentability (Chapter I) to the designated Offices."),
    gettext_noop("Communicated to the designated Offices"),
    gettext_noop("Communication to designated Offices (notice under Rule 47.1(c))"),
    gettext_noop("Complete the technical preparations for publication."),
    gettext_noop("Confirm that a part is incorporated by reference"),
    gettext_noop("Considered withdrawn"),
    gettext_noop("Considered withdrawn (Art. 14(1)(b)), but never for defects of Rule 11 if good enough to publish"),
    gettext_noop("Correct a priority claim"),
    gettext_noop("Correct or add a priority claim."),
    gettext_noop("Correct the defects of form."),
    gettext_noop("Correct the demand, within the time that the Authority fixed."),
    gettext_noop("Correct the request for supplementary search."),
    gettext_noop("Correct what stands against the filing date, or confirm that it is incorporated by reference."),
    gettext_noop("Correcting the translation in the preliminary examination"),
    gettext_noop("Correcting the translation in the substantive examination"),
    gettext_noop("Correction received"),
    gettext_noop(
        "Date, number or Office of an earlier application are put right. A defect that the Office has pointed out can be mended within one month more, until the claim is declared void."
    ),
    gettext_noop("Decision on confirmation of incorporation by reference"),
    gettext_noop("Decision on request to rectify obvious mistake (Rule 91)"),
    gettext_noop("Decision on restoration of priority"),
    gettext_noop("Declaration added or corrected"),
    gettext_noop("Declaration that no search report will be established (Article 17(2)(a))"),
    gettext_noop("Declaration that there is no search report"),
    gettext_noop("Declaration under Article 14(4)"),
    gettext_noop("Defects noted by IB (Rule 28)"),
    gettext_noop("Defects of form answered"),
    gettext_noop("Demand (applicant)"),
    gettext_noop("Demand considered not submitted"),
    gettext_noop(
        "Demand examination to keep the longer limit where the older Article 22(1) applies, even if the report is late."
    ),
    gettext_noop("Demand international preliminary examination"),
    gettext_noop("Demand international preliminary examination (Chapter II)."),
    gettext_noop("Demand withdrawn"),
    gettext_noop(
        "Description and claims should be in one language; how the Office proceeds otherwise was amended in 2024."
    ),
    gettext_noop("Designation fee"),
    gettext_noop("Designation withdrawn"),
    gettext_noop("Dispose of the Authority's file of the application."),
    gettext_noop("Dispose of the International Bureau's file; its basic records are kept for ever."),
    gettext_noop("Dispose of the receiving Office's records of the application."),
    gettext_noop("Do the act on the next working day on which the Office's electronic means are available again."),
    gettext_noop("Drawings and sequence listings have series of their own (AI 207(b))."),
    gettext_noop(
        "Drawings have no text but single words, as water, steam, open, closed, and a few catchwords in diagrams."
    ),
    gettext_noop("Drawings must be in durable black lines, without colourings."),
    gettext_noop(
        "Each Office receives a translation where needed and the national fee; the application then goes on as a national or regional one. Many Offices have a longer time limit of their own."
    ),
    gettext_noop("Each earlier application is claimed once."),
    gettext_noop("Each part must be the description, the claims, the abstract, the drawings or the sequence listing."),
    gettext_noop("Each person named must be an applicant, an inventor, or both."),
    gettext_noop(
        "Each receiving Office restores by its own test: due care, or unintentional failure; some apply both."
    ),
    gettext_noop("Earlier on request (Rule 48.4), with a fee where the search report is not there"),
    gettext_noop("Early publication has been requested."),
    gettext_noop("Early publication has not been requested."),
    gettext_noop("Early publication requested"),
    gettext_noop("Enter the national or regional phase after a demand, with each elected Office."),
    gettext_noop(
        "Enter the national or regional phase: copy, translation and national fee, with each designated Office."
    ),
    gettext_noop("Enter the national phase"),
    gettext_noop("Entry, up to ten claims"),
    gettext_noop("Establish the international preliminary examination report: the last of three days counts."),
    gettext_noop("Establish the international search report and the written opinion."),
    gettext_noop("Establish the supplementary search report."),
    gettext_noop("Examination"),
    gettext_noop("Examination fee"),
    gettext_noop("Examination fee, without supplementary search"),
    gettext_noop("Examination, for each claim"),
    gettext_noop("Examination, no search having been asked for"),
    gettext_noop("Examination, the Office made the international search"),
    gettext_noop("Extended on request before it expires (Rule 66.2(e))"),
    gettext_noop("Extension of a time limit refused"),
    gettext_noop("Extension of a time limit requested"),
    gettext_noop("Extension of time limit (optional form)"),
    gettext_noop("Extension to Bosnia and Herzegovina"),
    gettext_noop("Fee for a priority document"),
    gettext_noop("Fee for copies"),
    gettext_noop("Fee for passing an application on to the International Bureau"),
    gettext_noop("Fee for publishing a refused request for rectification"),
    gettext_noop("Fee for publishing information on a priority claim"),
    gettext_noop("Fee for requesting restoration of the right of priority"),
    gettext_noop("Fee paid"),
    gettext_noop("Fees paid"),
    gettext_noop("File drawings that are not necessary but possible (Article 7(2)(ii)), on an Office's invitation."),
    gettext_noop("File the international application."),
    gettext_noop("Filing fee"),
    gettext_noop("Filing fee, electronic"),
    gettext_noop("Filing fee, filed online"),
    gettext_noop("Filing fee, with the search"),
    gettext_noop("Final fee"),
    gettext_noop("Find, after according a filing date, that the requirements for it were not met."),
    gettext_noop("First examination report"),
    gettext_noop("For an element or part filed by mistake the correct one is furnished."),
    gettext_noop("For each 50 sheets over 100"),
    gettext_noop("For each applicant, name, address, nationality and residence must be indicated."),
    gettext_noop("For each claim from the 16th to the 50th"),
    gettext_noop("For each claim from the 21st to the 30th at acceptance"),
    gettext_noop("For each claim from the 31st at acceptance"),
    gettext_noop("For each claim from the 51st"),
    gettext_noop("For each claim over 10"),
    gettext_noop("For each claim over 15"),
    gettext_noop("For each claim over 20"),
    gettext_noop("For each claim over 20 at grant"),
    gettext_noop("For each independent claim over 3"),
    gettext_noop("For each priority claimed"),
    gettext_noop("For each priority claimed, electronic"),
    gettext_noop("For each sheet from the 301st"),
    gettext_noop("For each sheet from the 31st to the 300th"),
    gettext_noop("For each sheet from the 36th"),
    gettext_noop("For each sheet over 30"),
    gettext_noop("For the filing date it is enough that the applicant can be identified (Rule 20.1(b))."),
    gettext_noop("Front page published anew"),
    gettext_noop("Furnish a certified copy of the earlier application."),
    gettext_noop("Furnish a missing part"),
    gettext_noop("Furnish a missing part, or confirm that it is incorporated by reference."),
    gettext_noop("Furnish a priority document"),
    gettext_noop("Furnish a sequence listing for the search"),
    gettext_noop(
        "Furnish a sequence listing in XML (WIPO ST.26) to the searching Authority, within the time it fixed."
    ),
    gettext_noop("Furnish a translation"),
    gettext_noop("Furnish a translation for the search, where the searching Authority does not accept the language."),
    gettext_noop("Furnish a translation into a language of publication."),
    gettext_noop("Furnish a translation of the priority document to the examining Authority."),
    gettext_noop(
        "Furnish evidence of war, strike, calamity, epidemic or general outage, having acted as soon as possible."
    ),
    gettext_noop(
        "Furnish evidence that the letter was mailed at least five days before the time limit, by registered mail."
    ),
    gettext_noop("Furnish indications on deposited biological material."),
    gettext_noop("Furnish the letter or the signature that was missing with a paper."),
    gettext_noop("Furnish the original of a paper sent by fax, where the Office asks for it."),
    gettext_noop("General communication"),
    gettext_noop("General communication (optional form)"),
    gettext_noop("General communication when no other form fits (optional form)"),
    gettext_noop("Grant"),
    gettext_noop("Grant and publication"),
    gettext_noop("Grant of the patent"),
    gettext_noop("Grant, basic fee"),
    gettext_noop("Grant, within the regular term"),
    gettext_noop("Granted by a designated Office"),
    gettext_noop("Handling fee"),
    gettext_noop("Have a change of applicant, agent or inventor recorded; receipt at the International Bureau counts."),
    gettext_noop("Have a late part disregarded"),
    gettext_noop("Have a refused rectification published"),
    gettext_noop("Have the priority document fetched from a digital library"),
    gettext_noop("Have the record copy reach the International Bureau."),
    gettext_noop("IPEA"),
    gettext_noop("IPRP Chapter I cover report"),
    gettext_noop("IPRP Chapter II (IPER)"),
    gettext_noop("If a claim depends on several"),
    gettext_noop("If an invention was not searched or examined internationally"),
    gettext_noop("If entered after 33 months"),
    gettext_noop("If entered in the further time, until 33 months"),
    gettext_noop("If entered in the two further months"),
    gettext_noop("If none arrives within three months of the Bureau's notice, considered withdrawn (Art. 12(3))"),
    gettext_noop("If search fee, examination fee or oath come later"),
    gettext_noop("If the fees of entry are paid late"),
    gettext_noop("If the translation comes after thirty months"),
    gettext_noop("If the translation comes in the further time"),
    gettext_noop("Indication of licences taken back"),
    gettext_noop("Informal clarification (optional form)"),
    gettext_noop("Information about elected Offices"),
    gettext_noop("Initial filing date restored after disregarding missing part (optional form)"),
    gettext_noop("Intended refusal of restoration request / invitation for declaration or evidence"),
    gettext_noop("Intent to declare application withdrawn under Article 14(4)"),
    gettext_noop("International Bureau"),
    gettext_noop("International Searching Authority"),
    gettext_noop("International filing date accorded"),
    gettext_noop("International filing date corrected"),
    gettext_noop("International filing fee"),
    gettext_noop("International preliminary examination begun"),
    gettext_noop("International preliminary examination demanded"),
    gettext_noop("International preliminary examination has been demanded."),
    gettext_noop("International preliminary examination has not been demanded."),
    gettext_noop("International publication"),
    gettext_noop("International search report"),
    gettext_noop("International search report transmitted"),
    gettext_noop("Invitation about missing or erroneously filed parts (Rules 20.5, 20.5bis)"),
    gettext_noop("Invitation to correct Article 14(1)(a) formal defects (2 months, Rule 26.2)"),
    gettext_noop("Invitation to correct Rule 4.17 declarations"),
    gettext_noop("Invitation to correct declarations"),
    gettext_noop("Invitation to correct defects in demand (Rule 60.1)"),
    gettext_noop("Invitation to correct priority claim"),
    gettext_noop("Invitation to correct priority claim (Annex A) / notice of possible restoration (Annex B)"),
    gettext_noop("Invitation to cure Article 11(1) defects of a purported application"),
    gettext_noop("Invitation to furnish sequence listing"),
    gettext_noop("Invitation to furnish sequence listing (Rule 13ter)"),
    gettext_noop("Invitation to pay additional search fees (unity; 1 month)"),
    gettext_noop("Invitation to pay fees with late payment fee"),
    gettext_noop("Invitation to pay fees with late payment fee (1 month)"),
    gettext_noop("Invitation to request rectification of obvious mistake"),
    gettext_noop("Invitation to restrict or pay additional fees (unity; 1 month)"),
    gettext_noop("Invitation with a late payment fee; failing that, considered withdrawn (Art. 14(3))"),
    gettext_noop(
        "Invitation with a late payment fee; failing that, the demand is considered not to have been submitted"
    ),
    gettext_noop("Invited to correct"),
    gettext_noop("Invited to correct a priority claim"),
    gettext_noop("Invited to correct defects of form"),
    gettext_noop("Invited to correct under Article 11"),
    gettext_noop("Invited to pay fees"),
    gettext_noop("Issue fee"),
    gettext_noop("It comes too late to be shown in the publication: the technical preparations are completed."),
    gettext_noop("It comes too late to prevent publication: the technical preparations are completed."),
    gettext_noop("It has effect where it arrives before the supplementary report is sent."),
    gettext_noop("It has no effect"),
    gettext_noop("It has no effect; publication is prevented only if it arrives before technical preparations end"),
    gettext_noop(
        "It is enough for one applicant who is entitled to file with the receiving Office (Rule 26.2bis(b)); Rule 4.5 asks the rest of every applicant."
    ),
    gettext_noop("It is not treated as an international application (Rule 20.4)"),
    gettext_noop("It is not treated as an international application."),
    gettext_noop("It is not treated in the international phase"),
    gettext_noop("It may be addressed to the International Bureau or to the Authority"),
    gettext_noop("It may be addressed to the International Bureau, the receiving Office or the examining Authority"),
    gettext_noop(
        "It may be addressed to the International Bureau, the receiving Office or the examining Authority. It may be made on condition that publication is prevented"
    ),
    gettext_noop("Its sheet counts for the fee even while it is missing."),
    gettext_noop("Its title is not in our data"),
    gettext_noop(
        "Languages of publication are Arabic, Chinese, English, French, German, Japanese, Korean, Portuguese, Russian and Spanish (Rule 48.3(a)). A translation furnished for the search (Rule 12.3) serves as well."
    ),
    gettext_noop("Late furnishing fee"),
    gettext_noop("Late furnishing fee for a sequence listing"),
    gettext_noop("Late part received"),
    gettext_noop("Late payment fee"),
    gettext_noop("Late payment fee for examination"),
    gettext_noop("Late payment fee for supplementary search"),
    gettext_noop("Licences said to be available"),
    gettext_noop("Luxembourg after 20 months and the United Republic of Tanzania after 21 are to be entered directly"),
    gettext_noop("Maintenance, 11.5 years after grant"),
    gettext_noop("Maintenance, 3.5 years after grant"),
    gettext_noop("Maintenance, 7.5 years after grant"),
    gettext_noop("Meet the requirements of national law (Rule 51bis.1), on the designated Office's invitation."),
    gettext_noop("Modification of abstract"),
    gettext_noop("Most receiving Offices do without it (Rule 90.4(d)), but never for a withdrawal (Rule 90.4(e))."),
    gettext_noop("Name a competent examining Authority, after a demand made with an Office that is not."),
    gettext_noop("National law may allow more time"),
    gettext_noop("National or regional phase entered"),
    gettext_noop("National or regional phase not entered in time"),
    gettext_noop("National phase entry"),
    gettext_noop("National phase entry under Chapter I, up to 30 sheets"),
    gettext_noop("National phase entry under Chapter II, up to 30 sheets"),
    gettext_noop("National processing"),
    gettext_noop("Nationality and residence must be indicated by the name of a State."),
    gettext_noop("Negative determination: papers are not an international application (Rule 20.4)"),
    gettext_noop("No Office has refused a filing date or considered the application withdrawn."),
    gettext_noop(
        "No applicant is a resident or a national of a State bound by Chapter II whose Office, or the International Bureau for it, received the application."
    ),
    gettext_noop("No copy is needed where the Office of filing or a digital library (DAS) furnishes it"),
    gettext_noop("No international filing date has been accorded."),
    gettext_noop("No international search report has been transmitted yet."),
    gettext_noop("No part has arrived later and moved the filing date."),
    gettext_noop("No priority is claimed."),
    gettext_noop("No priority was claimed on the day of filing."),
    gettext_noop("No rectification has been refused."),
    gettext_noop("No restoration at that Office"),
    gettext_noop("No restoration in the international phase; designated Offices may still restore (Rule 49ter.2)"),
    gettext_noop("No review by the designated Offices"),
    gettext_noop("No supplementary search has been requested."),
    gettext_noop("No translation is needed for publication, and none has been asked for."),
    gettext_noop("No written opinion has been notified."),
    gettext_noop("Nobody is named as agent or common representative."),
    gettext_noop("Not excused; where the national phase has begun, an Office need not follow it (Rule 82quater.1(c))"),
    gettext_noop("Not to be published"),
    gettext_noop("Not treated as an international application"),
    gettext_noop("Note on informal communication (optional form)"),
    gettext_noop("Nothing has been filed yet."),
    gettext_noop("Notice about later submitted sheets / corrected filing date"),
    gettext_noop("Notice about payment of fees (before due date; no late fee)"),
    gettext_noop("Notice concerning Rule 4.17 declarations"),
    gettext_noop("Notice concerning priority claim"),
    gettext_noop("Notice concerning priority claim (corrected, added, void)"),
    gettext_noop("Notice of documents transmitted (incl. restoration papers, item 6)"),
    gettext_noop("Notice of international application number and international filing date"),
    gettext_noop("Notice of publication"),
    gettext_noop("Notification sent"),
    gettext_noop("Notify the applicant which Offices asked for the application to be communicated."),
    gettext_noop("Numbers and letters in the drawings are at least 0.32 cm high."),
    gettext_noop("Obvious mistake rectified"),
    gettext_noop("Of several applicants without an agent, the common representative signs for all."),
    gettext_noop(
        "Once the data of one entitled applicant are complete, what is missing for another has no sanction (Rule 26.2bis(b)). Until then Article 14(1)(a)(ii) asks for those of the first, and this rule for the rest."
    ),
    gettext_noop(
        "One applicant is enough (Rule 19.2). Filed with another Office, it is passed on to the International Bureau and keeps the date of receipt (Rule 19.4)."
    ),
    gettext_noop(
        "One signature is enough for the receiving Office (Rule 26.2bis(a)); designated Offices may ask for the others (Rule 51bis.1)."
    ),
    gettext_noop(
        "Only one thing can have been meant, and nothing else. The receiving Office decides on the request; on the description, claims and drawings the searching Authority, after a demand the examining Authority; on other papers the International Bureau."
    ),
    gettext_noop(
        "Only the designations of Germany, Japan and the Republic of Korea can be excluded, and only where an earlier application of that State is claimed."
    ),
    gettext_noop("Only the main invention is examined"),
    gettext_noop("Only the main invention is searched"),
    gettext_noop("Only where the Office has notified that it applies this, and published the outage"),
    gettext_noop("Paper received"),
    gettext_noop("Part incorporated by reference"),
    gettext_noop("Passed on to the International Bureau as receiving Office"),
    gettext_noop("Patent certificate"),
    gettext_noop("Pay additional search fees"),
    gettext_noop("Pay additional search fees, where appropriate under protest."),
    gettext_noop("Pay the additional fee for searching a part that came after the search had begun."),
    gettext_noop("Pay the handling fee and the preliminary examination fee."),
    gettext_noop("Pay the supplementary search handling fee and the supplementary search fee."),
    gettext_noop("Pay the transmittal fee, the international filing fee and the search fee."),
    gettext_noop("Pay what is missing of the fees for examination, with the late payment fee."),
    gettext_noop("Pay what is missing, with the late payment fee."),
    gettext_noop("Payment of preliminary examination and handling fees (optional form)"),
    gettext_noop("Persons must be named by family name and given name, legal entities by their full official name."),
    gettext_noop("Preliminary examination fee"),
    gettext_noop("Printing for publication"),
    gettext_noop("Priority claim added"),
    gettext_noop("Priority claim considered void"),
    gettext_noop("Priority claim corrected"),
    gettext_noop("Priority claim withdrawn"),
    gettext_noop("Priority claims withdrawn"),
    gettext_noop("Priority document received"),
    gettext_noop("Priority document received or not"),
    gettext_noop("Propose changes to the abstract"),
    gettext_noop("Propose changes to the abstract, or comment on it."),
    gettext_noop("Protest fee"),
    gettext_noop("Publication of a translation"),
    gettext_noop("Publication of the patent, electronic"),
    gettext_noop("Publication waits again for eighteen months, and priority claims can be corrected or added."),
    gettext_noop("Publish promptly after eighteen months: the day that is to be expected."),
    gettext_noop("Publish the application nationally, where international publication has not come before."),
    gettext_noop("Publish the international application."),
    gettext_noop("Published"),
    gettext_noop("Published anew, with the search report, amended claims or a corrected application"),
    gettext_noop("Published by a designated Office"),
    gettext_noop("Receipt of demand"),
    gettext_noop("Receipt of record copy"),
    gettext_noop("Receipt of search copy"),
    gettext_noop("Received, not yet accorded a filing date"),
    gettext_noop("Record a change of applicant, inventor, name or address"),
    gettext_noop("Record copy with the International Bureau"),
    gettext_noop("Recording of change (Rule 92bis)"),
    gettext_noop("Rectification of an obvious mistake requested"),
    gettext_noop("Rectification refused"),
    gettext_noop("Reference signs that the description does not mention do not appear in the drawings."),
    gettext_noop("Refund of fees (optional form)"),
    gettext_noop("Refused by a designated Office"),
    gettext_noop("Reinstatement after a missed time limit"),
    gettext_noop("Renewal, years 1 to 6"),
    gettext_noop("Renewal, years 11 to 14"),
    gettext_noop("Renewal, years 15 to 18"),
    gettext_noop("Renewal, years 19 and 20"),
    gettext_noop("Renewal, years 7 to 10"),
    gettext_noop(
        "Replace an element or part filed in error, or confirm that the correct one is incorporated by reference."
    ),
    gettext_noop("Replace what was filed by mistake"),
    gettext_noop("Reply to a written opinion"),
    gettext_noop("Reply to the written opinion of the examining Authority: normally within two months."),
    gettext_noop("Report on patentability (Chapter I)"),
    gettext_noop("Report on patentability (Chapter II)"),
    gettext_noop("Report on patentability established (Chapter II)"),
    gettext_noop(
        "Report the entry into the national phase, the national publication or the grant to the International Bureau."
    ),
    gettext_noop("Request (petition); Boxes I-X + fee calculation sheet"),
    gettext_noop("Request a supplementary international search"),
    gettext_noop("Request a supplementary international search."),
    gettext_noop("Request early publication"),
    gettext_noop("Request for early publication withdrawn"),
    gettext_noop("Request for supplementary search withdrawn"),
    gettext_noop("Request reinstatement of rights with a designated Office, after a missed time limit of Article 22."),
    gettext_noop("Request restoration of the right of priority"),
    gettext_noop("Request restoration of the right of priority with a designated Office."),
    gettext_noop("Request restoration of the right of priority, with reasons and fee."),
    gettext_noop("Request, abstract and the free text of a sequence listing do not count (Rule 20.1(c))."),
    gettext_noop("Restoration has no object where the application comes within the priority period."),
    gettext_noop("Restoration of priority"),
    gettext_noop("Restoration of priority requested"),
    gettext_noop("Restrict the claims or pay additional fees, where appropriate under protest."),
    gettext_noop("Review by designated Offices requested"),
    gettext_noop("Review fee for supplementary search"),
    gettext_noop("Revoke the appointment of an agent"),
    gettext_noop("Right of priority not restored"),
    gettext_noop("Right of priority restored"),
    gettext_noop("Say that licences are available"),
    gettext_noop("Search and examination, with an international search report"),
    gettext_noop("Search copy with the searching Authority"),
    gettext_noop("Search fee"),
    gettext_noop("Search fee, the Office made the international search"),
    gettext_noop("Search fee, with an international search report"),
    gettext_noop("Search report"),
    gettext_noop("Search report, electronic"),
    gettext_noop("Send a letter or a document"),
    gettext_noop("Several claims are numbered consecutively in Arabic numerals."),
    gettext_noop(
        "Sheets must admit of direct reproduction; text that a machine can read also makes the application findable."
    ),
    gettext_noop("Sheets must be of A4 size, 29.7 by 21 centimetres, used upright."),
    gettext_noop(
        "Sheets of description, claims and abstract are numbered in one series of Arabic numerals, from 1 on."
    ),
    gettext_noop("Sheets of drawings are numbered in a series of their own, best with their total, as 1/3, 2/3, 3/3."),
    gettext_noop(
        "Sheets of drawings need margins of at least 2.5 cm at the top, 2.5 cm left, 1.5 cm right and 1 cm at the bottom."
    ),
    gettext_noop(
        "Sheets of text need margins of at least 2 cm at the top, 2.5 cm left, 2 cm right and 2 cm at the bottom."
    ),
    gettext_noop(
        "Sheets of the description, claims or drawings that were missing are handed in. The filing date moves to the day on which they arrive, unless they are incorporated by reference."
    ),
    gettext_noop("Some Offices allow more time, or entry with a surcharge; reinstatement under Rule 49.6"),
    gettext_noop("Some receiving Offices do not incorporate by reference; the part then moves the filing date."),
    gettext_noop("Special publication fee"),
    gettext_noop("Standard patent application, online"),
    gettext_noop("Start the international preliminary examination."),
    gettext_noop("Still in time until international publication, if it reaches the International Bureau by then"),
    gettext_noop("Still in time until international publication, whose day is only expected"),
    gettext_noop("Still in time until the technical preparations for publication are completed"),
    gettext_noop("Submit a third-party observation"),
    gettext_noop("Submit a third-party observation on novelty or inventive step, from publication on."),
    gettext_noop("Submit arguments against the finding that no filing date should have been accorded."),
    gettext_noop("Substantive examination"),
    gettext_noop("Substantive examination, basic fee without the part for claims"),
    gettext_noop("Substantive examination, electronic"),
    gettext_noop("Supplementary European search"),
    gettext_noop("Supplementary international search report"),
    gettext_noop("Supplementary search Authority"),
    gettext_noop("Supplementary search fee"),
    gettext_noop("Supplementary search handling fee"),
    gettext_noop("Supplementary search report"),
    gettext_noop("Supplementary search report sent"),
    gettext_noop("Supplementary search request form (applicant; AI 102(f))"),
    gettext_noop("Supplementary search requested"),
    gettext_noop("Take back that licences are available"),
    gettext_noop("Technical preparations for publication completed"),
    gettext_noop("Text is typed one and a half lines apart, except in Chinese and Japanese."),
    gettext_noop("The Authority may ask for a late furnishing fee (Rule 13ter.1(c))"),
    gettext_noop("The Authority may extend it before it decides"),
    gettext_noop("The Authority need not send them"),
    gettext_noop("The Bureau reminds the Office; after fourteen months the applicant may ask it for a certified copy"),
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
    gettext_noop("The International Searching Authority must be named where more than one is competent."),
    gettext_noop("The Office fixes it"),
    gettext_noop(
        "The Office looks only for an obvious lack of the right. An applicant of whom neither residence nor nationality is given does not obviously lack it; Rule 4.5 asks for what is missing."
    ),
    gettext_noop("The Office may extend the time for the fee alone, by up to two months (Rule 26bis.3(d))"),
    gettext_noop("The Office may give more time; some Offices do not apply this Rule (Rule 51bis.3(c))"),
    gettext_noop("The Office may waive the evidence; then a statement is enough (Rule 82quater.1(d))"),
    gettext_noop("The Office need not take the amendment into account"),
    gettext_noop(
        "The abstract and the text in the drawings must be in the language of the description and the claims, or be translated into it."
    ),
    gettext_noop("The abstract does not speak of alleged merits or value of the invention, or of its supposed use."),
    gettext_noop(
        "The abstract should be as short as the disclosure permits, in English preferably from 50 to 150 words."
    ),
    gettext_noop("The abstract stays as the Authority established it"),
    gettext_noop(
        "The abstract that stands in the search report, made or confirmed by the Authority, can be commented on."
    ),
    gettext_noop("The address, the nationality and the residence of an applicant must be given."),
    gettext_noop("The amendment is not accepted"),
    gettext_noop("The applicant's comment goes to the same Offices as the observation, and is published beside it."),
    gettext_noop(
        "The applicant, or anyone whom the applicant has authorized, receives copies of any document of the file."
    ),
    gettext_noop("The application ends for the States that are named. Where all are withdrawn, the application is."),
    gettext_noop("The application has been published."),
    gettext_noop("The application has been withdrawn."),
    gettext_noop("The application has not been published."),
    gettext_noop("The application is considered withdrawn"),
    gettext_noop("The application is considered withdrawn (Art. 14(3))"),
    gettext_noop("The application is considered withdrawn (Art. 14(4))"),
    gettext_noop("The application is considered withdrawn."),
    gettext_noop(
        "The application is filed with the Office of a State of which an applicant is resident or national, or with the International Bureau."
    ),
    gettext_noop("The application was filed within the priority period: there is nothing to restore."),
    gettext_noop("The capital letters of the text are at least 0.28 cm high, except in Chinese and Japanese."),
    gettext_noop("The change is not recorded in the international phase"),
    gettext_noop("The claim is considered void, or is not added"),
    gettext_noop("The claim is void if filing comes more than two months late and it is not corrected"),
    gettext_noop("The claims have been amended under Article 19; that can be done once."),
    gettext_noop("The comment is not passed on"),
    gettext_noop("The common representative is one of the applicants who may file with that receiving Office."),
    gettext_noop("The copy is to be furnished"),
    gettext_noop("The copy is to be furnished, or asked for from a digital library"),
    gettext_noop("The correct element or part is disregarded; what was filed stays"),
    gettext_noop("The corrected filing date stands"),
    gettext_noop("The delay is not excused"),
    gettext_noop("The demand is considered not to have been submitted"),
    gettext_noop("The description and the claims must be in a language that the receiving Office accepts."),
    gettext_noop(
        "The description, the claims and the text of the drawings are put into a language in which the application can be searched and published. After an invitation the Office may ask a late fee."
    ),
    gettext_noop("The drawings are not taken into account"),
    gettext_noop("The effect in that State ceases (Art. 24(1)(iii))"),
    gettext_noop("The effect in that State ceases (Art. 39(2))"),
    gettext_noop("The elections of the States that are named end. Where all are withdrawn, the demand is."),
    gettext_noop(
        "The examination ends. For the national phase it counts as if it had not been demanded, unless the withdrawal comes before the time limit of Chapter I ends or national law says otherwise."
    ),
    gettext_noop("The figure suggested for the abstract is one of the drawings, named by its number."),
    gettext_noop("The figures are numbered in Arabic numerals, apart from the sheets."),
    gettext_noop("The file reference has at most 25 characters, in Latin letters or Arabic figures."),
    gettext_noop(
        "The file reference may stand in the upper left corner, within 1.5 cm of the top, and line numbers in the right half of the left margin; a machine that sees only ink cannot tell them apart."
    ),
    gettext_noop("The filing date stands"),
    gettext_noop("The indication is taken out of the public file."),
    gettext_noop("The information is not published"),
    gettext_noop(
        "The international application ends everywhere, but for Offices that have begun to process it. It may be made on condition that publication is prevented: then it has no effect where it comes too late for that."
    ),
    gettext_noop(
        "The international application must be filed within twelve months of the earlier one, or restoration requested."
    ),
    gettext_noop("The international preliminary examination report has been established."),
    gettext_noop("The international search is over."),
    gettext_noop("The inventor should be named: the law of some designated States requires it."),
    gettext_noop("The late part is not searched"),
    gettext_noop("The margins of text should be at most 4 cm at the top and left."),
    gettext_noop("The missing part is disregarded"),
    gettext_noop("The mistake is not rectified"),
    gettext_noop("The month after the time limit is over, or the claim has been declared void."),
    gettext_noop("The name and the address of an agent must be indicated."),
    gettext_noop("The name of the applicant must be given."),
    gettext_noop("The observation is not accepted"),
    gettext_noop("The opinion on unity of invention stands"),
    gettext_noop("The order is: request, description, claims, abstract, drawings, sequence listing."),
    gettext_noop("The other way round a machine cannot tell a sign from any other number of the description."),
    gettext_noop("The paper is disregarded"),
    gettext_noop("The paper may be considered not to have been received (Rule 92.4(g))"),
    gettext_noop(
        "The part that came late is considered not to have been furnished, and the first filing date is restored."
    ),
    gettext_noop("The priority claim stands"),
    gettext_noop("The public file shows that the applicant is ready to license the invention, and on which terms."),
    gettext_noop("The receiving Office asks for what is missing; nothing follows in the international phase."),
    gettext_noop(
        "The receiving Office can be asked only for the copy of an earlier application that was filed with it."
    ),
    gettext_noop("The receiving Office does not incorporate missing parts by reference."),
    gettext_noop("The receiving Office may extend it at any time before it decides"),
    gettext_noop("The report may be established as if no priority were claimed"),
    gettext_noop("The report may be established without the reply"),
    gettext_noop("The request did not state, on filing, that what is missing is incorporated by reference."),
    gettext_noop("The request is considered not to have been submitted"),
    gettext_noop("The request is considered not to have been submitted (Rule 45bis.4(d))"),
    gettext_noop("The request is not published"),
    gettext_noop("The request is signed by all applicants, or by an agent."),
    gettext_noop("The request must be in a language of publication that the receiving Office accepts (Rule 12.1(c))."),
    gettext_noop("The request must be signed by the applicant or the agent."),
    gettext_noop("The request, the reasons and the refusal are published with the application."),
    gettext_noop(
        "The right element or part replaces the wrong one, which is removed; the filing date moves. Where the right one is incorporated by reference, the date stays and the wrong one remains in the application."
    ),
    gettext_noop("The rights are not reinstated; some Offices do not apply this Rule (Rule 49.6(f))"),
    gettext_noop("The rule on parts filed by mistake applies to applications filed since 1 July 2020."),
    gettext_noop(
        "The same holds for 3 cm right and at the bottom, which ragged lines and half-filled sheets rightly exceed: they are not measured."
    ),
    gettext_noop("The search is carried out only as far as it makes sense without the listing (Rule 13ter.1(d))"),
    gettext_noop("The searching Authority has not asked for additional fees."),
    gettext_noop(
        "The searching Authority may invite to furnish one (Rule 13ter.1); what comes later is for the search only."
    ),
    gettext_noop("The supplementary search report has been sent."),
    gettext_noop("The technical preparations for publication are completed."),
    gettext_noop("The technical preparations for publication are expected to be completed: it may come too late."),
    gettext_noop("The time limit for it is over."),
    gettext_noop(
        "The time limits of all Offices are over, and with them the twelve months in which rights may be reinstated."
    ),
    gettext_noop("The title of the invention must be given."),
    gettext_noop("The title should be short and precise, in English preferably from two to seven words."),
    gettext_noop("The usable area is then at most 26.2 by 17 cm."),
    gettext_noop("There is no search report: the Authority has declared that it makes none."),
    gettext_noop("Third-party observation"),
    gettext_noop("Thirty months from the priority date are over."),
    gettext_noop("Those who appointed the agent, or their successors, sign. The agent too may renounce it."),
    gettext_noop("Time limit extended"),
    gettext_noop("Time limits not yet expired are counted again from the new priority date (Rule 90bis.3(d))"),
    gettext_noop("To fetch a priority document from a digital library the International Bureau needs its access code."),
    gettext_noop("Transmission to IB as receiving Office (Rule 19.4) and invitation to pay fee"),
    gettext_noop(
        "Transmit the file to the Authority for supplementary search: after the search report, or after 17 months."
    ),
    gettext_noop("Transmit the search copy to the searching Authority, at the latest on the day of the record copy."),
    gettext_noop("Transmittal fee"),
    gettext_noop("Transmittal of IPER"),
    gettext_noop("Transmittal of IPRP Chapter I"),
    gettext_noop("Transmittal of ISR and written opinion (starts Rule 46.1 and 54bis clocks)"),
    gettext_noop("Transmittal of demand to IPEA"),
    gettext_noop("Transmittal of notice of withdrawal to IB"),
    gettext_noop("Transmittal of translation of IPRP"),
    gettext_noop("Validation in Cambodia"),
    gettext_noop("Validation in Georgia"),
    gettext_noop("Validation in Laos"),
    gettext_noop("Validation in Morocco"),
    gettext_noop("Validation in Tunisia"),
    gettext_noop("What is missing can be furnished within 16 months of the priority date (Rule 13bis.4(a))."),
    gettext_noop(
        "What is missing is wholly contained in the earlier application: sheets, a copy of that application, its translation where needed and the place of the part in it are furnished. The filing date stays."
    ),
    gettext_noop("Where applicants are named for some States only, each designated State needs an applicant."),
    gettext_noop(
        "Where the Authority finds several inventions, it searches the others for further fees; they may be paid under protest."
    ),
    gettext_noop(
        "Where the application came up to two months after the priority period, the receiving Office may restore the right, if the failure occurred in spite of due care or was unintentional. Reasons are given, and proof on demand."
    ),
    gettext_noop(
        "Where the earlier application is an international one, the receiving Office with which it was filed is named."
    ),
    gettext_noop(
        "Where the priority date changes by it, the time limits that have not expired are counted again from the new one. The Bureau may still publish by the old date where the preparations are completed."
    ),
    gettext_noop(
        "Where there are several applicants, the signature of one is enough for the receiving Office (Rule 26.2bis(a))."
    ),
    gettext_noop(
        "Which Authorities are competent depends on the receiving Office, with the International Bureau on the Offices with which the applicants could have filed (Rule 35.3). Where the list is not known to be complete, any Authority passes."
    ),
    gettext_noop("Who signs should be recognizable as an applicant or agent of the request, or say for whom."),
    gettext_noop(
        "With the access code the International Bureau fetches the copy itself. Where the receiving Office holds the earlier application, it can be asked to send the copy instead (Rule 17.1(b))."
    ),
    gettext_noop("Withdraw a priority claim"),
    gettext_noop("Withdraw a priority claim."),
    gettext_noop("Withdraw a request for supplementary search"),
    gettext_noop("Withdraw designations"),
    gettext_noop("Withdraw elections"),
    gettext_noop("Withdraw the application"),
    gettext_noop("Withdraw the demand"),
    gettext_noop("Withdraw the demand or an election."),
    gettext_noop("Withdraw the designation of a State."),
    gettext_noop("Withdraw the international application. All applicants sign."),
    gettext_noop("Withdraw the request for early publication"),
    gettext_noop("Withdraw the request for supplementary search, before its report is transmitted."),
    gettext_noop("Withdrawal of application or designations"),
    gettext_noop("Withdrawal of priority claim"),
    gettext_noop("Withdrawals, amendments and changes that arrive later do not reach the publication"),
    gettext_noop("Withdrawn"),
    gettext_noop("Withdrawn before a designated Office"),
    gettext_noop("Without a suggestion the searching Authority chooses."),
    gettext_noop("Written opinion of IPEA"),
    gettext_noop("Written opinion of the ISA"),
    gettext_noop("Written opinion of the examining Authority waits for a reply"),
    gettext_noop("anyone"),
    gettext_noop("applicant"),
    gettext_noop("designated Office"),
    gettext_noop("examining Authority"),
    gettext_noop("international publication, if it reaches the International Bureau by then"),
    gettext_noop("international publication, whose day is only expected"),
    gettext_noop("receiving Office"),
    gettext_noop("searching Authority"),
    gettext_noop("searching and examining Authorities"),
    gettext_noop("the Authority acts on the time limit's expiry (Rule 58bis.1(d))"),
    gettext_noop("the declaration that the application is considered withdrawn"),
    gettext_noop("the declaration, and before 15 months from the priority date (Rule 12.3(d))"),
    gettext_noop("the declaration, and before 17 months from the priority date (Rule 12.4(d))"),
    gettext_noop("the invitation PCT/RO/133 is sent (Rule 16bis.1(d))"),
    gettext_noop("the invitation is sent (Rule 58bis.1(c))"),
    gettext_noop("the notification that there is no international application (elements only, Rule 20.7(b))"),
    gettext_noop("the receiving Office decides"),
    gettext_noop("the technical preparations for publication are completed"),
)
