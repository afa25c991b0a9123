from dataclasses import replace

from chancery.treaties import pct
from chancery.treaties.pct.tests.one_case import AGENT, APPLICATION

TWO = replace(
    APPLICATION,
    parties=(
        pct.Party(name="WEBER, Anna", nationality="CH", residence="CH"),
        pct.Party(name="Müller Räder AG", kind="legal", nationality="DE", residence="DE"),
        pct.Party(name="Only Inventor", applicant=False, inventor=True),
    ),
)
ANNA = pct.Signature(name="Anna Weber")


def missing(key, application, *signatures):
    return [(finding.cites, finding.detail) for finding in pct.unsigned(key, application, signatures)]


def test_a_withdrawal_is_signed_by_every_applicant():
    assert missing("withdraw_application", TWO, ANNA) == [("PCT Rule 90bis.5", "Missing: Müller Räder AG.")]
    assert missing("withdraw_application", TWO, ANNA, pct.Signature(name="B", party=1)) == []
    for_the_firm = pct.Signature(name="Karl Maier", capacity="director of Muller Rader AG")
    assert missing("withdraw_application", TWO, ANNA, for_the_firm) == []


def test_an_agent_withdraws_only_with_a_power_of_attorney_which_is_never_waived():
    signature = pct.Signature(name="Marie Dupont", capacity="agent")
    for known, expected in ((True, []), (False, ["PCT Rule 90bis.5", "PCT Rule 90.4(e)"])):
        application = replace(TWO, agents=(replace(AGENT, power_of_attorney=known),))
        assert [cites for cites, _ in missing("withdraw_priority", application, signature)] == expected
    assert missing("change_parties", replace(TWO, agents=(AGENT,)), signature) == []


def test_the_considered_common_representative_signs_other_acts_but_no_withdrawal():
    assert missing("change_parties", TWO, ANNA) == []
    second = pct.Signature(name="x", party=1)
    assert missing("change_parties", TWO, second) == [("PCT Rule 90.2(b)", "Missing: WEBER, Anna.")]
    assert missing("change_parties", TWO) == [("PCT Rule 92.1(a)", "Missing: WEBER, Anna; Müller Räder AG.")]
    assert [cites for cites, _ in missing("withdraw_designations", TWO, ANNA)] == ["PCT Rule 90bis.5"]
