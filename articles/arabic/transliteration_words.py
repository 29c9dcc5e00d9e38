"""Words of Latin letters that are never names to be looked for: those which hold English and French sentences together.

Each would find an Arabic word of its sound (the -> ذا, for -> فور, was -> وز). Words which are names as well are not
here: may, will, mark.
"""

_ENGLISH = """
a about above after again against all also am an and any are aren as at be because been before being below between
both but by came can cannot come could couldn did didn do does doesn doing don done down during each either else ever
every few for from further get gets getting go goes going gone got had hadn has hasn have haven having he her here
hers herself him himself his how however i if in into is isn it its itself just last least less let like made make
makes many me might more most much must my myself near neither never no none nor not now of off often on once one only
or other others our ours out over own per put said same say says see she should shouldn since so some such take than
that the their theirs them themselves then there these they thing things this those though through thus to told too
took two under until up upon us use used using very via was wasn way we well went were weren what when where whether
which while who whom whose why with within without won would wouldn yes yet you your yours yourself
"""
_FRENCH = """
au aux avec ce ces cette dans des du elle en est et il ils je la le les leur leurs lui mais mes mon ne nos notre nous
ont ou par pas plus pour qu que qui sa ses si son sont sur ta te tes tu un une vos votre vous
"""

SENTENCE_WORDS = frozenset(f"{_ENGLISH} {_FRENCH}".split())
