"""The one writer of articles, from the records of saved pages to rows: the same archive in whatever order they arrive.

`loading` finds and reads the files, `sightings` is what stood where, `identity` says which sightings are of one
article and `assigning` which row that is, `settling` what the archive says of it; `archive` writes it all in one
transaction a batch, and `report` tells of it.
"""
