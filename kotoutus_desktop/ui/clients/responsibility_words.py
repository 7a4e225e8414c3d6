"""What the responsibility guide says, in words: tasks, bodies, registers, steps."""

from collections.abc import Mapping
from types import MappingProxyType

from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.rules.guide_steps import GuideStep, Step
from kotoutus_desktop.rules.registers import Register
from kotoutus_desktop.rules.responsibility import (
    Bearing,
    Body,
    Force,
    Keeping,
    Kept,
    Responsibility,
    Task,
)
from kotoutus_desktop.ui.dates import date_text

_TASKS: Mapping[Task, str] = MappingProxyType(
    {
        Task.GUIDANCE: N_("Guidance and counselling"),
        Task.ASSESSMENT: N_("Assessment"),
        Task.PLAN: N_("Integration plan"),
        Task.ORIENTATION: N_("Civic orientation"),
        Task.TRAINING: N_("Integration training"),
        Task.HOUSING: N_("Arranging a dwelling"),
        Task.REPRESENTATIVE: N_("Applying for a representative"),
        Task.SUPPORT: N_("Support for a young person who came alone"),
    }
)
_BODIES: Mapping[Body, str] = MappingProxyType(
    {
        Body.MUNICIPALITY: N_("municipality"),
        Body.EMPLOYMENT_AUTHORITY: N_("employment authority"),
        Body.WELLBEING_COUNTY: N_("wellbeing services county"),
    }
)
_BEARINGS: Mapping[Bearing, str] = MappingProxyType(
    {
        Bearing.NOW: "",
        Bearing.IF_JUDGED: N_("If the counsellor judges that it is needed; write the reason."),
        Bearing.MAY: N_("Allowed after the three years; there is no duty."),
        Bearing.IF_NEEDED: N_("If the assessment shows the need."),
        Bearing.WITH_PLAN: N_("From the day on which a plan is in force."),
        Bearing.IF_DIRECTED: N_("If the person was directed to a municipal place."),
        Bearing.APPOINTED: N_("A representative has been appointed."),
        Bearing.NOT: N_("This Act gives nobody the task for this person."),
    }
)
_NOT = MappingProxyType(
    {
        Task.ASSESSMENT: N_("There is no right to an assessment."),
        Task.PLAN: N_("There is no right to a plan."),
        Task.ORIENTATION: N_("It is for those who have a plan."),
        Task.TRAINING: N_("It is for those who have a plan and no compulsory education."),
    }
)
_REGISTERS: Mapping[Register | None, str] = MappingProxyType(
    {
        Register.KOTO_AJ: N_("Koto-AJ, the national data resource of integration"),
        Register.A_TMT: N_("A-TMT (URA), the register of the employment services"),
        None: N_("a number without a name"),
    }
)
_KEPT: Mapping[Kept, str] = MappingProxyType(
    {
        Kept.ASSESSMENT_AND_PLAN: N_("Assessment, plan and reviews"),
        Kept.GUIDANCE: N_("Guidance and counselling"),
    }
)
_FORCES: Mapping[Force, str] = MappingProxyType(
    {
        Force.DUTY: N_("The municipality must store them, also those of a jobseeker."),
        Force.VOLUNTARY: N_("Voluntary until the end of 2026, a duty from 1.1.2027 on."),
        Force.PRACTICE: N_("A practice of the KEHA centre: the Act does not name this register."),
        Force.NO_CONSENT: N_("With a name only if the person consents to it."),
    }
)
_STEPS: Mapping[GuideStep, str] = MappingProxyType(
    {
        GuideStep.GIVE_GUIDANCE: N_("Give guidance, and lead to other services where needed."),
        GuideStep.JUDGE_NEED: N_("Judge whether an assessment is needed, with the reason."),
        GuideStep.ASSESS: N_("Start the assessment without delay."),
        GuideStep.LEAVE_OUT: N_("Another client plan may take its place, if it meets the needs."),
        GuideStep.ASK_COUNTY: N_("Ask whether the wellbeing services county should take part."),
        GuideStep.GUIDE_ONWARD: N_("Guide to other services where needed."),
        GuideStep.MAKE_PLAN: N_("Make the plan without delay, if the need was found."),
        GuideStep.JOB_GOAL: N_("Agree on employment or entrepreneurship as the goal."),
        GuideStep.REFER: N_("Refer to the agreed services within a month."),
        GuideStep.ORIENTATION: N_("Arrange the civic orientation."),
        GuideStep.TRAINING: N_("Guide to integration training."),
        GuideStep.REVIEW: N_("Review the plan at least every six months."),
        GuideStep.END_PLAN: N_("When the plan ends: the next plan, or guidance onward."),
    }
)


def task_text(task: Task) -> str:
    """Return what a task is called."""
    return _(_TASKS[task])


def bodies_text(found: Responsibility) -> str:
    """Return who has a task; a dash where this Act gives it to nobody."""
    return ", ".join(_(_BODIES[body]) for body in found.bodies) or "–"


def bearing_text(found: Responsibility) -> str:
    """Return how far a task bears on the person, "" where it does without more."""
    if found.bearing is Bearing.NOT and found.task in _NOT:
        return _(_NOT[found.task])
    text = _BEARINGS[found.bearing]
    return _(text) if text else ""


def keeping_text(kept: Keeping) -> str:
    """Return what is kept where."""
    what = _("{what}: {register}")
    return what.format(what=_(_KEPT[kept.kept]), register=_(_REGISTERS[kept.register]))


def force_text(kept: Keeping) -> str:
    """Return why it is kept there."""
    return _(_FORCES[kept.force])


def step_text(step: Step) -> str:
    """Return a step, with the last day of the law where one binds."""
    text = _(_STEPS[step.kind])
    if step.latest is None:
        return text
    return f"{text} {_('At the latest {date}').format(date=date_text(step.latest))}."
