"""Fictional families under protection: their members live together."""

from kotoutus_desktop.demo.person import (
    Birth,
    Home,
    Job,
    Obstacle,
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
    ContactChannel,
)
from kotoutus_desktop.models.client import (
    HouseholdRole,
    Precision,
)
from kotoutus_desktop.rules.facts import (
    Extension,
)

FAMILIES: tuple[Person, ...] = (
    Person(
        "Al-Khatib",
        "Amal Hassan",
        "أمل حسن الخطيب",
        Birth(38, 3, 14, code=901),
        ("760",),
        Speech("ar", "ar", ("en",), dialect="Levantin arabia", reads=("ar",)),
        Stay.protected(255),
        Story(
            Learned.from_migri(250),
            Interviewed(240, 200, plan_in=-178),
            (Planned(178, free="Tutustun lounaspaikkoihin ja kysyn kesätyötä."),),
        ),
        call="Amal",
        path="training",
        home=Home("Esimerkkitie 4 A 2", "khatib", HouseholdRole.ADULT, "040 555 0101", since=240),
        arrangements="Tapaamiset aamupäivisin, lapset ovat silloin koulussa ja hoidossa.",
    ),
    Person(
        "Al-Khatib",
        "Yousef",
        "يوسف الخطيب",
        Birth(42, 11, 2, code=902),
        ("760",),
        Speech("ar", "ar", dialect="Levantin arabia", literacy="latin", reads=("ar",)),
        Stay.family_of_protected(90),
        Story(
            Learned(80, ContactChannel.RELATIVE, "Puoliso"),
            Interviewed(60, 40, plan_in=-26),
            (Planned(26, unreferred=2),),
        ),
        call="Yousef",
        path="trial",
        home=Home("Esimerkkitie 4 A 2", "khatib", HouseholdRole.ADULT, "040 555 0102", since=80),
        job=Job(55),
    ),
    Person(
        "Al-Khatib",
        "Layan Amal",
        "ليان الخطيب",
        Birth(9, 6, 21),
        ("760",),
        Speech("ar", "ar", ("fi",), interpreter=False, reads=("ar", "fi")),
        Stay.family_of_protected(90),
        Story(Learned(5, ContactChannel.SCHOOL, "Esimerkin koulu", consented=True)),
        call="Layan",
        home=Home("Esimerkkitie 4 A 2", "khatib", HouseholdRole.CHILD, since=80),
    ),
    Person(
        "Xasan Cabdi",
        "Faadumo",
        "",
        Birth(31, 7, 1, Precision.DAY, 905),
        ("706",),
        Speech("so", "so", ("ar",), literacy="oral_only"),
        Stay.family_of_protected(500),
        Story(
            Learned(430, ContactChannel.KELA, "Kela", consented=True),
            Interviewed(420, 390, plan_in=-380, outcome="R-032"),
            (
                Planned(380, reviews=(Reviewed(200, "E-002", "E-022"),)),
                Planned(
                    20,
                    path="training",
                    extension=Extension.SPECIAL_MEASURES,
                    extension_reason="Ei koulutusta; lukutaitokoulutus on kesken.",
                ),
            ),
        ),
        call="Faadumo",
        path="literacy",
        obstacle=Obstacle(190, 100),
        home=Home("Mallikuja 5 A 1", "xasan", HouseholdRole.ADULT, "040 555 0107", since=480),
    ),
    Person(
        "Cabdi Nuur",
        "Maxamed",
        "",
        Birth(35, precision=Precision.YEAR, code=0),
        ("706",),
        Speech("so", "so", ("en", "sv"), reads=("so", "en"), learns="sv"),
        Stay.protected(310),
        Story(Learned.from_migri(300), Interviewed(280, 250, plan_in=-160), (Planned(160),)),
        path="swedish",
        home=Home("Mallikuja 5 A 1", "xasan", HouseholdRole.ADULT, "040 555 0108", since=300),
        job=Job(200),
        with_colleague=True,
    ),
    Person(
        "Bahati",
        "Furaha Espérance",
        "",
        Birth(40, precision=Precision.YEAR),
        ("180",),
        Speech("swc", "fr", ("sw", "rw"), literacy="latin", reads=("fr",)),
        Stay.protected(28, "quota_refugee"),
        Story(
            Learned.from_quota_selection(45),
            Interviewed(9, heads=2, county=True),
        ),
        call="Espérance",
        path="literacy",
        home=Home("Esimerkkitie 15 B", "bahati", HouseholdRole.ADULT, "040 555 0110", since=28),
    ),
    Person(
        "Bahati",
        "Amani",
        "",
        Birth(16, 2, 2),
        ("180",),
        Speech("swc", "fr", ("sw",), reads=("fr",)),
        Stay.protected(28, "quota_refugee"),
        Story(Learned(28, ContactChannel.RELATIVE, "Äiti")),
        call="Amani",
        home=Home("Esimerkkitie 15 B", "bahati", HouseholdRole.CHILD, since=28),
    ),
    Person(
        "Kovalenko",
        "Olena",
        "Коваленко Олена Сергіївна",
        Birth(39, 5, 23, code=911),
        ("804",),
        Speech("uk", "uk", ("ru", "en"), reads=("uk", "ru", "en")),
        Stay.temporary(700),
        Story(
            Learned(330, ContactChannel.SELF),
            Interviewed(320, 300, plan_in=-190),
            (Planned(190, reviews=(Reviewed(12, "E-003", "", "E-040"),)),),
        ),
        call="Olena",
        path="own_occupation",
        home=Home(
            "Esimerkkitie 6 B 3", "kovalenko", HouseholdRole.ADULT, "040 555 0131", since=330
        ),
        job=Job(250, unemployed=False),
    ),
    Person(
        "Kovalenko",
        "Danylo",
        "Коваленко Данило Ігорович",
        Birth(15, 1, 30, code=912),
        ("804",),
        Speech("uk", "uk", ("ru", "fi"), interpreter=False, reads=("uk", "fi")),
        Stay.temporary(700),
        Story(
            Learned(
                11, ContactChannel.SCHOOL, "Esimerkin koulu", consented=True, handled_after=None
            )
        ),
        call="Danylo",
        home=Home("Esimerkkitie 6 B 3", "kovalenko", HouseholdRole.CHILD, since=330),
    ),
    Person(
        "Kovalenko",
        "Halyna",
        "Коваленко Галина Петрівна",
        Birth(67, 8, 8, code=913),
        ("804",),
        Speech("uk", "uk", ("ru",), reads=("uk", "ru")),
        Stay.temporary(690),
        Story(
            Learned(320, ContactChannel.RELATIVE, "Tytär"),
            Interviewed(300, 280, plan_in=-155),
            (Planned(155),),
        ),
        call="Halyna",
        path="pension",
        home=Home("Esimerkkitie 6 B 3", "kovalenko", HouseholdRole.OTHER, since=320),
    ),
)
