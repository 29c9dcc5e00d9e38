"""The archive for programs, at /api/v1/: what the pages show, as JSON, to be read by anyone and changed by no one.

`gateway` stands before every answer: it knows HTTP. The endpoints know the archive; `problems` are all that may go
wrong. What an address means is for `articles.views.search_address` alone to say, here as on the page.
"""
