"""Every sentence of law that is asked of an application for international registration of designs."""

from datetime import date

from chancery.treaties.hague import article_3, article_5, article_5_parties, rule_9, rule_16
from chancery.treaties.hague.application import Application
from chancery.treaties.kernel.rule import Finding, Rule, ask

RULES: tuple[Rule, ...] = (
    article_3.names_an_applicant,
    article_3.gives_every_address,
    article_3.gives_every_email,
    article_3.every_applicant_is_entitled,
    article_3.resides_in_a_party_of_the_act_of_1999,
    article_3.is_filed_through_an_open_office,
    article_3.is_filed_through_an_office_of_the_applicant,
    article_3.is_in_english_french_or_spanish,
    article_3.a_representative_is_named_and_reached,
    article_3.is_signed,
    article_5.shows_every_design,
    article_5.gives_specimens_only_of_what_is_flat_and_deferred,
    article_5.names_every_product,
    article_5.holds_at_most_a_hundred_designs,
    article_5.states_how_many_designs_and_reproductions_there_are,
    article_5.keeps_to_one_class,
    article_5.gives_a_subclass_of_locarno,
    article_5.pays_for_a_long_description,
    article_5.designates_a_party,
    article_5.designates_what_can_be_designated,
    article_5.designates_a_party_once,
    article_5.shares_an_act_with_every_designated_party,
    article_5_parties.names_the_creator_where_it_is_asked,
    article_5_parties.names_the_creator_as_the_law_of_the_party_wants,
    article_5_parties.describes_where_it_is_asked,
    article_5_parties.claims_where_it_is_asked,
    article_5_parties.claims_in_the_words_that_are_prescribed,
    article_5_parties.shows_the_views_that_may_be_asked,
    article_5_parties.may_have_to_be_divided,
    article_5_parties.encloses_the_oath_of_the_inventor,
    article_5_parties.certifies_that_it_is_a_micro_entity,
    article_5_parties.encloses_the_documents_of_an_exception,
    article_5_parties.encloses_the_documents_of_priority,
    rule_9.reproductions_are_jpg_or_tiff,
    rule_9.reproductions_have_three_hundred_dots_an_inch,
    rule_9.reproductions_are_between_three_and_sixteen_centimetres,
    rule_9.reproductions_have_a_narrow_border,
    rule_9.reproductions_are_in_rgb_or_grey,
    rule_9.reproductions_have_at_most_two_megabytes,
    rule_9.reproductions_have_a_plain_background,
    rule_9.says_what_is_disclaimed,
    rule_16.identifies_every_earlier_filing,
    rule_16.claims_priority_within_six_months,
    rule_16.claims_the_priority_of_an_earlier_day,
    rule_16.defers_only_where_every_party_allows_it,
    rule_16.defers_no_longer_than_every_party_allows,
    rule_16.says_when_it_is_to_be_published,
)
"""In the order of the Act and the Regulations."""


def check(application: Application, *, on: date) -> tuple[Finding, ...]:
    """The findings on an application, on the day of its receipt. A half-written draft is welcome."""
    return ask(RULES, application, on=application.received_on or on)
