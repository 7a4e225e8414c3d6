from datetime import date

from kotoutus_desktop.rules.stored_fields import StoredField, StoredRecord


def values(section):
    return {each.field: each.value for each in section.fields}


def test_assessment_plan_and_review_say_what_the_decree_asks_for(pack, reviewed):
    assessment, plan, review = pack(reviewed).sections

    told = values(assessment)
    assert told[StoredField.ASSESSMENT_MADE_ON] == "24.11.2026"
    assert told[StoredField.FINNISH_AND_SWEDISH] == (
        "Ymmärtää tervehdykset.\nTarve: Tarvitsee kielen opetusta.\nTavoite: Opin suomea."
    )
    assert told[StoredField.OUTCOME].endswith("Tarvitsee monta palvelua.")
    assert told[StoredField.PLAN_PLANNED] == "24.11.2026"
    assert "Maija Esimerkki" in told[StoredField.ASSESSMENT_AUTHORS]
    assert told[StoredField.ASSESSMENT_SOURCES] == "asiakkaalta itseltään"

    agreed = values(plan)
    assert agreed[StoredField.DURATION].startswith("24.11.2026 – ")
    assert "Työ keittiössä." in agreed[StoredField.GOALS]
    assert "Oulun seudun ammattiopisto" in agreed[StoredField.MEASURES]
    assert "Ohjausta kerran kuussa." in agreed[StoredField.OTHER_CONTENT]
    assert "24.11.2026" in agreed[StoredField.PLAN_SOURCES]

    said = values(review)
    assert said[StoredField.REVIEWED_ON] == "11.1.2027"
    assert said[StoredField.PARTICIPATION] == "Kävi kurssilla."
    assert said[StoredField.NEXT_REVIEW] == "30.6.2027"


def test_the_headings_come_in_the_order_of_the_decree(pack, reviewed):
    order = list(StoredField)

    for section in pack(reviewed).sections:
        places = [order.index(each.field) for each in section.fields]
        assert places == sorted(places)


def test_no_provider_of_a_restricted_client_is_named(database, pack, planned):
    with database.transaction() as session:
        session.get_one(type(planned), planned.id).trafficking_victim = True
    database.visit.opened.add(planned.id)
    database.act_as(planned.officer_id)

    plan = next(each for each in pack(planned).sections if each.record is StoredRecord.PLAN)

    assert "Oulun seudun" not in values(plan)[StoredField.MEASURES]
    assert plan.made_on == date(2026, 11, 24)
