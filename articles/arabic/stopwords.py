"""Words that say nothing of what a text is about, decided before letters are folded: على is one, علي is not."""

from articles.arabic.characters import ALEFS

_PARTICLES = """
في من على إلى عن مع حتى منذ مذ خلال بعد قبل بين عند لدى لدن نحو ضد دون عبر حول تجاه أثناء ضمن وفق حسب رغم سوى
إلا بدون أن إن لأن بأن كأن لكن لعل ليت إذ إذا إذن لو لولا لوما أو أما إما ثم بل كي لكي كما مما عما فيما بما
لما ما لا لم لن ليس ليست ليسوا قد سوف هل هلا نعم كلا أي أية أيا يا أيها أيتها حين حينما عندما بينما كلما مهما
حيثما حيث كيف كيفما متى أين أينما كم لماذا ماذا بماذا ولا فلا هنا هناك هنالك ثمة الآن أيضا فقط جدا كذلك لذا
لذلك بذلك كذا هكذا ربما إنما أنما كأنما بعدما قبلما لاسيما لابد
"""
_PRONOUNS = """
هو هي هم هن هما أنا أنت أنتم أنتما أنتن نحن هذا هذه هذان هذين هاتان هاتين هؤلاء ذلك ذاك تلك أولئك ذا ذو ذي ذات
لهذا لهذه بهذا بهذه كهذا كهذه لتلك بتلك لهؤلاء
الذي التي الذين اللذان اللذين اللتان اللتين اللاتي اللواتي اللائي من له لها لهم لهن لهما لنا لي لك لكم به بها
بهم بهن بهما بنا بك بكم بي فيه فيها فيهم فيهن فيهما فينا منه منها منهم منهن منهما منا مني منك منكم عنه عنها
عنهم عنهما عنا عني عليه عليها عليهم عليهن عليهما علينا عليك عليكم إليه إليها إليهم إليهما إلينا إليك إليكم معه
معها معهم معهما معنا معي معك بينه بينها بينهم بينهما بيننا لديه لديها لديهم لدينا عنده عندها عندهم عندنا أنه
أنها أنهم أنهما أنني أننا إنه إنها إنهم إنهما إنني إننا لأنه لأنها لأنهم لأننا بأنه بأنها بأنهم كأنه كأنها
لكنه لكنها لكنهم لكنني لكننا كأنهم كأننا لديك لديكم لعله لعلها بعده بعدها قبله قبلها دونه دونها
"""
_AUXILIARIES = """
كان كانت كانوا كانا كنت كنا يكون تكون يكونوا يكونون سيكون ستكون يكن تكن ليكون لتكون
"""
_QUANTITIES = """
كل كلها كله كلهم بكل لكل ككل كلا كلتا بعض بعضها بعضهم غير غيره غيرها غيرهم أحد إحدى
"""
# Letters which stand alone are clitics that a space or a line end tore off.
_LONE_CLITICS = "و ف ب ل ك"

_ALEFS = str.maketrans(dict.fromkeys(ALEFS, "ا"))
_WRITTEN = f"{_PARTICLES} {_PRONOUNS} {_AUXILIARIES} {_QUANTITIES} {_LONE_CLITICS}"
_AS_LISTED = frozenset(_WRITTEN.translate(_ALEFS).split())
# Egypt's press writes ى for a final ي: فى, التى. But منى is a place and a name, عنى is "meant".
_AS_IN_EGYPT = {word[:-1] + "ى" for word in _AS_LISTED if word.endswith("ي")} - {"منى", "عنى"}
_STOP_WORDS = _AS_LISTED | _AS_IN_EGYPT

# Content words which begin as "and" or "so" and end as one of the above: واحد is no و + أحد, فهم no ف + هم.
_NOT_JOINED = frozenset({"واحد", "ولي", "فهم", "فلك", "فكك"})


def is_stop_word(normal_word: str) -> bool:
    """Whether a normalised, unfolded word is a function word, also behind و and ف: على, وعلى, فإن; not علي."""
    word = normal_word.translate(_ALEFS)
    if word in _STOP_WORDS:
        return True
    return len(word) > 2 and word[0] in "وف" and word not in _NOT_JOINED and word[1:] in _STOP_WORDS
