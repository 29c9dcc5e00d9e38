"""Reading news as it was saved: a path in, records and rejections out. Plain Python, no framework."""
