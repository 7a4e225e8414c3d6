"""Which page is shown for which destination; a page is loaded when it is first asked for."""

from collections.abc import Callable
from importlib import import_module

from kotoutus_desktop.ui.page import Destination, Page, PageName
from kotoutus_desktop.ui.workspace import Workspace

_PLACES = {
    PageName.TODAY: "today.today_page:TodayPage",
    PageName.CLIENTS: "clients.client_list:ClientListPage",
    PageName.LEDGER: "ledger.ledger_page:LedgerPage",
    PageName.CLIENT: "clients.client_page:ClientPage",
    PageName.INTAKE: "clients.intake_page:IntakePage",
    PageName.ASSESSMENT: "assessment.assessment_page:AssessmentPage",
    PageName.PLAN: "plans.plan_page:PlanPage",
    PageName.REVIEW: "plans.review_page:ReviewPage",
    PageName.REFERRAL: "referrals.referral_page:ReferralPage",
    PageName.TRAINING: "training.training_page:TrainingPage",
    PageName.PRINT: "printing.print_page:PrintPage",
    PageName.HAND_OVER: "clients.hand_over_page:HandOverPage",
    PageName.PAIRS: "joining.pairs_page:PairsPage",
    PageName.JOIN: "joining.join_page:JoinPage",
    PageName.NATIONAL: "national.pack_page:PackPage",
    PageName.LOG: "log.client_log_page:ClientLogPage",
    PageName.SPOT_CHECK: "log.spot_check_page:SpotCheckPage",
    PageName.RESPONSIBILITY: "clients.responsibility_page:ResponsibilityPage",
    PageName.ORIENTATION: "orientation.orientation_page:OrientationPage",
    PageName.COURSE: "orientation.course_page:CoursePage",
    PageName.COURSE_FORM: "orientation.course_form:CourseFormPage",
    PageName.APPOINTMENTS: "appointments.appointments_page:AppointmentsPage",
    PageName.BOOKING: "appointments.booking_form:BookingFormPage",
    PageName.SERVICES: "services.services_page:ServicesPage",
    PageName.SERVICE_FORM: "services.service_form:ServiceFormPage",
    PageName.PATH_FORM: "services.path_form:PathFormPage",
    PageName.DOCUMENT_FORM: "services.document_form:DocumentFormPage",
    PageName.IMPORT: "importing.import_page:ImportPage",
    PageName.EXCHANGE: "exchange.exchange_page:ExchangePage",
    PageName.STATISTICS: "statistics.statistics_page:StatisticsPage",
    PageName.SETTINGS: "settings.settings_page:SettingsPage",
    PageName.HELP: "help.help_page:HelpPage",
}

KEPT = {
    PageName.TODAY,
    PageName.CLIENTS,
    PageName.LEDGER,
    PageName.ORIENTATION,
    PageName.APPOINTMENTS,
    PageName.SERVICES,
    PageName.EXCHANGE,
    PageName.STATISTICS,
}
"""Pages that stay as they were left; the others are made anew for each visit."""


def make_page(workspace: Workspace, destination: Destination) -> Page:
    """Return the page of a destination."""
    module, name = _PLACES[destination.page].split(":")
    maker: Callable[[Workspace, Destination], Page] = getattr(
        import_module(f"kotoutus_desktop.ui.{module}"), name
    )
    return maker(workspace, destination)
