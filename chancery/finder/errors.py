"""What is wrong with a query, where, and what to write instead: each fault once, with a code that a page translates.

The texts hold places for values (``{field}``); a page fills them into its own language's text.
"""

FAULTS: dict[str, tuple[str, str]] = {
    # the text
    "too_long": ("The query is longer than {most} characters", "Cut it into several."),
    "half_character": ("This is half a character", "Type or paste the text again."),
    "no_word": ("There is no word in this query", "Write at least one word or number."),
    "too_many_parts": ("The query has more than {most} parts", "Cut the query into several."),
    "patterns_too_dear": (
        "The words with *, ? or ~ would read too much of the index",
        "Write some of them out, begin them with more letters, or cut the query into several.",
    ),
    "stray": ("“{sign}” does not belong to anything", "Leave it out, or put it in quotation marks."),
    "stray_bracket": ("“{sign}” does not belong to anything", "A range is written [2000 TO 2005]."),
    "stray_brace": (
        "“{sign}” does not belong to anything",
        "Write a range that leaves its ends out with both braces: {{2000 TO 2005}}; or use square brackets.",
    ),
    "open_phrase": ("“{sign}” does not belong to anything", 'Close the phrase with a second ".'),
    "open_regex": ("This regular expression has no end", "Write a second / after it, or put the / in quotation marks."),
    # operators and groups
    "end_missing": ("Something is missing at the end", "Write a word after the operator."),
    "word_missing": ("A word is missing before “{sign}”", "Write a word on both sides of it."),
    "closes_nothing": ("This parenthesis closes nothing", "Take it away, or open one before."),
    "not_closed": ("This parenthesis is not closed", "Write ) where the group ends."),
    "too_deep": (
        "The clauses stand too deep inside each other",
        "No more than {most} may stand inside each other: cut the query into several.",
    ),
    "unknown_operator": (
        "{sign} is not an operator here",
        'Use NEAR, BEFORE or a "phrase"; or write the word in small letters.',
    ),
    "not_first": ("“not” stands between two clauses here", "Write something to find before it: siemens not solar."),
    # fields
    "unknown_field": (
        "There is no field “{field}”",
        "Did you mean {meant}? If it is not a field, put it in quotation marks.",
    ),
    "no_such_field": ("There is no field “{field}”", "If it is not a field, put it in quotation marks."),
    "not_in_our_records": (
        "The records here hold no field “{field}”: {what}",
        "Leave this clause out, or look in all fields.",
    ),
    "field_in_field": (
        "A field cannot stand inside a field",
        "Close the first field's parenthesis before naming another.",
    ),
    "nothing_after_field": ("Nothing stands after “{field}”", "Write what to look for after it, e.g. {example}."),
    "value_empty": ("There is nothing to look for between the quotation marks", "Write a value."),
    "phrase_empty": ("There is no word between the quotation marks", "Write a word there."),
    "value_unknown": ("“{field}” cannot be “{value}”", "Write one of: {values}."),
    # words
    "approximate_value": (
        "“{field}” cannot be looked for approximately",
        "Leave out the ~, or use * and ? for the places that are open.",
    ),
    "approximate_letters": ("A word may differ by one or two letters", "Write {word}~ or {word}~2."),
    "approximate_words": ("Only one word can be looked for approximately", "Leave out the ~."),
    "approximate_wild": ("A word is approximate or has wildcards, not both", "Leave out the ~, or the * and ?."),
    "too_many_stars": ("A word takes at most {most} times *", "Leave out the * between letters that matter little."),
    "too_many_maybes": (
        "The open places of this word stand for more than {most} spellings",
        "Use * for several open places, or fewer of them.",
    ),
    "cjk_wild": (
        "Wildcards cannot stand between Chinese, Japanese or Korean characters",
        "Write the characters without * and ?; they are found wherever they stand together.",
    ),
    "too_much_time": (
        "This query needs more than {seconds} seconds of a processor",
        "Begin its words with letters before the first *, name a field, or cut it into several.",
    ),
    "phrase_wild": (
        "Only the first or the last word of a phrase takes a *",
        "Leave out the others, or put a \\ before a * that is meant itself.",
    ),
    "too_wide": ("This pattern is too wide", "Write more letters, or fewer * and ?."),
    "regex_sign": (
        "“{sign}” is not part of regular expressions here",
        "Use letters, ., [abc], [^abc], (a|b), *, +, ? and {{2,3}}; put \\ before a sign that is meant itself.",
    ),
    "regex_closing": ("This regular expression closes a group it did not open, or the reverse", "Check the ( and )."),
    "regex_repeat": ("There is nothing here to repeat", "Write a letter, a [class] or a (group) before it."),
    "regex_count": ("A repetition counts from 0 to {most}, the smaller number first", "Write e.g. a{{2,3}}."),
    "regex_class": ("This class of letters is not complete", "Write e.g. [abc], [a-z] or [^0-9]."),
    "regex_large": ("This regular expression is too large", "Repeat less, or write fewer alternatives."),
    "weight": ("A weight is a number above 0 and up to {most}", "Write e.g. electric^2."),
    "weighted_not": ("What must not be found has no weight", "Leave out the ^ and the number after it."),
    # nearness
    "near_words": ("Nearness is measured between two words", "Put exactly two words there, or leave out the ~."),
    "near_sides": (
        "{sign} joins words, phrases, words with wildcards, or choices of these",
        "Join everything else with AND.",
    ),
    "near_fields": ("Both sides of {sign} must be in one field", "Write the field once: title:(solar NEAR panel)."),
    "near_chain": ("{sign} joins two sides only", "Join the third with AND."),
    "near_distance": ("{sign} takes a distance from 1 to {most}", "Use AND for words further apart."),
    "near_choices": ("This nearness stands for too many pairs of words", "Write more letters, or fewer choices."),
    # dates and ranges
    "no_date": ("“{text}” is not a date", "Write it in one of these forms: {forms}."),
    "date_wild": ("Dates take no wildcards", "A year or month stands for all its days: write {field}:2000."),
    "date_beyond": ("No date lies beyond this one", "Write a date between 1 and 9999."),
    "range_backwards": ("The range ends before it begins", "Write [{high} TO {low}]."),
    "range_field": (
        "Only dates, numbers and classes have ranges",
        "Name a field before it, e.g. published:[2000 TO 2005] or filed:>=2010.",
    ),
    "range_two": ("“within” takes two values", 'Write them in quotation marks, e.g. pd within "2000 2005".'),
    "range_number": ("“{text}” is not a number that has an order", "Write a whole number, e.g. EP1000000."),
    # relations of CQL and RSQL
    "relation": ("“{relation}” is not a relation here", "Use one of: {relations}."),
    "relation_missing": ("A relation is missing after “{field}”", "Write e.g. {field}{example}."),
    "relation_field": ("“{field}” cannot be compared with {relation}", "Use one of: {relations}."),
    "argument_missing": ("A value is missing here", "Write a word, or words in quotation marks."),
    "list_missing": ("{relation} takes a list", "Write it in parentheses: {field}{relation}(9,35)."),
    "list_unwanted": ("{relation} takes one value", "Use =in= for a list of values."),
    # sets
    "no_set": ("There is no set {name} before this one", "Refer to sets with smaller numbers."),
    "set_not_understood": ("The set {name} is not understood", "Mend that line first."),
    "set_apart": ("{name} is a set and stands where only words can", "Join sets with AND, OR and NOT."),
    "set_not_counted": (
        "This line was not counted: those before it took the time that one request has",
        "Ask for it alone, or for fewer lines at once.",
    ),
    # asking
    "no_dialect": ("There is no query language “{name}”", "Choose one of: {names}."),
    "not_a_words_field": ("“{field}” does not hold words", "Use a plain value, or * and ?."),
    "no_sort": ("There is no order “{name}”", "Choose one of: {names}."),
    "no_facet": ("There is no facet “{name}”", "Choose among: {names}."),
    "bad_cursor": ("This mark of a page does not belong to this search", "Begin at the first page."),
}
"""Code to message and remedy, in English, with the places of their values."""


class QueryError(ValueError):
    """A query that cannot be understood: the fault's ``code`` (a key of ``FAULTS``) with its ``values``, and at
    which character of the text (0-based; None when the fault is not in the text).
    """

    def __init__(self, code: str, position: int | None = None, **values: object) -> None:
        self.code = code
        self.position = position
        self.values = {name: str(value) for name, value in values.items()}
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return FAULTS[self.code][0].format_map(self.values)

    @property
    def remedy(self) -> str:
        """What to write instead, in English."""
        return FAULTS[self.code][1].format_map(self.values)

    def __str__(self) -> str:
        place = "" if self.position is None else f" (character {self.position + 1})"
        return f"{self.message}{place}. {self.remedy}".strip()
