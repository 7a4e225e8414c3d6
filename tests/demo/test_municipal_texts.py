from kotoutus_desktop.demo.municipal_texts import GOALS, PARTNERS
from kotoutus_desktop.models.service import Organiser
from kotoutus_desktop.rules.programme_gaps import GoalArea


def test_a_goal_is_about_good_relations_and_others_about_integration():
    areas = {goal[0] for goal in GOALS}
    assert GoalArea.GOOD_RELATIONS in areas
    assert len(areas) > 1


def test_employment_area_county_and_an_association_co_operate():
    kinds = {kind for _name, kind, _part in PARTNERS}
    assert kinds == {Organiser.EMPLOYMENT_AREA, Organiser.COUNTY, Organiser.ASSOCIATION}
