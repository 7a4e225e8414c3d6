"""0001: the tables of the first release."""

from kotoutus_desktop.models.revisions.building import (
    CHOICE,
    DAY,
    KEY,
    MOMENT,
    NUMBER,
    TEXT,
    VALUES,
    YES_NO,
    filled,
    indexes,
    named_index,
    optional,
    parent,
    reference,
    table,
)

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table, those first that others refer to."""
    _make_office()
    _make_client()
    _make_circumstances()
    _make_assessments()
    _make_plans()


def _make_office() -> None:
    table(
        "officer",
        *filled(TEXT, "name title_fi title_sv phone email"),
        *filled(YES_NO, "official active"),
    )
    table(
        "office",
        *filled(
            TEXT,
            "municipality name_fi name_sv unit_fi unit_sv street postal_code town phone "
            "email official_language case_prefix",
        ),
        *filled(NUMBER, "assessment_target_days"),
        *filled(YES_NO, "delegates_to_employment_authority"),
    )
    table(
        "own_phrase",
        *filled(TEXT, "code kind"),
        *filled(YES_NO, "active"),
        *filled(VALUES, "texts"),
    )
    table(
        "draft",
        *optional(KEY, "subject"),
        *filled(TEXT, "form"),
        *filled(MOMENT, "saved_at"),
        *filled(VALUES, "content"),
    )
    indexes("draft", "form", "subject")


def _make_client() -> None:
    table(
        "client",
        reference("officer_id", "client", "officer"),
        *optional(KEY, "household"),
        *filled(
            TEXT,
            "number family_names given_names call_name own_script_name earlier_names "
            "sort_name mother_tongue service_language integration_language dialect "
            "literacy other_arrangements residence_ground need_reason other_client_plan "
            "home_municipality street postal_code town phone email safe_contact "
            "closing_note",
        ),
        *optional(TEXT, "identity_code"),
        *filled(CHOICE, "born_precision"),
        *optional(CHOICE, "right_of_residence protection household_role closing_reason"),
        *filled(
            YES_NO,
            "interpreter_needed came_unaccompanied trafficking_victim "
            "asked_for_assessment non_disclosure",
        ),
        *optional(YES_NO, "judged_to_need"),
        *optional(
            DAY,
            "born first_granted permit_valid_until arrived_on reached_on "
            "first_home_municipality_on non_disclosure_until closed_on",
        ),
        *optional(MOMENT, "created_at"),
        *filled(VALUES, "citizenships other_languages reads"),
    )
    indexes("client", "household", "number", "sort_name id")
    named_index("ix_client_officer", "client", "officer_id closed_on")
    table(
        "name_key",
        parent("client_id", "name_key", "client"),
        *filled(TEXT, "kind key"),
    )
    indexes("name_key", "client_id")
    named_index("ix_name_key_kind_key", "name_key", "kind key client_id")


def _make_circumstances() -> None:
    table(
        "benefit_period",
        parent("client_id", "benefit_period", "client"),
        *filled(TEXT, "reason"),
        *filled(CHOICE, "kind"),
        *optional(YES_NO, "not_temporary"),
        *filled(DAY, "starts_on"),
        *optional(DAY, "ends_on"),
    )
    indexes("benefit_period", "client_id")
    table(
        "contact",
        parent("client_id", "contact", "client"),
        *filled(TEXT, "made_by outcome"),
        *filled(CHOICE, "channel"),
        *filled(DAY, "learned_on"),
        *optional(DAY, "consented_on"),
    )
    indexes("contact", "client_id")
    table(
        "datum_source",
        parent("client_id", "datum_source", "client"),
        *optional(KEY, "recorded_by"),
        *filled(TEXT, "subject detail"),
        *filled(CHOICE, "source"),
        *optional(DAY, "recorded_on"),
    )
    indexes("datum_source", "client_id")
    table(
        "guardian",
        parent("client_id", "guardian", "client"),
        *optional(KEY, "person_id"),
        *filled(TEXT, "name phone email"),
        *filled(CHOICE, "kind"),
        *optional(DAY, "applied_on appointed_on"),
    )
    indexes("guardian", "client_id")
    table(
        "issued_paper",
        parent("client_id", "issued_paper", "client"),
        *optional(KEY, "plan_id officer_id"),
        *filled(TEXT, "kind digest"),
        *filled(CHOICE, "way"),
        *optional(DAY, "given_on"),
        *filled(MOMENT, "issued_at"),
        *filled(VALUES, "languages"),
    )
    indexes("issued_paper", "client_id")
    table(
        "jobseeker_period",
        parent("client_id", "jobseeker_period", "client"),
        *filled(YES_NO, "unemployed"),
        *filled(DAY, "starts_on"),
        *optional(DAY, "ends_on"),
    )
    indexes("jobseeker_period", "client_id")
    table(
        "obstacle_period",
        parent("client_id", "obstacle_period", "client"),
        *filled(CHOICE, "kind"),
        *filled(DAY, "starts_on ends_on"),
    )
    indexes("obstacle_period", "client_id")


def _make_assessments() -> None:
    table(
        "assessment",
        parent("client_id", "assessment", "client"),
        *optional(KEY, "officer_id"),
        *filled(TEXT, "language interpreter county_findings"),
        *optional(CHOICE, "interpretation place outcome"),
        *filled(YES_NO, "county_joined"),
        *optional(YES_NO, "county_needed"),
        *optional(DAY, "learned_on started_on interviewed_on plan_planned_on completed_on"),
        *optional(MOMENT, "created_at"),
        *filled(VALUES, "place_reason wishes outcome_reason guidance"),
    )
    indexes("assessment", "client_id")
    table(
        "assessment_head",
        parent("client_id", "assessment_head", "client"),
        parent("assessment_id", "assessment_head", "assessment"),
        *filled(TEXT, "finding source_detail"),
        *filled(CHOICE, "head source"),
        *optional(CHOICE, "goal_kind"),
        *filled(YES_NO, "nothing_found"),
        *filled(VALUES, "need goal"),
    )
    indexes("assessment_head", "assessment_id", "client_id")
    table(
        "assessment_told",
        parent("client_id", "assessment_told", "client"),
        parent("assessment_id", "assessment_told", "assessment"),
        *filled(TEXT, "language"),
        *filled(CHOICE, "item"),
        *optional(DAY, "told_on"),
    )
    indexes("assessment_told", "assessment_id", "client_id")
    table(
        "clarifying_measure",
        parent("client_id", "clarifying_measure", "client"),
        parent("assessment_id", "clarifying_measure", "assessment"),
        *filled(TEXT, "provider result"),
        *filled(CHOICE, "kind"),
        *optional(DAY, "ordered_on done_on"),
    )
    indexes("clarifying_measure", "assessment_id", "client_id")
    table(
        "assessment_participant",
        parent("client_id", "assessment_participant", "client"),
        parent("assessment_id", "assessment_participant", "assessment"),
        *filled(TEXT, "name organisation"),
        *filled(CHOICE, "role"),
    )
    indexes("assessment_participant", "assessment_id", "client_id")


def _make_plans() -> None:
    table(
        "plan",
        parent("client_id", "plan", "client"),
        *optional(KEY, "assessment_id officer_id"),
        *filled(TEXT, "extension_reason target_occupation rights_language copy_language"),
        *optional(TEXT, "frozen_case frozen_digest"),
        *filled(CHOICE, "state"),
        *optional(CHOICE, "extension acceptance"),
        *filled(NUMBER, "number"),
        *filled(YES_NO, "unfinished_studies county_joined rights_interpreted"),
        *optional(
            DAY,
            "made_on starts_on ends_on next_review_on rights_explained_on accepted_on "
            "copy_given_on ended_on",
        ),
        *optional(MOMENT, "created_at"),
        *filled(
            VALUES,
            "goal_reason education_reason language_reason job_search_reason guidance "
            "follow_up rights onward_guidance",
        ),
    )
    indexes("plan", "client_id", "ends_on", "next_review_on", "state")
    table(
        "goal",
        parent("client_id", "goal", "client"),
        parent("plan_id", "goal", "plan"),
        *filled(CHOICE, "term kind"),
        *optional(CHOICE, "head"),
        *filled(NUMBER, "position"),
        *filled(VALUES, "need goal"),
    )
    indexes("goal", "client_id", "plan_id")
    table(
        "measure",
        parent("client_id", "measure", "client"),
        parent("goal_id", "measure", "goal"),
        *optional(KEY, "carried_from"),
        *filled(TEXT, "provider extent language responsible"),
        *filled(CHOICE, "kind state"),
        *filled(NUMBER, "position"),
        *optional(DAY, "starts_on ends_on referred_on"),
        *filled(VALUES, "what suitability follow_up"),
    )
    indexes("measure", "client_id", "goal_id")
    table(
        "plan_participant",
        parent("client_id", "plan_participant", "client"),
        parent("plan_id", "plan_participant", "plan"),
        *filled(TEXT, "name organisation"),
        *filled(CHOICE, "role"),
    )
    indexes("plan_participant", "client_id", "plan_id")
    table(
        "review",
        parent("client_id", "review", "client"),
        parent("plan_id", "review", "plan"),
        *optional(KEY, "officer_id"),
        *filled(TEXT, "source_detail"),
        *filled(CHOICE, "trigger source"),
        *filled(YES_NO, "county_joined completed"),
        *optional(DAY, "reviewed_on next_review_on"),
        *filled(VALUES, "participation progress hindrances changes"),
    )
    indexes("review", "client_id", "plan_id")
