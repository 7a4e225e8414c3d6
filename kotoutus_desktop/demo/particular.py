"""Fictional clients in a particular position, and those the Act gives little or nothing."""

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
    Reviewed,
    Story,
)
from kotoutus_desktop.models.circumstances import (
    BenefitKind,
    ContactChannel,
)
from kotoutus_desktop.models.client import (
    Precision,
)
from kotoutus_desktop.models.plan import (
    Acceptance,
)
from kotoutus_desktop.phrases.wording import (
    Wording,
)
from kotoutus_desktop.rules.facts import (
    RightOfResidence,
)

PARTICULAR: tuple[Person, ...] = (
    Person(
        "Lindqvist",
        "Erik Johan",
        "",
        Birth(46, 4, 30, code=935),
        ("752",),
        Speech("sv", "sv", ("en",), interpreter=False, reads=("sv", "en")),
        Stay(RightOfResidence.NORDIC_REGISTRATION, "nordic", 160, arrived=160),
        Story(
            Learned(60),
            Interviewed(45, 35, plan_in=None, outcome="R-035", guided=Wording.of("O-055")),
        ),
        path="job",
        need=Need(asked=True, judged=True, reason="Pyysi neuvoja palvelujen löytämiseen."),
        home=Home("Mallikuja 45", phone="040 555 0156", since=160),
    ),
    Person(
        "Osagie",
        "Blessing",
        "",
        Birth(26, precision=Precision.YEAR),
        ("566",),
        Speech("en", "en", reads=("en",)),
        Stay(RightOfResidence.PERMIT, "trafficking_victim_continuous", 200, None, 165, 260),
        Story(
            Learned(150, ContactChannel.AUTHORITY, "Ihmiskaupan auttamisjärjestelmä", True),
            Interviewed(120, 90, plan_in=-70, county=True, outcome="R-031"),
            (Planned(70, acceptance=Acceptance.ORAL, reviews=(Reviewed(6, done=False),)),),
        ),
        call="Blessing",
        path="safety",
        need=Need(victim=True),
        safe_contact="Vain tekstiviestillä, arkisin klo 9–12. Ei soittoja.",
        non_disclosure=True,
    ),
    Person(
        "Dela Cruz",
        "Maricel",
        "",
        Birth(43, 12, 8, code=941),
        ("608",),
        Speech("fil", "fil", ("en",), reads=("fil", "en")),
        Stay(RightOfResidence.PERMIT, "trafficking_victim_continuous", 1300, None, 200, 1400),
        Story(Learned(17, ContactChannel.ASSOCIATION, "Esimerkkiyhdistys ry")),
        need=Need(asked=True, victim=True, reached=17),
        safe_contact="Yhdistyksen työntekijän kautta.",
    ),
    Person(
        "Bekele",
        "Abebech Tadesse",
        "አበበች ታደሰ በቀለ",
        Birth(39, 6, 1, code=942),
        ("231",),
        Speech("am", "am", ("en",), literacy="non_latin", reads=("am",)),
        Stay(RightOfResidence.PERMIT, "family_of_finnish_citizen", 1210, None, 250, 1230),
        Story(Learned(9, ContactChannel.KELA, "Kela", consented=True)),
        benefit=Benefit(BenefitKind.HOME_CARE_ALLOWANCE, 100),
        home=Home("Esimerkkitie 60", phone="040 555 0161", since=1200),
    ),
    Person(
        "Beridze",
        "Nino",
        "ნინო ბერიძე",
        Birth(31, 5, 26),
        ("268",),
        Speech("ka", "ru", ("ru",), reads=("ka", "ru")),
        Stay(RightOfResidence.NONE, "asylum_seeker", arrived=100),
        Story(Learned(7, ContactChannel.RECEPTION_CENTRE, "Esimerkin vastaanottokeskus", True)),
        home=Home(municipality=""),
    ),
)
