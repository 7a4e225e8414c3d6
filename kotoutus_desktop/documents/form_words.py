"""The fixed texts of the forms that are filled by hand, where the laptop stays shut."""

from dataclasses import dataclass

from kotoutus_desktop.i18n import N_


@dataclass(frozen=True)
class FormWords:
    """Headings and questions, in the order of the windows."""

    intake_title: str = N_("Information about the client")
    plan_title: str = N_("Notes for the integration plan")
    filled_by_hand: str = N_("Filled by hand; to be typed into the program.")
    date: str = N_("Date")
    yes: str = N_("Yes")
    no: str = N_("No")
    family_names: str = N_("Family names, as in the passport")
    given_names: str = N_("Given names, as in the passport")
    own_script_name: str = N_("Name in your own script")
    address_as: str = N_("What we may call you")
    date_of_birth: str = N_("Date of birth, or the year if the day is not known")
    identity_code: str = N_("Finnish personal identity code, if there is one")
    citizenships: str = N_("Citizenships")
    languages: str = N_("Languages")
    mother_tongue: str = N_("Mother tongue")
    other_languages: str = N_("Other languages that you know well")
    service_language: str = N_("Language in which we deal with you")
    interpreter_needed: str = N_("Do you need an interpreter?")
    reads: str = N_("Do you read and write in your mother tongue?")
    other_needs: str = N_("Other things that we must take into account")
    residence: str = N_("Residence in Finland")
    permit: str = N_("Residence permit or right of residence")
    permit_from: str = N_("First permit, valid from")
    home_municipality: str = N_("Municipality of residence, and since when")
    address: str = N_("Address")
    telephone: str = N_("Telephone")
    safe_contact: str = N_("How may we safely contact you?")
    non_disclosure: str = N_("Do you have a non-disclosure order?")
    family: str = N_("Family members in Finland")
    work_and_study: str = N_("Work and studies")
    jobseeker: str = N_("Are you a registered jobseeker?")
    education: str = N_("School and studies: what, where, how many years")
    work: str = N_("Work: what, where, how many years")
    wishes: str = N_("What would you like to do in Finland?")
    who_helped: str = N_("Who filled in this form?")
    what_for_whom: str = N_("Service or measure, who arranges it, when it starts")
    agreed_next: str = N_("What was agreed to do next")


FORM = FormWords()
