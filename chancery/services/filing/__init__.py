"""Drafting an international application, having it checked, signing it and handing it in; answering the office."""
