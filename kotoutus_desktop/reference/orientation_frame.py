"""The seventy-hour frame of a course, as the Finnish Refugee Council divided the hours.

The hours by part are those of its course in participants' own languages (Suomen Pakolaisapu,
Omakielinen yhteiskuntaorientaatio). Which of the twelve topics of 681/2023 § 25(2) and Decree
576/2024 § 1(1) a part deals with is our own reading, no law: the office changes it.
"""

from dataclasses import dataclass

SOURCE = "Suomen Pakolaisapu, pakolaisapu.fi/omakielinen-yhteiskuntaorientaatio-kurssi"


@dataclass(frozen=True)
class FramePart:
    """A part of the frame, its hours, and the codes of the topics it deals with."""

    fi: str
    sv: str
    en: str
    hours: int
    topics: tuple[str, ...]

    def title(self, language: str) -> str:
        """Return the title in fi, sv or en; in any other language the English one."""
        return {"fi": self.fi, "sv": self.sv}.get(language, self.en)


SEVENTY_HOURS = (
    FramePart("Johdanto", "Introduktion", "Introduction", 3, ("integration_services",)),
    FramePart(
        "Suomi ja kulttuuri",
        "Finland och kulturen",
        "Finland and its culture",
        6,
        ("history_culture", "values_norms_law", "living_in_finland"),
    ),
    FramePart("Yhteiskunta", "Samhället", "Society", 5, ("society", "rights_equality")),
    FramePart(
        "Muutto ja asuminen",
        "Flytt och boende",
        "Moving and housing",
        6,
        ("living_in_finland", "economy_everyday"),
    ),
    FramePart(
        "Perhe ja lapset",
        "Familj och barn",
        "Family and children",
        18,
        ("gender_sexual_rights", "rights_equality", "economy_everyday"),
    ),
    FramePart("Koulutus", "Utbildning", "Education", 6, ("studying",)),
    FramePart(
        "Työ ja toimeentulo",
        "Arbete och försörjning",
        "Work and livelihood",
        6,
        ("work_enterprise", "economy_everyday"),
    ),
    FramePart(
        "Terveys ja ikääntyminen",
        "Hälsa och åldrande",
        "Health and ageing",
        6,
        ("living_in_finland", "gender_sexual_rights"),
    ),
    FramePart(
        "Laki ja oikeus",
        "Lag och rätt",
        "Law and justice",
        6,
        ("rights_duties", "values_norms_law", "rights_equality"),
    ),
    FramePart(
        "Politiikka ja vaikuttaminen",
        "Politik och påverkan",
        "Politics and influence",
        5,
        ("associations_participation", "society"),
    ),
    FramePart("Yhteenveto ja palaute", "Sammanfattning och respons", "Summary and feedback", 3, ()),
)
