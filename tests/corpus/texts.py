"""Sentences made up for the tests of the page reader."""

from articles.corpus.records import CAPTION, PARAGRAPH, SUBHEADING, BlockRecord
from tests.corpus.builder import article, card

HARVEST = "مزارعو الزيتون في الجليل يبدأون موسم القطاف"
HARVEST_DECK = "موسم مبكر بعد أمطار الربيع وأسعار ترضي أصحاب المعاصر"
BRIDGE = "افتتاح جسر جديد للمشاة فوق نهر بردى"
LIBRARY = "مكتبة حلب العامة تستعيد 4 آلاف مخطوط"
FERRY = "العبّارة الأولى تعود إلى ميناء صيدا بعد توقف عامين"

OLIVES = BlockRecord(CAPTION, "عمال يجمعون ثمار الزيتون قرب قرية الرامة", "رويترز")
PRESS = BlockRecord(CAPTION, "معصرة حجرية قديمة أُعيد تشغيلها في البلدة", "أرشيفية - أ.ف.ب")
RIVER = BlockRecord(CAPTION, "الجسر كما بدا صباح الأحد من ضفة النهر الشرقية", "بلدية دمشق")
SHELVES = BlockRecord(CAPTION, "رفوف القاعة الكبرى بعد ترميمها", "وزارة الثقافة السورية")
HARBOUR = BlockRecord(CAPTION, "ركاب ينتظرون على رصيف الميناء", "د.ب.أ")

FIRST = BlockRecord(PARAGRAPH, "بدأ مئات المزارعين، أمس، قطف ثمار الزيتون في حقول تمتد من الرامة إلى سخنين.")
SECOND = BlockRecord(PARAGRAPH, "وقال صاحب معصرة إن الزيت هذا العام «أصفى لوناً وأطيب طعماً» مما كان في العام الماضي.")
THIRD = BlockRecord(PARAGRAPH, "وتتوقع النقابة أن يبلغ الإنتاج 18 ألف طن، أي بزيادة عشرة في المائة على العام الماضي.")
CROSSING = BlockRecord(
    PARAGRAPH, "افتتحت بلدية دمشق جسراً للمشاة يصل حيين قديمين كان سكانهما يسلكون طريقاً طويلاً للعبور."
)
COST = BlockRecord(PARAGRAPH, "وبلغت كلفة الجسر نصف مليون دولار دفعت البلدية ثلثها، وتبرع بالباقي تجار الحيين.")
SCROLLS = BlockRecord(
    PARAGRAPH, "أعادت بعثة من المرممين آلاف المخطوطات إلى رفوف المكتبة بعد سنوات قضتها في أقبية محصنة."
)
READERS = BlockRecord(PARAGRAPH, "وستفتح القاعة الكبرى أبوابها للقراء مطلع الشهر المقبل، وفق ما أعلنت إدارة المكتبة.")
PRICES = BlockRecord(SUBHEADING, "أسعار مرتفعة")
EXPORT = BlockRecord(SUBHEADING, "أسواق جديدة في الخارج")

MAIN_ARTICLE = article(HARVEST, OLIVES, FIRST, SECOND, PRICES, THIRD, deck=HARVEST_DECK)
BRIDGE_ARTICLE = article(BRIDGE, RIVER, CROSSING, COST, role="appended")
LIBRARY_ARTICLE = article(LIBRARY, SHELVES, SCROLLS, READERS, role="appended")

FERRY_CARD = card(
    FERRY,
    section="المشرق العربي",
    caption="العبّارة لدى رسوها في الميناء",
    credit="أ.ب",
    teaser="عادت العبّارة الأولى إلى رصيف صيدا، الثلاثاء، وعلى متنها مئتا راكب قدموا من مرسين.",
    byline="«الشرق الأوسط»",
    place="بيروت",
)
WELL_CARD = card(
    "بئر قديمة تروي قرية في موريتانيا... من حفرها؟",
    section="شمال افريقيا",
    caption="نساء يملأن الجرار عند فوهة البئر",
    credit="حساب البلدية على «إكس»",
    teaser="عثر سكان قرية في ولاية الترارزة على بئر مطوية بالحجارة لم يكن أحد يعرف بوجودها...",
    byline="الشيخ ولد أحمد",
    place="نواكشوط",
)
MATCH_CARD = card(
    "الأهلي يعود بنقطة من ملعب ضيفه",
    section="رياضة سعودية",
    caption="لاعبو الأهلي بعد صافرة النهاية",
    credit="واس",
    teaser="تعادل الأهلي بهدف لمثله في مباراة شهدت ثلاث بطاقات حمراء وركلة جزاء ضائعة.",
    byline="فهد العيسى",
    place="جدة",
)
CARDS = [FERRY_CARD, WELL_CARD, MATCH_CARD]
