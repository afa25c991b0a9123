"""Every sentence of law that is asked of an application for the registration of an appellation or an indication."""

from datetime import date

from chancery.treaties.kernel.rule import Finding, Rule, ask
from chancery.treaties.lisbon import article_2, rule_5
from chancery.treaties.lisbon.application import Application

RULES: tuple[Rule, ...] = (
    article_2.names_the_party_of_origin,
    article_2.says_what_it_is,
    article_2.registers_indications_under_the_geneva_act,
    article_2.applies_jointly_with_parties_of_the_geneva_act,
    article_2.is_in_english_french_or_spanish,
    article_2.is_presented_by_the_authority_or_the_beneficiaries,
    article_2.beneficiaries_apply_where_their_party_lets_them,
    rule_5.names_the_competent_authority,
    rule_5.names_the_beneficiaries,
    rule_5.gives_the_name_in_an_official_language,
    rule_5.transliterates_other_letters,
    rule_5.names_the_goods,
    rule_5.names_the_area,
    rule_5.identifies_the_protection_at_home,
    rule_5.is_protected_at_home_already,
    article_2.an_appellation_rests_on_nature_and_people,
    article_2.an_appellation_under_the_geneva_act_has_a_reputation,
    article_2.an_indication_has_a_quality_or_a_reputation,
    rule_5.tells_the_link_where_it_may_be_asked,
    rule_5.is_signed_where_it_may_be_asked,
    rule_5.declares_the_intention_where_it_may_be_asked,
    rule_5.waives_what_would_be_covered,
    rule_5.owes_individual_fees,
    rule_5.says_in_which_language_a_translation_is,
)
"""In the order of the Act and of Rule 5."""


def check(application: Application, *, on: date) -> tuple[Finding, ...]:
    """The findings on an application, on the day of its receipt. A half-written draft is welcome."""
    return ask(RULES, application, on=application.received_on or on)
