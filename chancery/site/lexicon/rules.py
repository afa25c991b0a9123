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
    gettext_noop("A declaration as to the inventors must name each of them."),
    gettext_noop("A declaration must say which of the five kinds it is, and carry the standard wording."),
    gettext_noop("A declaration of inventorship must be signed by all inventors."),
    gettext_noop("A declaration of inventorship serves the designation of the United States of America only."),
    gettext_noop("A declaration on disclosures without prejudice must say on which day the invention was disclosed."),
    gettext_noop("A declaration on the right to claim priority has no object where no priority is claimed."),
    gettext_noop(
        "A filing up to two months late keeps the claim (Rule 26bis.2(c)(iii)); the right itself is had only by restoration."
    ),
    gettext_noop("A late part comes within two months of the first receipt, or of an invitation."),
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
    gettext_noop("An abstract must be there."),
    gettext_noop("An address for letters is given only where there is no agent; otherwise letters go to the agent."),
    gettext_noop("An agent who signs the request alone needs a power of attorney from each applicant."),
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
        "An earlier search that is to be used must be identified by the Office, the number and the date of the earlier application."
    ),
    gettext_noop("An inventor is a natural person, and never a legal entity."),
    gettext_noop("An inventor who is not an applicant must be named by family name and given name, with an address."),
    gettext_noop("At least one applicant must be a resident or a national of a Contracting State."),
    gettext_noop(
        'Claims do not rely on the description or the drawings, as in "as described in" or "as illustrated in figure".'
    ),
    gettext_noop(
        "Description and claims should be in one language; how the Office proceeds otherwise was amended in 2024."
    ),
    gettext_noop("Drawings and sequence listings have series of their own (AI 207(b))."),
    gettext_noop(
        "Drawings have no text but single words, as water, steam, open, closed, and a few catchwords in diagrams."
    ),
    gettext_noop("Drawings must be in durable black lines, without colourings."),
    gettext_noop("Each earlier application is claimed once."),
    gettext_noop("Each part must be the description, the claims, the abstract, the drawings or the sequence listing."),
    gettext_noop("Each person named must be an applicant, an inventor, or both."),
    gettext_noop(
        "Each receiving Office restores by its own test: due care, or unintentional failure; some apply both."
    ),
    gettext_noop("For an element or part filed by mistake the correct one is furnished."),
    gettext_noop("For each applicant, name, address, nationality and residence must be indicated."),
    gettext_noop("For the filing date it is enough that the applicant can be identified (Rule 20.1(b))."),
    gettext_noop(
        "It is enough for one applicant who is entitled to file with the receiving Office (Rule 26.2bis(b)); Rule 4.5 asks the rest of every applicant."
    ),
    gettext_noop("Its sheet counts for the fee even while it is missing."),
    gettext_noop(
        "Languages of publication are Arabic, Chinese, English, French, German, Japanese, Korean, Portuguese, Russian and Spanish (Rule 48.3(a)). A translation furnished for the search (Rule 12.3) serves as well."
    ),
    gettext_noop("Most receiving Offices do without it (Rule 90.4(d)), but never for a withdrawal (Rule 90.4(e))."),
    gettext_noop("Nationality and residence must be indicated by the name of a State."),
    gettext_noop("Numbers and letters in the drawings are at least 0.32 cm high."),
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
        "Only the designations of Germany, Japan and the Republic of Korea can be excluded, and only where an earlier application of that State is claimed."
    ),
    gettext_noop("Persons must be named by family name and given name, legal entities by their full official name."),
    gettext_noop("Reference signs that the description does not mention do not appear in the drawings."),
    gettext_noop("Request, abstract and the free text of a sequence listing do not count (Rule 20.1(c))."),
    gettext_noop("Restoration has no object where the application comes within the priority period."),
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
    gettext_noop("Some receiving Offices do not incorporate by reference; the part then moves the filing date."),
    gettext_noop("Text is typed one and a half lines apart, except in Chinese and Japanese."),
    gettext_noop("The International Searching Authority must be named where more than one is competent."),
    gettext_noop(
        "The Office looks only for an obvious lack of the right. An applicant of whom neither residence nor nationality is given does not obviously lack it; Rule 4.5 asks for what is missing."
    ),
    gettext_noop(
        "The abstract and the text in the drawings must be in the language of the description and the claims, or be translated into it."
    ),
    gettext_noop("The abstract does not speak of alleged merits or value of the invention, or of its supposed use."),
    gettext_noop(
        "The abstract should be as short as the disclosure permits, in English preferably from 50 to 150 words."
    ),
    gettext_noop("The address, the nationality and the residence of an applicant must be given."),
    gettext_noop(
        "The application is filed with the Office of a State of which an applicant is resident or national, or with the International Bureau."
    ),
    gettext_noop("The capital letters of the text are at least 0.28 cm high, except in Chinese and Japanese."),
    gettext_noop("The common representative is one of the applicants who may file with that receiving Office."),
    gettext_noop("The description and the claims must be in a language that the receiving Office accepts."),
    gettext_noop("The figure suggested for the abstract is one of the drawings, named by its number."),
    gettext_noop("The figures are numbered in Arabic numerals, apart from the sheets."),
    gettext_noop("The file reference has at most 25 characters, in Latin letters or Arabic figures."),
    gettext_noop(
        "The file reference may stand in the upper left corner, within 1.5 cm of the top, and line numbers in the right half of the left margin; a machine that sees only ink cannot tell them apart."
    ),
    gettext_noop(
        "The international application must be filed within twelve months of the earlier one, or restoration requested."
    ),
    gettext_noop("The inventor should be named: the law of some designated States requires it."),
    gettext_noop("The margins of text should be at most 4 cm at the top and left."),
    gettext_noop("The name and the address of an agent must be indicated."),
    gettext_noop("The name of the applicant must be given."),
    gettext_noop("The order is: request, description, claims, abstract, drawings, sequence listing."),
    gettext_noop("The other way round a machine cannot tell a sign from any other number of the description."),
    gettext_noop("The receiving Office asks for what is missing; nothing follows in the international phase."),
    gettext_noop(
        "The receiving Office can be asked only for the copy of an earlier application that was filed with it."
    ),
    gettext_noop("The request is signed by all applicants, or by an agent."),
    gettext_noop("The request must be in a language of publication that the receiving Office accepts (Rule 12.1(c))."),
    gettext_noop("The request must be signed by the applicant or the agent."),
    gettext_noop(
        "The same holds for 3 cm right and at the bottom, which ragged lines and half-filled sheets rightly exceed: they are not measured."
    ),
    gettext_noop(
        "The searching Authority may invite to furnish one (Rule 13ter.1); what comes later is for the search only."
    ),
    gettext_noop("The title of the invention must be given."),
    gettext_noop("The title should be short and precise, in English preferably from two to seven words."),
    gettext_noop("The usable area is then at most 26.2 by 17 cm."),
    gettext_noop("To fetch a priority document from a digital library the International Bureau needs its access code."),
    gettext_noop("What is missing can be furnished within 16 months of the priority date (Rule 13bis.4(a))."),
    gettext_noop("Where applicants are named for some States only, each designated State needs an applicant."),
    gettext_noop(
        "Where the earlier application is an international one, the receiving Office with which it was filed is named."
    ),
    gettext_noop(
        "Where there are several applicants, the signature of one is enough for the receiving Office (Rule 26.2bis(a))."
    ),
    gettext_noop(
        "Which Authorities are competent depends on the receiving Office, with the International Bureau on the Offices with which the applicants could have filed (Rule 35.3). Where the list is not known to be complete, any Authority passes."
    ),
    gettext_noop("Who signs should be recognizable as an applicant or agent of the request, or say for whom."),
    gettext_noop("Without a suggestion the searching Authority chooses."),
)
