"""Fictional clients who came with their families, for work or study."""

from kotoutus_desktop.demo.person import (
    Benefit,
    Birth,
    Home,
    Need,
    Person,
    Speech,
)
from kotoutus_desktop.demo.stay import (
    Stay,
)
from kotoutus_desktop.demo.story import (
    Interviewed,
    Learned,
    Planned,
    Story,
)
from kotoutus_desktop.models.circumstances import (
    BenefitKind,
    ContactChannel,
)
from kotoutus_desktop.rules.facts import (
    RightOfResidence,
)

NEWCOMERS: tuple[Person, ...] = (
    Person(
        "Saetang",
        "Suda",
        "สุดา แซ่ตั้ง",
        Birth(36, 10, 20, code=931),
        ("764",),
        Speech("th", "th", literacy="non_latin", reads=("th",)),
        Stay.spouse(600),
        Story(
            Learned(170, ContactChannel.KELA, "Kela", consented=True),
            Interviewed(160, 145, plan_in=-130),
            (Planned(130),),
        ),
        path="child_care",
        benefit=Benefit(BenefitKind.HOME_CARE_ALLOWANCE, 240),
        home=Home("Esimerkkitie 50", phone="040 555 0151", since=590),
    ),
    Person(
        "Gurung",
        "Sita",
        "सीता गुरुङ",
        Birth(29, 1, 7, code=932),
        ("524",),
        Speech("ne", "ne", ("hi", "en"), reads=("ne",)),
        Stay.family_of_worker(330),
        Story(Learned(26, ContactChannel.KELA, "Kela", consented=True), Interviewed(8, heads=1)),
        benefit=Benefit(
            BenefitKind.SOCIAL_ASSISTANCE, 210, True, "Tukea on saatu yhtäjaksoisesti puoli vuotta."
        ),
        path="training",
        home=Home("Esimerkkitie 52", phone="040 555 0152", since=320),
    ),
    Person(
        "Nguyễn",
        "Thị Thu Hà",
        "",
        Birth(24, 8, 18, code=933),
        ("704",),
        Speech("vi", "vi", ("en",), reads=("vi", "en")),
        Stay.family_of_worker(190),
        Story(
            Learned(40, ContactChannel.ASSOCIATION, "Esimerkkiyhdistys ry"),
            Interviewed(25, 3, plan_in=9),
        ),
        call="Hà",
        path="young",
        need=Need(
            asked=True, judged=True, reason="Ei kielitaitoa eikä verkostoa; haluaa opiskelemaan."
        ),
        home=Home("Mallikuja 40", phone="040 555 0153", since=185),
    ),
    Person(
        "Wang",
        "Xiuying",
        "王秀英",
        Birth(58, 5, 5),
        ("156",),
        Speech("zh", "zh", dialect="Mandariini", reads=("zh",)),
        Stay.family_of_worker(90),
        Story(Learned(3, ContactChannel.RELATIVE, "Tytär", handled_after=None)),
        home=Home("Mallikuja 41", phone="040 555 0154", since=85),
        need=Need(asked=True),
    ),
    Person(
        "Subramaniam",
        "Karthik",
        "கார்த்திக் சுப்பிரமணியம்",
        Birth(33, 12, 24, code=934),
        ("356",),
        Speech("ta", "en", ("en", "hi"), interpreter=False, reads=("ta", "en")),
        Stay(RightOfResidence.PERMIT, "specialist", 260, None, 470, 260),
        Story(Learned(20)),
        need=Need(asked=True, judged=False, reason="Vakituinen työ ja työkielenä englanti."),
        home=Home("Mallikuja 42", email="karthik@subramaniam.example", since=255),
    ),
    Person(
        "Silva dos Santos",
        "João Pedro",
        "",
        Birth(35, 9, 7),
        ("076",),
        Speech("pt", "pt", ("en", "es"), reads=("pt", "en")),
        Stay(RightOfResidence.RESIDENCE_CARD, "eu_family_card", 75, None, 365 * 5 - 75, 120),
        Story(
            Learned(
                *(18, ContactChannel.OTHER, "Seurakunnan diakonia"),
                consented=True,
                handled_after=11,
            )
        ),
        call="João",
        home=Home("Mallikuja 44", phone="040 555 0155", since=70),
    ),
)
