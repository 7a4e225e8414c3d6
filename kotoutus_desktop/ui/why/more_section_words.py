"""What sections mean on training, orientation, children, money, data and older plans.

Plain words of our own, as in `section_words`: never the words of the statutes.
"""

from collections.abc import Mapping
from types import MappingProxyType

from kotoutus_desktop.i18n import N_
from kotoutus_desktop.rules import section as law
from kotoutus_desktop.rules.section import Section

MORE_WORDS: Mapping[Section, str] = MappingProxyType(
    {
        law.GUIDANCE_SCOPE: N_(
            "Guidance and advice are also for immigrants whom the Act does not concern otherwise."
        ),
        law.INTEGRATION_CLIENT: N_(
            "An integration client is an immigrant with an integration plan in force."
        ),
        Section(law.ACT, "24", 4): N_(
            "What follows when duties are neglected stands in the Acts on unemployment security "
            "and on social assistance. Whoever pays the benefit decides."
        ),
        law.ORIENTATION_LANGUAGE: N_(
            "Civic orientation is given, as far as possible, in the client's mother tongue or in "
            "another language that the client knows well."
        ),
        law.ORIENTATION_TOPICS: N_(
            "Civic orientation tells at least of living and working in Finland, of how society "
            "works, and of rights and duties."
        ),
        law.TRAINING: N_(
            "Integration training is for clients who are no longer of compulsory school age. It "
            "holds Finnish or Swedish, skills for working life or study, and everyday skills."
        ),
        law.TRAINING_PARTS: N_(
            "Integration training has a time at a workplace or something that supports the "
            "ability to work, and it recognises earlier skills."
        ),
        law.TRAINING_TEST: N_(
            "The aim is functional basic skills in Finnish or Swedish. A final test belongs to "
            "the training."
        ),
        Section(law.ACT, "27", 1): N_(
            "The municipality sees to it that there is integration training enough, and guides "
            "the client to it."
        ),
        Section(law.ACT, "27", 2): N_(
            "For a registered jobseeker the training is, as a rule, labour market training. It may "
            "also be self-motivated study."
        ),
        law.FEE: N_(
            "Who stays away from a booked appointment without a good reason, without cancelling "
            "and with an interpreter ordered may be charged the cost of interpreting, up to the "
            "cap. The rules and how to cancel must have been told when the time was booked."
        ),
        law.FEE_DUE: N_(
            "The fee falls due two weeks after the appointment at the earliest. Interest runs only "
            "after that."
        ),
        law.HOUSING_BY_COUNTY: N_(
            "The wellbeing services county arranges care and housing for a child who is in Finland "
            "without a guardian."
        ),
        Section(law.ACT, "34", 1): N_(
            "The county and the municipality each support a child or young person who came "
            "without a guardian, and co-ordinate what they do."
        ),
        Section(law.ACT, "34", 2): N_("The right to this support ends on the 23rd birthday."),
        Section(law.ACT, "35", 2): N_(
            "The county hears the child before it applies for a representative, and looks to the "
            "child's best interests."
        ),
        Section(law.ACT, "38", 5): N_(
            "When the task of a representative ends stands in the Act on reception (746/2011 "
            "§ 43): at the latest when the child turns 18."
        ),
        Section(law.ACT, "44", 2): N_(
            "For somebody who is directed to a municipal place, the municipality arranges a home, "
            "co-ordinates the reception, and guides."
        ),
        law.NO_HOUSING_DUTY: N_(
            "The municipality need not arrange a home for somebody who came without a guardian if "
            "the county has arranged the housing."
        ),
        law.REIMBURSEMENT: N_(
            "The imputed reimbursement is paid for two years, for quota refugees three, from the "
            "registration of the first municipality of residence."
        ),
        law.REIMBURSEMENT_OF_CHILD: N_(
            "For a child born in Finland the imputed reimbursement ends with that of the parent "
            "at the latest."
        ),
        law.REIMBURSEMENT_CLAIM: N_(
            "Reimbursement is applied for within two years after the calendar year in which the "
            "work was done."
        ),
        Section(law.ACT, "73", 1, 7): N_(
            "When the plan ends, it is recorded where the client was guided onward."
        ),
        law.STORAGE_DUTY: N_(
            "The municipality stores the assessments, plans and reviews in the national data "
            "resource, also those of jobseekers."
        ),
        law.DELETION: N_(
            "From the national data resource data are deleted four years after the client "
            "relationship ended, unless they are still needed for a task of law."
        ),
        law.MOVE: N_(
            "When a client with a plan in force moves, the municipality contacts the new one, with "
            "the client's consent."
        ),
        law.ASSESSMENT_DATA: N_(
            "When the county takes part in the assessment, municipality, county and employment "
            "authority may get from each other what they need for the assessment and the plan."
        ),
        law.UNACCOMPANIED_DATA: N_(
            "The county may get from the municipality what it needs for its tasks for a child or "
            "young person who came without a guardian."
        ),
        law.PRODUCERS_DATA: N_(
            "A school or another producer to whom the client is guided by the plan may get the "
            "eighteen listed data of the client, free of charge and despite secrecy."
        ),
        Section(law.ACT, "86", 3): N_(
            "Municipality and county may get from each other and from the representative what they "
            "need for the plan of a child or young person who came without a guardian."
        ),
        Section(law.ACT, "86", 4): N_(
            "Municipality, county and employment authority may get from each other what they need "
            "for the review of a plan."
        ),
        law.PLANS_BEFORE_2025: N_(
            "How long plans may last is governed by the older Act if the plan was made before 2025."
        ),
        law.STORAGE_START: N_(
            "Storing in the national data resource is a duty from 1.1.2027. Before that it is "
            "voluntary."
        ),
        law.REIMBURSEMENT_BEFORE_2025: N_(
            "A reimbursement that began before 2025 is paid for three years, for quota refugees "
            "four."
        ),
        law.OLDER_PLAN_MAXIMUM: N_(
            "Under the older Act plans last three years at most from the making of the first. "
            "Special measures give two years more at most, and obstacles prolong the time."
        ),
        law.DECREE_TOPICS: N_(
            "The decree adds topics to civic orientation: values and laws, human rights, equality, "
            "integration services, work, study, associations, everyday life and Finland's history."
        ),
        law.ORIENTATION_HOURS: N_(
            "Civic orientation is at least 70 hours of teaching and independent study together."
        ),
        law.SELF_STUDY: N_(
            "Orientation is teaching first of all. Self-study in its place needs a ground: a rare "
            "language without group, trainer or interpreter, or that it suits the client."
        ),
        law.CONTACT_TEACHING: N_(
            "Teaching may be given remotely, unless that does not suit the client's background "
            "and needs."
        ),
        law.INTERPRETED_TEACHING: N_(
            "Teaching may be interpreted where teaching in the language itself would be "
            "unreasonable: few participants, no trainer, a rare language or another good reason."
        ),
        law.FEE: N_(
            "A time for guidance, assessment, plan or review that was not used may cost what its "
            "interpreter cost, up to the highest fee. Not under 18; not when it was cancelled "
            "beforehand, when there is an acceptable reason, or when it would be unreasonable. The "
            "client has to be told of it and of cancelling at booking, and understand it."
        ),
        law.FEE_DUE: N_(
            "The due day from which interest for late payment runs is two weeks after the booked "
            "time at the earliest."
        ),
        law.FEE_COLLECTED: N_(
            "The fee and its interest can be collected by enforcement without a court decision."
        ),
        law.APPEAL: N_(
            "A decision under the Act may be corrected on request by the authority that made it."
        ),
        law.STORED_GUIDANCE: N_(
            "What came up in guidance and advice may be stored with the client's consent. Without "
            "it, only the number of visits is counted."
        ),
        law.SERVICES: N_(
            "Services that further integration are arranged in the municipality's integration "
            "programme, and as part of employment services, basic services, education, health and "
            "social services, Kela's services and the work of associations."
        ),
        law.PROGRAMME: N_(
            "The programme has at least the assessment, the plan, civic orientation, training and "
            "other services for language, literacy, society, work and business, guidance during "
            "the programme, and the final language test."
        ),
        law.PROGRAMME_MORE: N_(
            "The programme may also have other services for work, business, ability, wellbeing and "
            "health, and ways to get to know associations, culture and leisure."
        ),
        law.PLANNING: N_(
            "The municipality plans and develops integration and good relations locally, together "
            "with others, and fits its plans to those of the wellbeing services county."
        ),
        law.PLANNING_NATIONAL: N_(
            "The plan takes the national aims of integration into account, and those of employment "
            "for integration clients."
        ),
        law.PLANNING_MUNICIPAL: N_(
            "What is planned is taken into account in the municipality's strategy, budget, report "
            "and plan on wellbeing, and plan for employment services."
        ),
        law.PLANNING_FOLLOW_UP: N_(
            "For jobseekers integration is followed up as the Act on employment services says."
        ),
        law.PROGRAMME_ARRANGED: N_(
            "The municipality arranges the programme as far as its money goes, in the content and "
            "extent that the immigrants there need."
        ),
        law.REIMBURSEMENT_CONDITION: N_(
            "The state reimburses a municipality that has arranged an integration programme and "
            "has made an agreement on placing people in municipalities."
        ),
    }
)
