"""The index as arrays: how articles become segments, and how queries are answered from them.

Whoosh keeps the schema, the query objects, the list of segments and its commits; what is in a segment, and how it is
written and searched, is here. It knows nothing of Haystack, Django or news.
"""
