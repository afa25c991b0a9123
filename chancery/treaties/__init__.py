"""What the law says: pure Python, no Django, no clock, no network; one package a treaty, one module an
article or chapter.
"""
