import json
from datetime import UTC, datetime

from kotoutus_desktop.casework.national.pack_file import pack_json

NOW = datetime(2027, 1, 12, 8, 0, tzinfo=UTC)


def test_the_file_has_the_headings_of_the_decree_in_both_languages(pack, enter_all, reviewed):
    enter_all(reviewed)

    content = json.loads(pack_json(reviewed, pack(reviewed), "fi", NOW))

    assert (content["decree"], content["register"]) == ("874/2024", "koto_aj")
    review = content["records"][2]
    assert (review["section"], review["must_be_stored"]) == ("3.2", True)
    field = review["fields"][0]
    assert field["heading"] == {
        "fi": "Suunnitelman tarkistamisen ajankohta",
        "sv": "Tidpunkten för översynen av planen",
    }
    assert (field["value"], field["entered"]["by"]) == ("11.1.2027", "Maija Esimerkki")


def test_a_restricted_client_is_named_by_number_alone(pack, planned):
    made = pack(planned)
    planned.non_disclosure = True

    content = json.loads(pack_json(planned, made, "fi", NOW))

    assert content["client"] == {"number": planned.number, "name": ""}
