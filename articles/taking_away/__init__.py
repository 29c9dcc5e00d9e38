"""A result as a file: articles' facts in, and out come the bytes of CSV, XLSX, JSON Lines, RIS, BibTeX and ZIP.

Nothing here knows Django. Every writer takes any number of articles in their order and gives bytes as they are made,
with no more in memory than a few articles. An article that is gone (`articles.Gone`) is never passed over in silence.
"""
