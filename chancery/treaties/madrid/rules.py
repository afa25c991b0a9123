"""Every sentence of law that is asked of an application for international registration."""

from datetime import date

from chancery.treaties.kernel.rule import Finding, Rule, ask
from chancery.treaties.madrid import article_2, rule_9, rule_9_certification, rule_9_goods, rule_9_mark
from chancery.treaties.madrid.application import Application

RULES: tuple[Rule, ...] = (
    article_2.is_filed_through_an_office_of_origin,
    article_2.the_office_of_origin_is_bound,
    article_2.rests_on_a_basic_mark,
    article_2.every_applicant_is_entitled,
    article_2.says_where_the_link_with_an_organization_is,
    article_2.applies_in_the_name_of_the_basic_mark,
    article_2.designates_a_party,
    article_2.does_not_designate_its_own_party,
    article_2.designates_what_can_be_designated,
    article_2.designates_a_party_once,
    rule_9.a_representative_is_named_and_reached,
    rule_9.is_in_english_french_or_spanish,
    article_2.names_an_applicant,
    rule_9.gives_every_address,
    rule_9.gives_every_email,
    rule_9.identifies_every_earlier_filing,
    rule_9.claims_priority_within_six_months,
    rule_9_mark.shows_the_mark,
    rule_9_mark.shows_claimed_colours_in_colour,
    rule_9_mark.only_words_stand_in_standard_characters,
    rule_9_mark.says_which_colours_are_claimed,
    rule_9_mark.transliterates_other_letters,
    rule_9_mark.has_a_reproduction_of_the_right_kind,
    rule_9_mark.has_a_reproduction_of_the_right_size,
    rule_9_mark.pays_for_colour_where_there_is_colour,
    rule_9_goods.lists_goods_or_services,
    rule_9_goods.uses_the_classes_of_nice,
    rule_9_goods.groups_goods_in_the_order_of_classes,
    rule_9_goods.names_goods_in_precise_terms,
    rule_9_goods.stays_within_the_classes_of_the_basic_mark,
    rule_9_goods.limits_to_what_is_listed,
    rule_9.declares_the_intention_to_use,
    rule_9.names_a_second_language_for_the_union,
    rule_9_certification.the_office_says_when_it_received_the_request,
    rule_9_certification.the_office_certifies_every_point,
    rule_9_certification.the_office_certifies_the_colours,
)
"""In the order of the Protocol and its Regulations."""


def check(application: Application, *, on: date) -> tuple[Finding, ...]:
    """The findings on an application, on the Office of origin's local date. A half-written draft is welcome."""
    return ask(RULES, application, on=application.received_on or on)
