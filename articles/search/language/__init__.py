"""The language of queries: what a visitor types, read into a tree that knows no engine, and written again.

`reading.read` reads and never raises, `writing.write` writes a tree as a query, `judging` says what kind of query a
tree is. Nothing here knows Django or an engine, but for `wording`, which puts mistakes into the reader's words.
"""
