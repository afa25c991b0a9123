"""A question as it is kept: ``{% load saving %}``."""

from django import template

from chancery.services.search.queries import Question
from chancery.services.search.saved import saved

register = template.Library()


@register.filter
def asked(question: Question) -> str:
    """A question as the address of its results, the collection aside."""
    return saved.asked_of(question)
