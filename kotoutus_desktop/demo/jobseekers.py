"""Fictional clients who look for work (§ 14(1) point 1)."""

from kotoutus_desktop.demo.person import (
    Birth,
    Home,
    Job,
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
from kotoutus_desktop.models.client import (
    ClosingReason,
    HouseholdRole,
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

JOBSEEKERS: tuple[Person, ...] = (
    Person(
        "Ivanova",
        "Yulia",
        "Иванова Юлия Андреевна",
        Birth(34, 4, 4, code=921),
        ("643",),
        Speech("ru", "ru", ("en",), reads=("ru", "en")),
        Stay.spouse(420),
        Story(
            Learned.from_employment_authority(150),
            Interviewed(130, 100, plan_in=-60),
            (Planned(60, free="Toivon opiskelevani iltaisin, kun lapsi on kotona isän kanssa."),),
        ),
        call="Yulia",
        earlier="Smirnova",
        path="own_occupation",
        job=Job(160),
        home=Home("Mallikuja 30", role=HouseholdRole.ADULT, phone="040 555 0141", since=410),
    ),
    Person(
        "Tamm",
        "Kristjan",
        "",
        Birth(51, 6, 6, code=922),
        ("233",),
        Speech("et", "et", ("ru", "fi"), interpreter=False, reads=("et", "ru")),
        Stay(RightOfResidence.REGISTERED_RIGHT, "eu_registration", 500, arrived=520),
        Story(
            Learned.from_employment_authority(200),
            Interviewed(190, 175, plan_in=-120),
            (Planned(120, acceptance=Acceptance.ORAL),),
        ),
        path="job",
        job=Job(210),
        home=Home("Mallikuja 31", phone="040 555 0142", email="kristjan@tamm.example", since=500),
        with_colleague=True,
    ),
    Person(
        "Yılmaz",  # noqa: RUF001 - a Turkish letter
        "Emre",
        "",
        Birth(30, 9, 19, code=923),
        ("792",),
        Speech("tr", "tr", ("en", "de"), reads=("tr", "en")),
        Stay.spouse(300),
        Story(
            Learned.from_employment_authority(70),
            Interviewed(50, 20, plan_in=1),
            (Planned(None),),
        ),
        call="Emre",
        path="business",
        job=Job(75),
        home=Home("Esimerkkitie 41", phone="040 555 0143", since=290),
    ),
    Person(
        "García Restrepo",
        "María Fernanda",
        "",
        Birth(32, 2, 14, code=924),
        ("170",),
        Speech("es", "es", ("en",), reads=("es", "en")),
        Stay.spouse(210),
        Story(
            Learned.from_employment_authority(110),
            Interviewed(95, 70, plan_in=-45),
            (Planned(45, unreferred=1),),
        ),
        call="Fernanda",
        path="trial",
        job=Job(115),
        home=Home("Esimerkkitie 43 A", phone="040 555 0144", since=205),
    ),
    Person(
        "Popescu",
        "Ana-Maria",
        "",
        Birth(26, 3, 3),
        ("642",),
        Speech("ro", "ro", ("en",), reads=("ro", "en")),
        Stay(RightOfResidence.REGISTERED_RIGHT, "eu_registration", 80, arrived=95),
        Story(Learned.from_employment_authority(25), Interviewed(13, heads=7)),
        path="job",
        job=Job(28),
        home=Home("Mallikuja 34", phone="040 555 0145", since=70),
        with_colleague=True,
    ),
    Person(
        "Hoxha",
        "Arben",
        "",
        Birth(37, 11, 28, code=925),
        ("008",),
        Speech("sq", "sq", ("it", "en"), reads=("sq", "en")),
        Stay(RightOfResidence.PERMIT, "other_work", 380, None, 100, 380),
        Story(
            Learned.from_employment_authority(200),
            Interviewed(180, 160, plan_in=None, outcome="R-033", guided=Wording.of("O-057")),
            closed=60,
            closing=ClosingReason.MOVED_AWAY,
        ),
        path="job",
        need=Need(asked=True, judged=True, reason="Pyysi arviointia työpaikan vaihtuessa."),
        job=Job(210, unemployed=False),
        home=Home("Mallikuja 35", since=370),
    ),
    Person(
        "Rahman",
        "Md Shafiqul",
        "মোঃ শফিকুল রহমান",
        Birth(41, 7, 15, code=926),
        ("050",),
        Speech("bn", "bn", ("en", "hi"), reads=("bn", "en")),
        Stay.family_of_worker(130),
        Story(Learned.from_employment_authority(4, consented=False)),
        call="Shafiqul",
        job=Job(6),
        home=Home("Mallikuja 36", phone="040 555 0146", since=125),
    ),
)
