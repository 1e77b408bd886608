"""Any company: valid answers drawn from the questionnaire's own model, in every state there is."""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from hypothesis import strategies as st

from questionnaire.answers import Answer, Answers, Status
from questionnaire.kinds import KINDS, KindContext
from questionnaire.loader import load_questionnaire
from questionnaire.model import Question
from questionnaire.text import NEUTRAL
from tests.properties.hostile import PAYLOADS

QUESTIONNAIRE = load_questionnaire()
TODAY = date(2026, 11, 22)
PLAIN = ("Pan", "Ñandú e hijos", "Lo que haya hoy", "Somewhere else", "a", "12 % de descuento")
ODD = tuple(text for text in PAYLOADS.values() if "\n" not in text)
FEWEST, MOST = 1, 3

Items = dict[str, tuple[Mapping[str, object], ...]]


class _Drawing:
    """One company while it is drawn: what was said so far, for conditions and picks."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.items: Items = {}
        self.values: dict[str, object] = {}
        self.answers: dict[str, Answer] = {}
        self.texts = draw(st.sampled_from([PLAIN, (*PLAIN, *ODD)]))
        self.open = draw(st.sampled_from([0, 1, 4]))

    def read(self, name: str) -> object:
        """Read what was said, as a condition does."""
        return self.values.get(name)

    def answer(self, question: Question) -> None:
        """Put one question into a state, if the company is asked it at all."""
        if question.when is not None and not question.when.holds(self.read):
            return
        status = self.draw(st.sampled_from(self._states(question)))
        if status is None:
            return
        value = self._value(question) if status is Status.ANSWERED else None
        if status is Status.ANSWERED and value is None:
            return
        self._keep(question, status, value)

    def _states(self, question: Question) -> list[Status | None]:
        often = [Status.ANSWERED] * 12
        rare = [Status.PENDING, Status.NOT_APPLICABLE, Status.LATER, None] * self.open
        return [*often, *[Status.RECOMMENDED] * (3 if question.recommend else 0), *rare]

    def _keep(self, question: Question, status: Status, value: object) -> None:
        owner = due = reason = None
        if status is Status.PENDING:
            people = [str(one["id"]) for one in self.items.get("people", ())]
            owner = self.draw(st.sampled_from([None, *people]))
            due = self.draw(st.sampled_from([None, TODAY, TODAY + timedelta(30)]))
        if status in {Status.PENDING, Status.NOT_APPLICABLE}:
            reason = self.draw(st.sampled_from([None, *self.texts]))
        self.answers[question.id] = Answer(status, value, owner, due, reason)
        self.values[question.id] = self._recommended(question, status, value)
        if question.kind == "group" and isinstance(value, tuple):
            self.items[question.id] = value

    def _recommended(self, question: Question, status: Status, value: object) -> object:
        if status is not Status.RECOMMENDED:
            return value
        rules = question.recommend
        found = (one for one in rules if one.when is None or one.when.holds(self.read))
        return next((one.value for one in found), None)

    def _value(self, question: Question) -> object:
        """Return a value that the question's own kind accepts, or none if nothing can be picked."""
        raw = self._raw(question)
        if raw is None:
            return None
        context = KindContext(self.items, read=self.read)
        parsed = KINDS[question.kind].parse(question, raw, NEUTRAL, context)
        errors = [one for one in parsed.problems if one.level == "error"]
        assert not errors, (question.id, raw, errors)
        return parsed.value

    def _raw(self, question: Question) -> object:
        """Draw what somebody might write as the answer of this kind."""
        return getattr(self, f"_raw_{question.kind}")(question)

    def _raw_group(self, question: Question) -> list[dict[str, object]]:
        limits = question.limits
        fewest = max(FEWEST, limits.min_items or 0)
        count = self.draw(st.integers(fewest, min(MOST, limits.max_items or MOST)))
        # The items can pick each other, so their ids are known before they are drawn.
        ids = tuple({"id": _name(question, number)} for number in range(count))
        self.items = {**self.items, question.id: ids}
        return [self._item(question, number) for number in range(count)]

    def _item(self, question: Question, number: int) -> dict[str, object]:
        item: dict[str, object] = {"id": _name(question, number)}
        for one in question.fields:
            needed = one.required and not one.recommend
            if needed or self.draw(st.booleans()):
                raw = self._raw(one)
                if raw is not None:
                    item[one.id] = raw
        return item

    def _raw_text(self, question: Question) -> object:
        if question.limits.pattern or question.id in {"phone", "password_manager"}:
            return "600 000 000"
        longest = question.limits.max_length or 300
        texts = [text for text in self.texts if len(text) <= longest]
        one = self.draw(st.sampled_from(texts))
        return {"es": one, "en": self.draw(st.sampled_from(texts))} if "ñ" in one.lower() else one

    def _raw_long_text(self, _: Question) -> object:
        texts = [text for text in self.texts if len(text) <= 100]
        return "\n".join(self.draw(st.lists(st.sampled_from(texts), min_size=1, max_size=3)))

    def _raw_email(self, _: Question) -> object:
        return self.draw(st.sampled_from(["hola@empresa.example", "a.b+c@x-y.example"]))

    def _raw_url(self, _: Question) -> object:
        return self.draw(
            st.sampled_from(["https://empresa.example", "http://a.example/b?c=1&d=(2)"])
        )

    def _raw_date(self, _: Question) -> object:
        return TODAY + timedelta(self.draw(st.sampled_from([-400, -1, 0, 1, 45, 800])))

    def _raw_time(self, _: Question) -> object:
        return self.draw(st.sampled_from(["0:00", "8:00", "15:00", "20:30", "23:59"]))

    def _raw_integer(self, question: Question) -> object:
        low = int(question.limits.min or 0)
        high = int(min(question.limits.max or 1_000, 100_000))
        steps = [low, low + 1, low + 3, low + 12, low + 60, low + 400, high]
        return self.draw(st.sampled_from([one for one in steps if one <= high]))

    def _raw_number(self, question: Question) -> object:
        low, high = question.limits.min or 0, min(question.limits.max or 1_000, 100_000)
        steps = [low, low + 0.5, low + 3, low + 8, low + 37.25, high]
        return self.draw(st.sampled_from([one for one in steps if one <= high]))

    def _raw_money(self, question: Question) -> object:
        low = int(question.limits.min or 0)
        amount = self.draw(st.sampled_from([low, low + 1, low + 150, low + 2_500]))
        return f"{amount} {self.draw(st.sampled_from(['EUR', 'MXN', '£']))}"

    def _raw_weekdays(self, question: Question) -> object:
        drawn = [["sat"], ["mon", "wed", "fri"], "lun-vie", "every day", ["sun", "mon"]]
        least = question.limits.min_items or 1
        return self.draw(st.sampled_from([one for one in drawn if len(one) >= least]))

    def _raw_matrix(self, question: Question) -> object:
        rows = self._some([one.value for one in question.rows], question)
        cell = self._raw_pick if question.picks else self._raw_choice
        found = {
            row: {
                column.value: given
                for column in question.columns
                if (given := cell(question)) is not None
            }
            for row in rows
        }
        return {row: cells for row, cells in found.items() if cells} or None

    def _raw_boolean(self, _: Question) -> object:
        return self.draw(st.booleans())

    def _options(self, question: Question) -> list[str]:
        return [
            one.value for one in question.choices if one.when is None or one.when.holds(self.read)
        ]

    def _raw_choice(self, question: Question) -> object:
        return self.draw(st.sampled_from(self._options(question)))

    def _raw_choices(self, question: Question) -> object:
        alone = [one.value for one in question.choices if one.exclusive]
        if alone and self.draw(st.integers(0, 4)) == 0:
            return alone[:1]
        several = [one for one in self._options(question) if one not in alone]
        return self._some(several, question)

    def _raw_ranking(self, question: Question) -> object:
        return self._some(self._options(question), question)

    def _some(self, values: list[str], question: Question) -> list[str]:
        most = min(len(values), question.limits.max_items or len(values), 6)
        least = max(1, question.limits.min_items or 1)
        drawn = st.lists(st.sampled_from(values), min_size=least, max_size=most, unique=True)
        return self.draw(drawn)

    def _people(self, question: Question) -> list[str]:
        return [str(one["id"]) for one in self.items.get(question.picks or "", ())]

    def _raw_pick(self, question: Question) -> object:
        people = self._people(question)
        return self.draw(st.sampled_from(people)) if people else None

    def _raw_picks(self, question: Question) -> object:
        people = self._people(question)
        return self._some(people, question) if people else None

    def _raw_colour(self, _: Question) -> object:
        return self.draw(st.sampled_from(["#000000", "#ffffff", "#0b6e4f", "#f2b705", "#abc"]))

    def _raw_image(self, _: Question) -> object:
        # A picture is a file of a folder that these companies don't have.
        return None


def _name(question: Question, number: int) -> str:
    return f"{question.id.replace('_', '-')}-{number}"


@st.composite
def companies(draw: st.DrawFn) -> Answers:
    """Draw the answers of any company: every kind, every state, conditions and picks respected."""
    drawing = _Drawing(draw)
    for section in QUESTIONNAIRE.sections:
        if section.when is None or section.when.holds(drawing.read):
            for question in section.questions:
                drawing.answer(question)
    return Answers(
        QUESTIONNAIRE.id, QUESTIONNAIRE.version, ("es", "en"), MappingProxyType(drawing.answers)
    )
