"""Words that tell one kind of line from another, folded, as plain tables.

None of them decides alone: `phrases` weighs them with the shape of the line.
"""

from articles.arabic.folding import fold


def words(text: str) -> frozenset[str]:
    """The words of a text, folded."""
    return frozenset(fold(word) for word in text.split())


def names(text: str) -> frozenset[str]:
    """The names of one or more words in a text, folded, with commas between them."""
    return frozenset(fold(name.strip()) for name in text.split("،"))


# Verbs and particles that open a sentence of news and never the noun phrase of a caption or a subheading.
OPENERS = words("""
قال قالت قالوا يقول تقول أعلن أعلنت يعلن تعلن أكد أكدت أكدوا يؤكد تؤكد أضاف أضافت أضافوا يضيف ذكرت يذكر تذكر أفاد أفادت
كشفت يكشف أوضح أوضحت يوضح أشار أشارت أشاروا يشير تشير رأت يرى ترى اعتبر اعتبرت يعتبر تعتبر اتهم اتهمت يتهم تتهم
شدد شددت دعا دعت يدعو تدعو طالبت يطالب تطالب نقلت ينقل صرحت تابعت لفتت نفت ينفي أبلغ أبلغت حذرت يحذر رحب رحبت أعرب أعربت
وصفت شهدت يشهد تشهد أظهر أظهرت بلغ بلغت يبلغ قرر قررت كان كانت كانوا يكون تكون أصبح أصبحت ليس ليست بات باتت ظلت
يستعد تستعد يعتزم تعتزم يسعى تسعى يتوقع تتوقع يأتي تأتي جاء جاءت
إن أن لكن لكنه لكنها كما إذا لو لم لقد قد إلا حيث بينما فيما إذ رغم بحسب وفق جدير يجدر
""")

# Of these an "and" before them makes verbs; alone they may be nouns (طالب, a student; نقل, transport).
OPENERS_AFTER_AND = OPENERS | words("""
ذكر كشف رأى طالب نقل صرح تابع لفت نفى حذر وصف شهد قتل قتلت ظل عبر عبرت أسفر أدرج استقبل اجتمع التقى أجرى وقع وصل عقد بدأ
أكمل في من على إلى عن مع بعد قبل خلال منذ حتى عند لا ما هو هي هذا هذه ذلك تلك عندما لدى كل قام قامت سبق يبدو تأتي
""")

# Feminine nouns and names in -t that are no verbs of the past.
NOUNS_IN_T = words("""
بيروت بنت بيت صوت وقت موت زيت أخت سبت تحت حضرموت تكريت توقيت إنترنت تابوت ياقوت كونت تشات بيانات الكويت
طلعت بهجت عزت رفعت مدحت جودت نشأت حكمت شوكت عصمت ثروت صفوت عفت رأفت مرفت ميرفت هيلاري روبرت ألبرت بخيت
""")

# Beginnings of nouns whose first letter is waw: elsewhere a waw at the start of a line is "and".
NOUNS_IN_WAW = tuple(
    sorted(
        words("""
وزير وزار وزر وفد وفود وكيل وكال وحد واجه وقف وثيق وثائق ورش وسط والد والي وجب ورق وادي وجه وجوه وداع وصول واشنطن وارسو
وهران ولاي ولي وضع وقود ورود ورد وسائل وسيل وسام وسيط وساط وليد وائل
وفاة وفيات وفيق وزن وظائف وظيف واحد واحة واقع وعد وطن ودائع وجد وحش
""")
    )
)

# Nouns and participles at home in captions; of "during" and the like subheadings have as many.
CAPTION_WORDS = words("صورة لقطة جانب متحدثا متحدثة مستقبلا محاطا مصافحا لدى لحظة يظهر تظهر")

# Agencies and the like: a phrase in final brackets that has one of these names the owner of a picture.
CREDITS = words("""
رويترز أ.ف.ب أ.ب إ.ب.أ د.ب.أ ا.ف.ب غيتي الأناضول سانا واس وام كونا بنا بترا قنا مهر تسنيم إرنا إيسنا نوفوستي سبوتنيك تاس
شينخوا وفا سنتكوم وكالة وكالات أرشيفية أرشيف متداولة متداول إكس تويتر فيسبوك إنستغرام تلغرام تيليغرام يوتيوب لينكدإن
الوكالة حساب صفحة موقع إعلام تلفزيون قناة صحيفة خاص أسوشييتد فرانس برس إفي أنسا
afp ap reuters epa getty x upi tass spa wam mena facebook instagram telegram
""")

# What stands in brackets and is no credit: the other name of a month, a weekday.
NO_CREDITS = names("""
كانون الثاني، شباط، آذار، نيسان، أيار، حزيران، تموز، آب، أيلول، تشرين الأول، تشرين الثاني، كانون الأول،
يناير، فبراير، مارس، أبريل، مايو، يونيو، يوليو، أغسطس، سبتمبر، أكتوبر، نوفمبر، ديسمبر،
السبت، الأحد، الاثنين، الثلاثاء، الأربعاء، الخميس، الجمعة
""")

# Words of a clause after a verb of saying or thinking, which captions avoid.
CLAUSES = words("أن أنه أنها أنهم إن إنه إنها إنهم بأن بأنه بأنها لأن لأنه")
