"""Latin names that Arabic writes otherwise than they sound, and those whose sound is oftener that of another word.

Damascus is no sound of دمشق, and Kuwait would be القوات. Arabic spellings are parted by commas, the usual one first.
"""

from articles.arabic.folding import fold
from articles.arabic.transliteration_sounds import latin_letters

_ARAB_PLACES = """
Aleppo حلب
Alep حلب
Alexandria الإسكندرية, إسكندرية
Alexandrie الإسكندرية, إسكندرية
Algeria الجزائر
Algerie الجزائر
Algiers الجزائر
Alger الجزائر
Amman عمان
Baalbek بعلبك
Bahrain البحرين
Basra البصرة
Bethlehem بيت لحم
Cairo القاهرة
Caire القاهرة
Damascus دمشق
Damas دمشق
Damietta دمياط
Djibouti جيبوتي
Egypt مصر
Egypte مصر
Emirates الإمارات
Euphrates الفرات
Gaza غزة
Giza الجيزة
Hama حماة
Hebron الخليل
Homs حمص
Iraq العراق
Irak العراق
Jaffa يافا
Jeddah جدة
Jenin جنين
Jericho أريحا
Jerusalem القدس
Jordan الأردن, جوردان
Jordanie الأردن
Kuwait الكويت, كويت
Koweit الكويت, كويت
Latakia اللاذقية
Lebanon لبنان
Liban لبنان
Luxor الأقصر
Marrakesh مراكش
Marrakech مراكش
Mecca مكة
Mauritania موريتانيا
Morocco المغرب
Maroc المغرب
Mosul الموصل
Muscat مسقط
Nablus نابلس
Nazareth الناصرة
Oman عمان
Palestine فلسطين
Palmyra تدمر
Qatar قطر
Qassim القصيم
Raqqa الرقة
Raqqah الرقة
Sanaa صنعاء
Saudi السعودية, سعودي
Sidon صيدا
Sinai سيناء
Somalia الصومال, صوماليا
Syria سوريا, سورية
Syrie سوريا, سورية
Tartus طرطوس
Tigris دجلة
Tripoli طرابلس
Tyre صور
Yanbu ينبع
Yemen اليمن
"""
_OTHER_PLACES = """
Athens أثينا
Austria النمسا
Beijing بكين
Brussels بروكسل
Bruxelles بروكسل
Chechnya الشيشان
China الصين
Chine الصين
Cologne كولونيا
Copenhagen كوبنهاغن, كوبنهاجن
Crete كريت
Croatia كرواتيا
Cyprus قبرص
Chypre قبرص
England إنجلترا, إنكلترا
Ethiopia إثيوبيا
Florence فلورنسا
Geneva جنيف
Germany ألمانيا
Greece اليونان
Grece اليونان
Hague لاهاي
Hungary المجر, هنغاريا
India الهند
Inde الهند
Ireland أيرلندا, إيرلندا
Japan اليابان
Japon اليابان
Kabul كابول, كابل
Lausanne لوزان
Lisbon لشبونة
Milan ميلانو, ميلان
Munich ميونيخ, ميونخ
Naples نابولي
Norway النرويج
Nicosia نيقوسيا
Poland بولندا
Rome روما
Seoul سيول, سيئول
Seville إشبيلية
Sevilla إشبيلية
Spain إسبانيا
Sweden السويد
Switzerland سويسرا
Suisse سويسرا
Turkey تركيا
Turquie تركيا
Ukraine أوكرانيا
Venice البندقية, فينيسيا
Vatican الفاتيكان
Warsaw وارسو
"""
_PEOPLE = """
Abadi العبادي, عبادي
Arafat عرفات
Biden بايدن
Geagea جعجع
Hamas حماس
Haniyeh هنية
Kerry كيري
Likud الليكود
Macron ماكرون
Maliki المالكي, مالكي
Meshaal مشعل
Mubarak مبارك
Ramallah رام الله
Zawahiri الظواهري
Davutoglu داود أوغلو, داوود أوغلو
"""


def _read(lines: str) -> dict[str, tuple[str, ...]]:
    parted = (line.split(" ", 1) for line in lines.strip().splitlines())
    return {latin_letters(latin): tuple(fold(arabic).split(", ")) for latin, arabic in parted}


KNOWN_NAMES = _read(_ARAB_PLACES) | _read(_OTHER_PLACES) | _read(_PEOPLE)
