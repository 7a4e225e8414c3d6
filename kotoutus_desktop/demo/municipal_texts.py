"""What the demo municipality writes into its documents, in Finnish, Swedish and English."""

from kotoutus_desktop.models.service import Organiser
from kotoutus_desktop.rules.programme_gaps import GoalArea

Texts = dict[str, str]


def _said(finnish: str, swedish: str, english: str) -> Texts:
    return {"fi": finnish, "sv": swedish, "en": english}


PROGRAMME: dict[str, Texts] = {
    "about": _said(
        "Ohjelma kokoaa kotoutumisen alkuvaiheen palvelut yhteen paikkaan.",
        "Programmet samlar de inledande integrationstjänsterna på ett ställe.",
        "The programme brings the services of the first phase of integration together.",
    ),
    "responsibilities": _said(
        "Kunta vastaa ohjelmasta. Työllisyysalue vastaa työnhakijoiden palveluista ja "
        "hyvinvointialue sosiaali- ja terveyspalveluista.",
        "Kommunen ansvarar för programmet. Sysselsättningsområdet ansvarar för de arbetssökandes "
        "tjänster och välfärdsområdet för social- och hälsovården.",
        "The municipality is responsible for the programme, the employment area for the services "
        "of jobseekers, the wellbeing services county for social and health services.",
    ),
    "co_operation": _said(
        "Palveluista sovitaan yhdessä neljä kertaa vuodessa.",
        "Om tjänsterna kommer man överens tillsammans fyra gånger om året.",
        "The services are agreed on together four times a year.",
    ),
    "follow_up": _said(
        "Kunta kokoaa luvut arvioinneista, suunnitelmista ja koulutuksista puolivuosittain.",
        "Kommunen samlar siffrorna om bedömningar, planer och utbildningar varje halvår.",
        "The municipality collects the numbers of assessments, plans and training twice a year.",
    ),
}
STRATEGY: dict[str, Texts] = {
    "about": _said(
        "Asiakirja kokoaa kunnan tavoitteet kotoutumisessa ja hyvissä väestösuhteissa.",
        "Dokumentet samlar kommunens mål för integration och goda befolkningsrelationer.",
        "This document holds the municipality's goals for integration and good relations.",
    ),
    "cooperation": _said(
        "Työryhmässä ovat sivistys, työllisyys, hyvinvointi ja järjestöt.",
        "I arbetsgruppen finns bildning, sysselsättning, välfärd och organisationer.",
        "Education, employment, wellbeing and associations sit in the working group.",
    ),
    "county": _said(
        "Palvelut sovitetaan yhteen hyvinvointialueen kanssa keväisin.",
        "Tjänsterna samordnas med välfärdsområdet varje vår.",
        "The services are co-ordinated with the wellbeing services county every spring.",
    ),
    "national_goals": _said(
        "Valtakunnalliset tavoitteet on otettu huomioon tavoitteissa 1 ja 2.",
        "De nationella målen har beaktats i målen 1 och 2.",
        "The national goals are taken into account in goals 1 and 2.",
    ),
    "employment_goals": _said(
        "Työllisyysalueen tavoitteet ovat tavoitteen 1 lähtökohta.",
        "Sysselsättningsområdets mål är utgångspunkten för mål 1.",
        "The goals of the employment area are where goal 1 begins.",
    ),
    "municipal_strategy": _said(
        "Kuntastrategian kohta Uudet asukkaat.",
        "Kommunstrategins punkt Nya invånare.",
        "The part New residents of the municipality's strategy.",
    ),
    "budget": _said(
        "Toimenpiteet ovat vuosittain talousarviossa.",
        "Åtgärderna finns årligen i budgeten.",
        "The measures are in the budget every year.",
    ),
    "welfare_plan": _said(
        "Osallisuuden tavoitteet ovat samat kuin hyvinvointisuunnitelmassa.",
        "Målen för delaktighet är desamma som i välfärdsplanen.",
        "The goals of participation are those of the wellbeing plan.",
    ),
    "employment_services_plan": _said(
        "Suunnitelma työvoimapalveluiden järjestämisestä käsitellään samassa kokouksessa.",
        "Planen om ordnande av arbetskraftsservice behandlas på samma möte.",
        "The plan for arranging employment services is dealt with at the same meeting.",
    ),
    "jobseeker_follow_up": _said(
        "Työnhakijoita seurataan työllisyysalueen kanssa.",
        "Arbetssökande följs upp med sysselsättningsområdet.",
        "Jobseekers are followed up with the employment area.",
    ),
    "follow_up": _said(
        "Tavoitteet käydään läpi kahdesti vuodessa.",
        "Målen gås igenom två gånger om året.",
        "The goals are gone through twice a year.",
    ),
}
GROUPS: dict[str, Texts] = {
    "home_care": _said(
        "Tavoitetaan neuvolassa ja äitien kielikerhossa.",
        "Nås på rådgivningen och i språkklubben för mammor.",
        "Reached at the maternity clinic and in the mothers' language club.",
    ),
    "jobseekers": _said(
        "Työllisyysalue ohjaa palveluihin.",
        "Sysselsättningsområdet vägleder till tjänsterna.",
        "The employment area guides to the services.",
    ),
    "social_assistance": _said(
        "Kelan tieto otetaan käsittelyyn viikon kuluessa.",
        "Uppgiften från FPA tas upp inom en vecka.",
        "What Kela tells is taken up within a week.",
    ),
    "quota_refugees": _said(
        "Vastaanotto suunnitellaan hyvinvointialueen kanssa ennen saapumista.",
        "Mottagandet planeras med välfärdsområdet före ankomsten.",
        "The reception is planned with the wellbeing services county before arrival.",
    ),
    "trafficking_victims": _said(
        "Asiat hoitaa nimetty asiantuntija.",
        "Ärendena sköts av en namngiven sakkunnig.",
        "A named counsellor handles the cases.",
    ),
    "unaccompanied": _said(
        "Hyvinvointialue vastaa asumisesta ja tuesta, kunta koulusta.",
        "Välfärdsområdet ansvarar för boende och stöd, kommunen för skolan.",
        "The county is responsible for housing and support, the municipality for school.",
    ),
}
PARTNERS: tuple[tuple[str, Organiser, Texts], ...] = (
    (
        "Työllisyysalue",
        Organiser.EMPLOYMENT_AREA,
        _said("Työnhakijoiden palvelut", "Tjänster för arbetssökande", "Services of jobseekers"),
    ),
    (
        "Pohteen hyvinvointialue",
        Organiser.COUNTY,
        _said(
            "Sosiaali- ja terveyspalvelut", "Social- och hälsovård", "Social and health services"
        ),
    ),
    (
        "SPR Utajärven osasto",
        Organiser.ASSOCIATION,
        _said("Ystävätoiminta ja kielikahvila", "Vänverksamhet och språkkafé", "Language café"),
    ),
)
GOALS: tuple[tuple[GoalArea, Texts, Texts, Texts, str], ...] = (
    (
        GoalArea.EMPLOYMENT,
        _said(
            "Yhä useampi työllistyy kolmessa vuodessa.",
            "Allt fler får arbete inom tre år.",
            "More people find work within three years.",
        ),
        _said(
            "Työssä tai opinnoissa ohjelman päättyessä, %",
            "I arbete eller studier när programmet slutar, %",
            "At work or studying when the programme ends, %",
        ),
        _said(
            "Uraohjaus, työpaikkatutustumiset, koulutus alueen aloille",
            "Karriärvägledning, arbetsplatsbesök, utbildning för områdets branscher",
            "Career guidance, visits to workplaces, training for the trades of the area",
        ),
        "työllisyysalue",
    ),
    (
        GoalArea.PARTICIPATION,
        _said(
            "Kotona lapsia hoitavat pääsevät kielen pariin.",
            "De som vårdar barn hemma får lära sig språket.",
            "Parents at home get to learn the language.",
        ),
        _said(
            "Osallistujia kerhoissa vuodessa", "Deltagare i klubbar per år", "Participants a year"
        ),
        _said("Kielikerho, lastenhoito", "Språkklubb, barnpassning", "Language club, child care"),
        "sivistyspalvelut ja järjestöt",
    ),
    (
        GoalArea.GOOD_RELATIONS,
        _said(
            "Uudet ja vanhat asukkaat tapaavat toisiaan.",
            "Nya och gamla invånare träffar varandra.",
            "New and old residents meet each other.",
        ),
        _said("Yhteisiä tapahtumia vuodessa", "Gemensamma evenemang per år", "Events a year"),
        _said("Kyläpäivä, naapuriapu", "Bydag, grannhjälp", "Village day, neighbours' help"),
        "kulttuuripalvelut",
    ),
)
