"""Acts on a registration that stands: designations, changes, licences, division and merger, renewal, and its end."""

from chancery.treaties.madrid import acts_bars as bars
from chancery.treaties.madrid.acts_terms import Act, Where

THROUGH: tuple[Where, ...] = ("Office of the holder",)
NAMED = (*bars.STANDING, bars.not_designated)
LEFT = (*NAMED, bars.nothing_left)

designate = Act(
    key="designate",
    title="Designate a party subsequently",
    cites="Madrid Art. 3ter(2)",
    or_at=THROUGH,
    limit="subsequent_presentation",
    fee="subsequent designation",
    form="MM4",
    says="Protection is extended to a party, for all or some of the goods and services, from the day on which the "
    "International Bureau receives the request, or the Office, where it reaches Geneva within two months. It ends with "
    "the term of the registration.",
    bars=(
        *bars.STANDING,
        bars.own_party,
        bars.cannot_be_designated,
        bars.registered_before_accession,
        bars.designated_already,
        bars.cancelled_goods,
    ),
)

convert = Act(
    key="convert",
    title="Convert the designation of the European Union",
    cites="Madrid Rule 24(7)",
    at="Office of the designated party",
    fee="subsequent designation",
    form="MM16",
    says="Where that designation was withdrawn, refused or ended, member States are designated in its place, with its "
    "date. The request goes through the Office of the Union.",
    bars=(
        *bars.STANDING,
        bars.union_not_designated,
        bars.union_designation_stands,
        bars.cannot_be_designated,
        bars.not_of_the_union,
        bars.designated_already,
    ),
)

change_ownership = Act(
    key="change_ownership",
    title="Record a change in ownership",
    cites="Madrid Art. 9",
    who="holder or new owner",
    or_at=THROUGH,
    fee="change_in_ownership",
    form="MM5",
    says="For all or some of the goods and services, in all or some parties. The new owner must have a link with a "
    "contracting party. A new owner asks through the Office of the holder, or the own one.",
    bars=(*LEFT, bars.new_owner_is_not_entitled),
    notes=(bars.new_owner_of_part,),
)

limit_goods = Act(
    key="limit_goods",
    title="Record a limitation of goods and services",
    cites="Madrid Rule 25(1)(a)(ii)",
    or_at=THROUGH,
    fee="limitation",
    form="MM6",
    says="The list is made narrower in all or some parties. An Office can declare that it has no effect there.",
    bars=LEFT,
)

renounce = Act(
    key="renounce",
    title="Renounce protection in some parties",
    cites="Madrid Rule 25(1)(a)(iii)",
    or_at=THROUGH,
    fee="renunciation",
    form="MM7",
    says="For all goods and services. The party can be designated again later.",
    bars=(*LEFT, bars.renounced_everywhere, bars.renounced_in_part),
)

cancel = Act(
    key="cancel",
    title="Cancel the registration",
    cites="Madrid Rule 25(1)(a)(v)",
    or_at=THROUGH,
    fee="cancellation",
    form="MM8",
    says="In all parties, for all or some of the goods and services. What is cancelled cannot be designated again.",
    bars=(*LEFT, bars.cancelled_for_some_parties),
)

change_name = Act(
    key="change_name",
    title="Record a change of the holder's name or address",
    cites="Madrid Rule 25(1)(a)(iv)",
    or_at=THROUGH,
    fee="holder_name",
    form="MM9",
    says="One fee for all registrations of the holder in which the same change is recorded by one request.",
    bars=bars.STANDING,
)

change_representative = Act(
    key="change_representative",
    title="Record a change of the representative's name or address",
    cites="Madrid Rule 36",
    who="holder or representative",
    fee="representative",
    form="MM10",
    says="The International Bureau writes to the new address from then on.",
    bars=(bars.not_represented,),
)

appoint_representative = Act(
    key="appoint_representative",
    title="Appoint a representative",
    cites="Madrid Rule 3(2)",
    or_at=THROUGH,
    fee="representative",
    form="MM12",
    says="One representative only, before the International Bureau. A new appointment ends the one before.",
)

renew = Act(
    key="renew",
    title="Renew the registration",
    cites="Madrid Art. 7(1)",
    limit="renewal",
    fee="renewal",
    form="MM11",
    says="By payment; the form is not needed. Parties can be left out. Those that have refused everything drop out, "
    "unless the holder asks to keep them; those that have invalidated everything drop out.",
    bars=(bars.not_registered, bars.cancelled, bars.lapsed, bars.kept_without_a_refusal),
    notes=(bars.renewed_early, bars.drops_out),
)

pay_rest_of_renewal = Act(
    key="pay_rest_of_renewal",
    title="Pay the rest of a renewal",
    cites="Madrid Rule 30(3)(c)",
    limit="renewal_rest",
    answers=True,
    says="Seventy per cent at least was there, and the International Bureau told of the rest in the last three months "
    "of grace.",
    bars=bars.STANDING,
)

record_licence = Act(
    key="record_licence",
    title="Record a licence",
    cites="Madrid Rule 20bis(1)",
    who="holder or licensee",
    or_at=THROUGH,
    fee="licence",
    form="MM13",
    says="For all or some parties, goods and services; exclusive, sole or neither; with a term and a territory.",
    bars=LEFT,
    notes=(bars.licence_without_effect,),
)

amend_licence = Act(
    key="amend_licence",
    title="Amend the recording of a licence",
    cites="Madrid Rule 20bis(1)",
    who="holder or licensee",
    or_at=THROUGH,
    fee="licence",
    form="MM14",
    says="Licensee, kind, term or extent of a licence that is recorded are changed.",
    bars=(*LEFT, bars.no_licence),
    notes=(bars.licence_without_effect,),
)

cancel_licence = Act(
    key="cancel_licence",
    title="Cancel the recording of a licence",
    cites="Madrid Rule 20bis(1)",
    who="holder or licensee",
    or_at=THROUGH,
    form="MM15",
    says="The licence is taken out of the International Register.",
    bars=(*NAMED, bars.no_licence),
)

restrict = Act(
    key="restrict",
    title="Record a restriction of the holder's right of disposal",
    cites="Madrid Rule 20(1)",
    who="anyone concerned",
    or_at=("Office of the holder", "Office of the designated party"),
    form="MM19",
    says="In all or some parties. The holder tells of it, or the Office of the holder or of a designated party.",
    bars=LEFT,
)

lift_restriction = Act(
    key="lift_restriction",
    title="Remove a restriction of the holder's right of disposal",
    cites="Madrid Rule 20(2)",
    who="anyone concerned",
    or_at=("Office of the holder", "Office of the designated party"),
    form="MM19",
    says="Who told of the restriction tells that it has been removed.",
    bars=(*NAMED, bars.not_restricted),
)

correct = Act(
    key="correct",
    title="Ask for a correction",
    cites="Madrid Rule 28",
    who="anyone concerned",
    form="MM21",
    says="An error in the International Register is put right. An Office can refuse its effect as it could refuse the "
    "designation, with the time counted again for what was corrected.",
    bars=(bars.not_registered,),
    notes=(bars.office_error_too_late,),
)

divide = Act(
    key="divide",
    title="Divide the registration",
    cites="Madrid Rule 27bis(1)",
    at="Office of the designated party",
    fee="division",
    form="MM22",
    says="For one party and some of the goods and services; they become a registration of their own, with the number "
    "and a letter. The Office sends the request on.",
    bars=(*LEFT, bars.not_one_party, bars.division_is_not_offered),
)

merge_divided = Act(
    key="merge_divided",
    title="Merge a registration that came of a division",
    cites="Madrid Rule 27ter(2)(a)",
    at="Office of the designated party",
    form="MM23",
    says="With the registration from which it was divided, under the number of that; both have the same holder.",
    bars=(*NAMED, bars.not_divided, bars.merger_is_not_offered),
)

merge_transferred = Act(
    key="merge_transferred",
    title="Merge registrations after a partial change in ownership",
    cites="Madrid Rule 27ter(1)",
    or_at=THROUGH,
    form="MM24",
    says="The same person holds both again. They go on under the number of that from which the part came.",
    bars=(*NAMED, bars.not_partly_transferred),
)

transform = Act(
    key="transform",
    title="File in a party what was cancelled with the basic mark",
    cites="Madrid Art. 9quinquies",
    who="former holder",
    at="Office of the designated party",
    limit="transformation",
    answers=True,
    says="The national or regional application has the date of the registration, or of the subsequent designation, "
    "and its priority. Fees and forms are those of the Office.",
    bars=(bars.not_registered, bars.not_designated, bars.nothing_fell),
)

note_replacement = Act(
    key="note_replacement",
    title="Have it noted that the registration replaces an earlier one",
    cites="Madrid Art. 4bis(2)",
    at="Office of the designated party",
    says="It replaces a national or regional registration of the same holder and mark by itself, also in part; on "
    "request the Office takes note in its own register. Both may go on side by side.",
    bars=LEFT,
)

continue_effect = Act(
    key="continue_effect",
    title="Continue the effect in a successor State",
    cites="Madrid Rule 39(1)",
    limit="continuation",
    answers=True,
    fee="continuation",
    says="A State that was part of a designated one declared that registrations go on there. The holder asks for it.",
    bars=bars.STANDING,
)

ACTS = (
    designate,
    convert,
    change_ownership,
    limit_goods,
    renounce,
    cancel,
    change_name,
    change_representative,
    appoint_representative,
    renew,
    pay_rest_of_renewal,
    record_licence,
    amend_licence,
    cancel_licence,
    restrict,
    lift_restriction,
    correct,
    divide,
    merge_divided,
    merge_transferred,
    transform,
    note_replacement,
    continue_effect,
)
