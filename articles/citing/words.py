"""The words that citations are made with. The archive's own name is that of its pages."""

ARCHIVE_NAMES = {"ar": "أرشيف الأخبار العربية", "en": "Arabic News Archive"}

PHRASES = {
    "ar": {
        "excerpt": "(مقتطف)",
        "unknown paper": "صحيفة غير معروفة",
        "undated": "بلا تاريخ",
        "from": "من {}",
        "number": "المقال رقم {}",
        "original": "العنوان الأصلي",
        "accessed": "تاريخ الاطلاع",
    },
    "en": {
        "excerpt": "(excerpt)",
        "unknown paper": "newspaper unknown",
        "undated": "undated",
        "from": "from {}",
        "number": "article {}",
        "original": "Original address",
        "accessed": "Accessed",
    },
}


def join_names(names: list[str], language: str) -> str:
    """ "ليلى الخطيب وسامر حداد", "Layla and Samir"."""
    if len(names) < 2:
        return "".join(names)
    comma, last = ("، ", " و") if language == "ar" else (", ", " and ")
    return comma.join(names[:-1]) + last + names[-1]
