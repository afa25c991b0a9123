"""Sentences of the law, the finder and the declarations, listed so that the catalogues of translations have them."""
