"""An article as others cite it: its facts in, and out come citations in words, BibTeX, RIS, CSL-JSON and COinS.

Nothing here knows Django. Every writer takes any number of articles and gives their texts one by one, so that a list of
any length can be sent as it is made.
"""
