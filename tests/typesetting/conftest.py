from collections.abc import Callable

import pytest

from kotoutus_desktop.typesetting import (
    Paragraph,
    build_pdf,
    isolate_latin_pieces,
    style_for,
)

SENTENCES = {
    "fi": "Tapaaminen on 12.3.2026 klo 14:30 osoitteessa Hämeentie 15 A. Tavoite on taso B1.1.",
    "sv": "Mötet är den 12.3.2026 kl. 14.30 på Hämeentie 15 A. Målet är nivå B1.1 och ett arbete.",
    "en": "The office (first floor) offers efficient “first-step” guidance on 12.3.2026 at 14:30.",
    "ru": "Встреча состоится 12.3.2026 в 14:30. Цель плана — уровень финского языка B1.1.",
    "uk": "Мета плану — рівень B1.1 і працевлаштування, ґрунтовна підготовка, щоб їхати.",
    "ar": "هدف الخطة هو الوصول إلى المستوى المطلوب في اللغة الفنلندية والحصول على عمل",
    "fa": "هدف برنامه یادگیری زبان و پیدا کردن کار است. اگر نمی‌توانید بیایید تماس بگیرید",
    "so": "Ujeeddada qorshuhu waa heerka B1.1 ee luqadda Finnishka iyo shaqo helid.",
    "ti": "ዕላማ ናይቲ መደብ ደረጃ B1.1 ቋንቋ ፊንላንድን ስራሕ ምርካብን እዩ።",
    "th": "กรุณาโทรหาเรา หากคุณไม่สามารถมาได้ น้ำที่อยู่ใต้เก้าอี้ ปู่ ผู้ใหญ่",
    "my": "မလာနိုင်ပါက ဖုန်းဆက်ပါ။ ကျွန်ုပ်တို့သည်မြန်မာနိုင်ငံသားများအတွက်ဝန်ဆောင်မှုပေးသည်။",
    "zh": "会面时间为2026年3月12日14:30。您可以在就业服务中心申请语言培训、职业指导。",
}


@pytest.fixture
def sentences() -> dict[str, str]:
    return dict(SENTENCES)


@pytest.fixture
def printed() -> Callable[[str, str], bytes]:
    def make(text: str, language: str) -> bytes:
        paragraph = Paragraph(isolate_latin_pieces(text, language), style_for(language, 10.5))
        return build_pdf([paragraph], title="Plan", language=language)

    return make
