"""``{% load devices %}``: a browser in the words of the person who uses it."""

from django import template

from chancery.records.accounts.devices import named

register = template.Library()
register.filter("browser", named)
