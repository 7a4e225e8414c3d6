"""The same numbers asked of the bare driver in plain SQL, written apart from the program."""

from collections import Counter
from datetime import date, timedelta

from kotoutus_desktop.rules.months import add_months
from kotoutus_desktop.rules.statistics import Period, Topic

SINCE = """
  coalesce((SELECT min(t.learned_on) FROM contact t WHERE t.client_id = c.id),
           substr(c.created_at, 1, 10))
"""
HIDDEN = "(c.non_disclosure = 1 OR c.trafficking_victim = 1 OR c.restricted = 1)"
HERE = f"(:place = '' OR (c.home_municipality = :place AND NOT {HIDDEN}))"
PEOPLE = f"""
  SELECT {{line}}, CASE WHEN {SINCE} BETWEEN :first AND :last THEN 'new' ELSE 'before' END
  FROM client c
  WHERE ifnull({SINCE}, '') <= :last AND ifnull(c.closed_on, '9999') >= :first AND {HERE}
    AND {{condition}}
"""
GROUP = """iif(c.residence_ground = 'temporary_protection', 'temporary_protection',
  ifnull(ifnull(c.protection, c.right_of_residence), ''))"""
SEX = """CASE WHEN c.identity_code GLOB '??????[^0-9][0-8]?[13579]?' THEN 'male'
  WHEN c.identity_code GLOB '??????[^0-9][0-8]?[02468]?' THEN 'female' ELSE '' END"""
BENEFIT = """EXISTS (SELECT * FROM benefit_period b WHERE b.client_id = c.id AND b.kind = '{}'
  AND b.starts_on <= :last AND ifnull(b.ends_on, '9999') >= :first {})"""
JOBLESS = """c.id IN (SELECT j.client_id FROM jobseeker_period j WHERE j.unemployed = 1
  AND j.starts_on <= :last AND ifnull(j.ends_on, '9999') >= :first)"""
TARGETS = {
    "home_care_allowance": BENEFIT.format("home_care_allowance", ""),
    "social_assistance": BENEFIT.format("social_assistance", "AND b.not_temporary = 1"),
    "unemployed": JOBLESS,
    "quota_refugee": "c.protection = 'quota_refugee'",
    "trafficking_victim": "c.trafficking_victim",
    "unaccompanied": "c.came_unaccompanied",
}
OF_CLIENT = f"JOIN client c ON c.id = x.client_id AND {HERE}"
IN = "BETWEEN :first AND :last"
ENDED = "min(ifnull(x.ended_on, x.ends_on), '9998')"
AFTER = """CASE WHEN (SELECT max(p.number) FROM plan p WHERE p.client_id = x.client_id
    AND p.state <> 'draft') > x.number THEN 'next_plan'
  WHEN c.closed_on IS NULL THEN 'goes_on' ELSE ifnull(c.closing_reason, 'other') END"""
STATE = """ifnull((SELECT group_concat(state) FROM (SELECT s.state FROM referral_step s
    WHERE s.referral_id = x.id AND NOT EXISTS (SELECT * FROM referral_step l
      WHERE l.referral_id = x.id AND (l.happened_on, l.id) > (s.happened_on, s.id)))),
  'not_sent')"""
COURSES = "course_id IN (SELECT id FROM course WHERE kind = 'orientation')"
FIRST = """(SELECT min(m.held_on) FROM attendance a, course_meeting m WHERE m.id = a.meeting_id
  AND a.enrolment_id = x.id AND a.minutes > 0 AND m.state = 'held')"""
MAY_BE_GUEST = f"LEFT JOIN client c ON c.id = x.client_id WHERE (:place = '' OR {HERE})"
WORK = {
    Topic.ASSESSMENT_STARTED: [
        f"""SELECT iif(x.completed_on IS NULL, 'unfinished', 'completed'), 'all'
        FROM assessment x {OF_CLIENT} WHERE x.started_on {IN}"""
    ],
    Topic.ASSESSMENT: [
        f"SELECT ifnull(x.outcome, ''), 'all' FROM assessment x {OF_CLIENT}"
        f" WHERE x.completed_on {IN}"
    ],
    Topic.PLAN: [
        f"""SELECT iif(x.number = 1, 'first_plan', 'next_plan'), 'all' FROM plan x {OF_CLIENT}
        WHERE x.state IN ('agreed', 'reviewed', 'ended') AND x.made_on {IN}"""
    ],
    Topic.REVIEW: [
        f"""SELECT x.trigger, 'all' FROM review x {OF_CLIENT}
        WHERE x.completed = 1 AND x.reviewed_on {IN}"""
    ],
    Topic.EXTENSION: [
        f"""SELECT x.extension, 'all' FROM plan x {OF_CLIENT}
        WHERE x.extension <> '' AND x.state <> 'draft' AND x.made_on {IN}""",
        f"""SELECT 'unfinished_studies', 'all' FROM plan x {OF_CLIENT}
        WHERE x.unfinished_studies AND x.state <> 'draft' AND x.made_on {IN}""",
        f"SELECT 'obstacle', 'all' FROM obstacle_period x {OF_CLIENT} WHERE x.starts_on {IN}",
    ],
    Topic.REFERRAL: [f"SELECT {STATE}, 'all' FROM referral x {OF_CLIENT} WHERE x.made_on {IN}"],
    Topic.RECEIVER: [f"SELECT x.receiver, 'all' FROM referral x {OF_CLIENT} WHERE x.made_on {IN}"],
    Topic.ORIENTATION: [
        f"""SELECT 'started', 'all' FROM enrolment x {MAY_BE_GUEST} AND {COURSES}
        AND {FIRST} {IN} AND NOT EXISTS (SELECT * FROM enrolment e
          WHERE e.moved_to = x.id AND e.{COURSES})""",
        *(
            f"""SELECT '{state}', 'all' FROM enrolment x {MAY_BE_GUEST} AND {COURSES}
            AND x.state = '{state}' AND x.ended_on {IN}"""
            for state in ("completed", "interrupted")
        ),
    ],
    Topic.TRAINING: [f"SELECT x.kind, 'all' FROM training x {OF_CLIENT} WHERE x.starts_on {IN}"],
    Topic.FINAL_TEST: [
        f"""SELECT l.level, l.skill FROM language_level l, training x {OF_CLIENT}
        WHERE l.training_id = x.id AND l.occasion = 'final_test' AND x.tested_on {IN}"""
    ],
    Topic.PLAN_END: [
        f"""SELECT {AFTER}, 'all' FROM plan x {OF_CLIENT} WHERE x.state <> 'draft'
        AND {ENDED} {IN} AND {ENDED} <= :today"""
    ],
    Topic.MEASURE: [
        f"""SELECT m.state, 'all' FROM measure m, goal g, plan x {OF_CLIENT}
        WHERE m.goal_id = g.id AND g.plan_id = x.id AND x.state <> 'draft'
        AND {ENDED} {IN} AND {ENDED} <= :today"""
    ],
    Topic.CLOSED: [
        f"SELECT ifnull(c.closing_reason, 'other'), 'all' FROM client c"
        f" WHERE c.closed_on {IN} AND {HERE}"
    ],
    **{
        topic: [
            f"""SELECT x.{column}, iif(x.consented_on IS NULL, 'anonymous', 'named')
            FROM guidance_contact x WHERE x.given_on {IN} AND :place = ''"""
        ]
        for topic, column in (
            (Topic.GUIDANCE_TOPIC, "topic"),
            (Topic.GUIDANCE_LANGUAGE, "language"),
            (Topic.GUIDANCE_REFERRAL, "referral"),
        )
    },
}


def age_line(period):
    """Return the band of an age by the birthday in SQL: whole years on the last day."""
    last = period.last
    birthday = f"{last:%m-%d}"
    if birthday == "02-28" and (last + timedelta(days=1)).month == 3:
        birthday = "02-29"  # whose birthday does not come in this year, has it today
    age = f"({last.year} - substr(c.born, 1, 4) - (substr(c.born, 6) > '{birthday}'))"
    bands = ((6, "0-6"), (17, "7-17"), (24, "18-24"), (34, "25-34"), (44, "35-44"))
    bands = (*bands, (54, "45-54"), (64, "55-64"))
    cases = " ".join(f"WHEN {age} <= {years} THEN '{key}'" for years, key in bands)
    return f"CASE WHEN c.born IS NULL THEN '' {cases} ELSE '65-' END"


def statements(period):
    """Return the statements of each table."""
    lines = {
        Topic.GROUP: GROUP,
        Topic.AGE: age_line(period),
        Topic.SEX: SEX,
        Topic.SERVICE_LANGUAGE: "c.service_language",
        Topic.MOTHER_TONGUE: "c.mother_tongue",
        Topic.MUNICIPALITY: f"iif({HIDDEN}, '', c.home_municipality)",
    }
    people = {t: [PEOPLE.format(line=line, condition="1")] for t, line in lines.items()}
    targets = [
        PEOPLE.format(line=f"'{key}'", condition=condition) for key, condition in TARGETS.items()
    ]
    return {**people, Topic.TARGET_GROUP: targets, **WORK}


def numbers(connection, period: Period, today: date) -> dict[Topic, Counter]:
    """Return for each table how often each line stands in each column."""
    values = {
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "today": today.isoformat(),
        "place": period.municipality,
    }
    found = {
        topic: Counter(row for sql in sqls for row in connection.execute(sql, values))
        for topic, sqls in statements(period).items()
    }
    found[Topic.REIMBURSEMENT] = reimbursement(connection, period, values)
    return found


def reimbursement(connection, period: Period, values) -> Counter:
    """Go through the months one by one; lengths as § 61 and § 102(6) have them."""
    found: Counter = Counter()
    rows = connection.execute(
        f"""SELECT protection, first_home_municipality_on, closed_on FROM client c
        WHERE protection IS NOT NULL AND first_home_municipality_on IS NOT NULL AND {HERE}""",
        values,
    )
    for protection, start, closed in rows:
        first = date.fromisoformat(start)
        quota = protection in ("quota_refugee", "family_of_quota_refugee")
        length = 36 if quota else 24
        if first < date(2025, 1, 1):
            length = 48 if protection == "quota_refugee" else 36
        begins = [add_months(first, number) for number in range(length)]
        count = sum(
            period.first <= day <= period.last and (closed is None or day.isoformat() <= closed)
            for day in begins
        )
        if count:
            found[protection, "all"] += 1
            found[protection, "months"] += count
    return found
