"""What can be done with someone on a course, by how they stand."""

from collections.abc import Mapping
from enum import StrEnum

from kotoutus_desktop.casework.orientation.participants import Participant
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.orientation import EnrolmentState as State


class PersonAct(StrEnum):
    """The entries of the menu, in their order."""

    ACCEPT = "accept"
    DECLINE = "decline"
    NO_ANSWER = "no_answer"
    OFFER = "offer"
    MOVE = "move"
    INTERRUPT = "interrupt"
    PRINT = "print"
    OPEN = "open"
    DELETE = "delete"


WORDS: Mapping[PersonAct, str] = {
    PersonAct.ACCEPT: N_("Takes part"),
    PersonAct.DECLINE: N_("Declined…"),
    PersonAct.NO_ANSWER: N_("No answer came"),
    PersonAct.OFFER: N_("Offer the place"),
    PersonAct.MOVE: N_("Move to another course…"),
    PersonAct.INTERRUPT: N_("Interrupted…"),
    PersonAct.PRINT: N_("Print the invitation"),
    PersonAct.OPEN: N_("Open the client"),
    PersonAct.DELETE: N_("Delete, it was a mistake"),
}
ICONS: Mapping[PersonAct, str] = {
    PersonAct.ACCEPT: "check",
    PersonAct.DECLINE: "x",
    PersonAct.NO_ANSWER: "clock",
    PersonAct.OFFER: "mail",
    PersonAct.MOVE: "transfer-out",
    PersonAct.INTERRUPT: "hand-stop",
    PersonAct.PRINT: "printer",
    PersonAct.OPEN: "user",
    PersonAct.DELETE: "trash",
}
_FROM: Mapping[PersonAct, tuple[State, ...]] = {
    PersonAct.ACCEPT: (State.INVITED, State.DECLINED, State.NO_ANSWER),
    PersonAct.DECLINE: (State.INVITED, State.ACCEPTED, State.NO_ANSWER),
    PersonAct.NO_ANSWER: (State.INVITED,),
    PersonAct.OFFER: (State.RESERVE,),
    PersonAct.MOVE: (State.INVITED, State.ACCEPTED),
    PersonAct.INTERRUPT: (State.ACCEPTED,),
    PersonAct.PRINT: (State.INVITED, State.ACCEPTED),
    PersonAct.OPEN: tuple(State),
    PersonAct.DELETE: (State.INVITED, State.RESERVE),
}
OF_GUESTS = (PersonAct.MOVE, PersonAct.INTERRUPT, PersonAct.DELETE)


def acts_of(row: Participant) -> list[PersonAct]:
    """Return what can be done with someone; a guest can always be deleted."""
    state = row.enrolment.state
    if row.is_guest:
        return [act for act in OF_GUESTS if state in _FROM[act] or act is PersonAct.DELETE]
    return [act for act in PersonAct if state in _FROM[act]]
