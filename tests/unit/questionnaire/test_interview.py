"""What is asked, in which order, what is recommended, and what an action leaves alone."""

from datetime import date

from questionnaire.answers import Status
from questionnaire.interview import Interview, Progress
from questionnaire.text import ENGLISH, SPANISH
from tests.unit.questionnaire.small import SMALL, done, fill, start

TEAM = [{"name": "Ana", "hours": "3"}, {"name": "Ben", "hours": "2"}]


def ids(questions: object) -> list[str]:
    """Return the ids of some questions."""
    return [question.id for question in questions]  # type: ignore[attr-defined]


def codes(outcome: object) -> list[str]:
    """Return the codes of the problems of an action that must have failed."""
    assert isinstance(outcome, tuple)
    return [problem.code for problem in outcome]


def test_a_question_appears_when_an_earlier_answer_calls_for_it() -> None:
    """A condition over an earlier answer opens a question, and closes it again."""
    assert "wants_web" not in ids(start().visible_questions())
    there = fill(places="street")
    assert "wants_web" in ids(there.visible_questions())
    assert "wants_web" not in ids(fill(there, places="web").visible_questions())


def test_a_hidden_answer_waits() -> None:
    """An answer whose question closes is kept, counts for nothing, and is back when it opens."""
    hidden = fill(places="street", wants_web="yes")
    hidden = fill(hidden, places="web")
    assert hidden.value("wants_web") is None
    assert hidden.answers.by_id["wants_web"].value is True
    assert fill(hidden, places="street").value("wants_web") is True


def test_an_option_withdrawn_by_an_earlier_answer_opens_the_question_again() -> None:
    """The chosen option is kept but no longer counts, so the question is asked again."""
    chosen = fill(places="web", posts="12", many="web_team")
    assert chosen.state("many") is Status.ANSWERED
    changed = fill(chosen, places="street")
    assert changed.state("many") is None
    assert codes(changed.answer("many", "web_team", ENGLISH)) == ["answer.not_offered"]
    assert changed.answers.by_id["many"].value == "web_team"


def test_next_and_previous_skip_what_is_not_asked() -> None:
    """Both directions pass over hidden questions and end at the edges."""
    there = fill(places="web")
    assert there.next("goals").id == "purpose"  # type: ignore[union-attr]
    assert there.previous("purpose").id == "goals"  # type: ignore[union-attr]
    assert there.previous("shop_name") is None
    assert there.next("colour") is None
    assert there.next(None).id == "shop_name"  # type: ignore[union-attr]


def test_quick_asks_only_the_essential() -> None:
    """The quick interview leaves out questions and fields of a lower tier."""
    quick = ids(start().visible_questions(quick=True))
    assert quick == ["shop_name", "workers", "places", "goals", "people", "boss", "posts"]
    fields = start().visible_fields("people", {}, quick=True)
    assert ids(fields) == ["name", "hours"]


def test_a_recommendation_follows_the_answers_it_rests_on() -> None:
    """The first rule that holds wins, and the value moves when an earlier answer moves."""
    small = done(fill(workers="4").recommend("posts"))
    value, because = small.recommendation("posts")  # type: ignore[misc]
    assert (value, because.read_in(ENGLISH)) == (8, "Two a week fit.")
    assert small.value("posts") == 8
    assert fill(small, workers="60").value("posts") == 20


def test_a_recommended_value_opens_later_questions() -> None:
    """A condition reads a recommended value like an answered one."""
    assert done(fill(workers="60").recommend("posts")).is_visible("many")


def test_no_rule_no_recommendation() -> None:
    """A question only the company can answer says so."""
    assert start().recommendation("shop_name") is None
    assert codes(start().recommend("shop_name")) == ["answers.no_recommendation"]


def test_sections_know_how_far_they_are() -> None:
    """A section is not started, in progress while something required is open, and done."""
    first = [state.progress for state in start().section_states()]
    assert first == [Progress.NOT_STARTED] * 3
    some = fill(opens="9:30")
    pace = some.section_states()[2]
    assert (pace.progress, pace.open) == (Progress.IN_PROGRESS, 2)
    most = done(done(done(some.recommend("posts")).recommend("colour")).pend("colour"))
    assert most.section_states()[2].progress is Progress.DONE


def test_first_open_is_the_first_nobody_touched() -> None:
    """Skipped, pending and recommended questions are not asked again by themselves."""
    there = start().postpone("shop_name")
    there = done(there.pend("workers"))
    assert there.first_open().id == "places"  # type: ignore[union-attr]


def test_nothing_given() -> None:
    """Nothing is a problem for a required question and a skip for an optional one."""
    assert codes(start().answer("workers", "", ENGLISH)) == ["answer.required"]
    skipped = done(start().answer("website", "", ENGLISH))
    assert skipped.state("website") is Status.LATER


def test_numbers_are_read_in_the_language_of_the_person() -> None:
    """The same characters are different numbers in Spanish and in English."""
    assert done(start().answer("workers", "1.500", SPANISH)).value("workers") == 1500
    assert codes(start().answer("workers", "1.5", ENGLISH)) == ["answer.integer"]


def test_an_item_keeps_its_id_when_its_name_changes() -> None:
    """Picks go on pointing at a person who was renamed."""
    team = fill(people=TEAM, boss="Ana")
    renamed = done(team.answer_item("people", 0, {"name": "Anna", "hours": "3"}, ENGLISH))
    assert [item["id"] for item in renamed.items("people")] == ["ana", "ben"]
    assert renamed.value("boss") == "ana"


def test_a_wrong_field_names_the_item() -> None:
    """The problem of a field says which item it is in."""
    outcome = fill(people=TEAM).answer_item("people", 1, {"name": "Ben", "hours": "99"}, ENGLISH)
    assert isinstance(outcome, tuple)
    assert outcome[0].where.question == "people[2].hours"


def test_a_person_in_use_is_not_removed() -> None:
    """The refusal lists every answer that names the person."""
    team = fill(people=TEAM, boss="ben", workers="5", helpers="ana, ben")
    account = {"handle": "@x", "status": "active", "owner": "ben"}
    team = done(team.answer_item("accounts", None, account, ENGLISH))
    team = done(team.pend("colour", "ben", date(2027, 1, 1)))
    outcome = team.remove_item("people", 1)
    assert codes(outcome) == ["answers.item_in_use"]
    assert isinstance(outcome, tuple)
    assert outcome[0].data["uses"] == ("boss", "helpers", "accounts[1].owner", "colour")


def test_no_action_on_a_group_can_drop_a_person_in_use() -> None:
    """Whatever takes the place of the list must not leave picks that name nobody."""
    team = fill(people=TEAM, boss="ben")
    assert codes(team.pend("people")) == ["answers.item_in_use"]
    assert codes(team.mark_not_applicable("people")) == ["answers.item_in_use"]
    assert codes(team.answer("people", TEAM[:1], ENGLISH)) == ["answers.item_in_use"]
    assert team.postpone("people") == team


def test_a_removed_person_leaves_answers_that_are_not_asked_any_more() -> None:
    """A hidden pick can't be changed by anybody, so it doesn't block and doesn't dangle."""
    team = fill(people=TEAM, boss="ana", workers="5", helpers="ana, ben")
    team = fill(team, workers="1")
    left = done(team.remove_item("people", 1))
    assert left.answers.by_id["helpers"].value == ("ana",)


def test_the_last_item_gone_leaves_the_question_open() -> None:
    """An empty list is not an answer."""
    alone = fill(people=TEAM[:1])
    assert done(alone.remove_item("people", 0)).state("people") is None


def test_an_owner_must_be_one_of_the_people() -> None:
    """A decision is left to somebody who is on the list."""
    assert codes(start().pend("posts", "nobody")) == ["answers.owner"]


def test_fields_follow_their_own_item() -> None:
    """A condition on `item` looks at that item only, and a field may be recommended."""
    interview = start()
    assert ids(interview.visible_fields("accounts", {})) == ["handle", "status"]
    assert "owner" in ids(interview.visible_fields("accounts", {"status": "active"}))
    status = SMALL.by_id["accounts"].fields[1]
    assert interview.field_recommendation(status, {})[0] == "active"  # type: ignore[index]


def test_actions_leave_the_interview_they_start_from_alone() -> None:
    """An interview is a value: the old one still says what it said."""
    before = fill(workers="4")
    after = fill(before, workers="5")
    assert isinstance(after, Interview)
    assert (before.value("workers"), after.value("workers")) == (4, 5)


def test_a_note_stays_beside_its_answer() -> None:
    """Answering again doesn't lose what was noted."""
    noted = done(fill(workers="4").annotate("workers", "from May on"))
    assert fill(noted, workers="5").answers.by_id["workers"].note == "from May on"


def test_a_reason_is_held_to_the_rules_of_a_text() -> None:
    """What could not be read back from the file is refused where it is given."""
    assert codes(start().mark_not_applicable("posts", "\u2066")) == ["answer.character"]
    assert codes(start().pend("posts", None, None, "\x1b[A")) == ["answer.character"]
    assert codes(start().annotate("posts", "password=hunter2")) == ["answer.secret"]
