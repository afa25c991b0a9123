"""Is this name evidently that of an organisation? When in doubt, no: the record then keeps no name.

Registers print persons and organisations in one column. The test looks for words that only organisations
carry. Short forms that are also family names or initials (``SA``, ``CO``, ``AS``) count only as the last
word, and not behind a given name or a particle ("Maria de Sa").
"""

import re
import unicodedata

_LEGAL_FORMS = """
    INC INCORPORATED CORPORATION COMPANY LIMITED LTD LLC LLP PLC PARTNERSHIP COOPERATIVE
    GMBH MBH AKTIENGESELLSCHAFT KOMMANDITGESELLSCHAFT GESELLSCHAFT
    KABUSHIKI KAISHA KK YUGEN AKTIEBOLAG AKTIEBOLAGET AKTIESELSKAB AKTIESELSKABET APS OSAKEYHTIO OYJ
    SPA SRL SARL EURL SOCIETE SOCIÉTÉ SOCIETA SOCIETÀ SOCIEDAD SOCIEDADE ANONYME ANONIMA LTDA LDA
    COMPAGNIE COMPANIA COMPAÑIA COMPANHIA VENNOOTSCHAP KONINKLIJKE COOPERATIE COÖPERATIE
    PTY PTE BHD SDN ZRT KFT SIRKETI SANAYI TICARET OOO ZAO OAO
"""
_BODIES = """
    UNIVERSITY UNIVERSITAET UNIVERSITÄT UNIVERSITE UNIVERSITÉ UNIVERSIDAD UNIVERSIDADE UNIVERSITA UNIVERSITÀ
    UNIVERSITEIT UNIVERSITETET UNIV COLLEGE ACADEMY POLYTECHNIC POLITECNICO REGENTS TRUSTEES
    INSTITUTE INSTITUT INSTITUTO ISTITUTO INSTITUTION FOUNDATION FUNDACION FUNDACAO FONDATION STICHTING FONDAZIONE
    MINISTRY MINISTERE DEPARTMENT GOVERNMENT ADMINISTRATION AGENCY AUTHORITY ORGANISATION ORGANIZATION ASSOCIATION
    COOPERATION HOSPITAL CENTRE CENTER BANK LABORATORIES LABORATORY LABS
"""
_TRADES = """
    INDUSTRIES INDUSTRIAL INDUSTRIE INDUSTRIA MANUFACTURING SEISAKUSHO TECHNOLOGIES TECHNOLOGY SYSTEMS PRODUCTS
    ELECTRONICS TELECOMMUNICATIONS COMMUNICATIONS SOFTWARE PHARMACEUTICALS PHARMA HEALTHCARE
    HOLDING HOLDINGS ENTERPRISE ENTERPRISES INTERNATIONAL FOODS FOODSERVICE BAKERIES BREWERIES
"""
_CERTAIN = frozenset((_LEGAL_FORMS + _BODIES + _TRADES).split())
_LAST_WORDS = "SA AG AB AS ASA OY NV BV KG KGAA SE SL SAS LP LC CO CORP COUNCIL GROUP A/S S/A K/S I/S CV LAB FRERES CIE"
_CLOSING = frozenset(_LAST_WORDS.split())
# Dotted or spaced short forms are written in one before the words are read: "S. p. A." -> "SPA".
_SPACED = re.compile(
    r"\b(S ?P ?A|S ?R ?L|S ?A ?R ?L|S ?A ?S|L ?L ?C|L ?L ?P|P ?L ?C|G ?M ?B ?H|M ?B ?H"
    r"|N ?V|B ?V|S ?A|S ?L|A ?G|K ?K|L ?P|A ?B|O ?Y|K ?G|C ?V)$",
)
_GIVEN_NAMES = """
    JOSE MARIA JOAO PAULO PEDRO LUIS LUIZ ANTONIO MANUEL CARLOS ANA JORGE FERNANDO FRANCISCO MIGUEL RUI NUNO RICARDO
    JUAN JESUS ANGEL PABLO ALFONSO ALFREDO ALBERTO ROBERTO MARCO LUIGI MARIO GIOVANNI ANGELO IVAN LEONARDO
    JOHN JAMES ROBERT WILLIAM RICHARD THOMAS CHARLES DAVID JOSEPH MICHAEL PETER PAUL GEORGE EDWARD FRANK HENRY
    WALTER MARK DANIEL SEAN SCOTT GREGORY JEFFREY TIMOTHY KENNETH DONALD RONALD RAYMOND LAWRENCE PHILIP STEPHEN
    STEVEN KEVIN BRIAN GARY ERIC JONATHAN BRUCE ALAN MARTIN MARY SUSAN ELIZABETH PATRICIA LINDA BARBARA KAREN ANNA
    JEAN PIERRE JACQUES MICHEL CLAUDE ANDRE MARIE ANNE HANS KARL HELMUT DIETER GEORG KLAUS JUERGEN WOLFGANG
    LARS OLE PER JAN ANDERS ERIK
"""
_GIVEN = frozenset(_GIVEN_NAMES.split())
_PARTICLE = frozenset(("DE", "DA", "DO", "DOS", "E", "VAN", "VON", "DEL", "DI"))
# A firm that is one person trading, a person's trust, or an address "care of" names a person.
_PERSONAL = re.compile(
    r"\b(D/?B/?A|C/O|E\.? ?K\.?$|INH\.|TRUST\b|T/A|SOLE PROPRIETOR|ESTATE OF|HEIRS? OF|LEGAL REPRESENTATIVE)",
    re.IGNORECASE,
)
_UNREADABLE = re.compile(r"[?_\ufffd\x00-\x1f\x7f-\x9f<>]")


def is_organisation(name: str) -> bool:
    """True when the name carries a word that only organisations carry; False in every doubt."""
    if _UNREADABLE.search(name) or _PERSONAL.search(name):
        return False
    words = _words(name)
    if len(words) < 2:
        return False
    return any(word in _CERTAIN for word in words) or _closes(words)


def _words(name: str) -> list[str]:
    plain = re.sub(r"[(\[].*?[)\]]", " ", name.upper())
    plain = " ".join(re.sub(r"[.,;:]", " ", plain).split())
    return re.sub(r"[^\w/&'+ -]", " ", _SPACED.sub(lambda m: m[0].replace(" ", ""), plain)).split()


def _closes(words: list[str]) -> bool:
    if words[-1] not in _CLOSING or words[-2] in _PARTICLE:
        return False
    return not any(_unaccented(word) in _GIVEN for word in words)


def _unaccented(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
