from kotoutus_desktop.models.office import Officer


def test_what_is_changed_at_the_desk_is_in_the_log_under_the_counsellors_name(workspace):
    with workspace.database.transaction() as session:
        session.add(Officer(name="Toinen Neuvoja"))

    with workspace.database.reading() as session:
        last = session.connection().exec_driver_sql(
            "SELECT act, subject, actor FROM log_entry ORDER BY seq DESC LIMIT 1"
        )
        assert last.one() == ("change", "officer", workspace.officer_id.bytes)
