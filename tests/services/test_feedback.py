"""Smileys are kept a question at a time, and added up for a training."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.builders import ATraining, a_training
from trainer_app.db.database import Database
from trainer_app.db.records import TrainingSession
from trainer_app.documents import feedback_words
from trainer_app.domain.feedback import Face, Faces, Question, added
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog, label
from trainer_app.services import feedback


@pytest.fixture
def training(db: Database) -> ATraining:
    return a_training(db, days=2)


def change(db: Database, command: Callable[..., object], *arguments: object) -> None:
    with db.changing(label("Change")) as s:
        command(s, *arguments)


def said(db: Database, training: ATraining, day: int = 0) -> dict[Question, Faces]:
    with db.reading() as s:
        return feedback.of_session(s, training.sessions[day])


def test_a_count_is_kept_put_right_and_undone(db: Database, training: ATraining) -> None:
    change(db, feedback.record, training.sessions[0], Question.PACE, Faces(10, 4, 1, " too fast "))
    change(db, feedback.record, training.sessions[0], Question.PACE, Faces(11, 4, 1))
    assert said(db, training) == {Question.PACE: Faces(11, 4, 1)}
    db.undo()
    assert said(db, training) == {Question.PACE: Faces(10, 4, 1, "too fast")}
    db.undo()
    assert said(db, training) == {}


def test_no_smiley_and_no_words_is_as_if_nobody_had_asked(db: Database, training: ATraining) -> None:
    session = training.sessions[0]
    change(db, feedback.record, session, Question.PLACE, Faces(1))
    change(db, feedback.record, session, Question.PLACE, Faces())
    change(db, feedback.record, session, Question.USEFUL, Faces(note="nobody wanted to"))
    assert said(db, training) == {Question.USEFUL: Faces(note="nobody wanted to")}


def test_a_training_adds_its_sessions_and_leaves_out_one_that_was_cut(db: Database, training: ATraining) -> None:
    first, second = training.sessions
    change(db, feedback.record_all, first, {Question.PLACE: Faces(1, 2, 3), Question.PACE: Faces(5)})
    change(db, feedback.record_all, second, {Question.PLACE: Faces(4, 0, 1)})
    with db.reading() as s:
        whole = feedback.of_training(s, training.id)
    assert whole == {Question.PACE: Faces(5), Question.PLACE: Faces(5, 2, 4)}
    assert list(whole) == [Question.PACE, Question.PLACE]
    with db.changing(label("Cut")) as s:
        s.get_one(TrainingSession, second).cut = True
    with db.reading() as s:
        assert feedback.of_training(s, training.id)[Question.PLACE] == Faces(1, 2, 3)


def test_less_than_nobody_is_refused(db: Database, training: ATraining) -> None:
    with pytest.raises(TrainerError, match="0 or more"):
        change(db, feedback.record, training.sessions[0], Question.PACE, Faces(-1))


def test_the_share_of_nobody_is_no_share() -> None:
    assert Faces().good_share is None
    assert Faces(3, 1, 0).good_share == 0.75
    assert added([]) == {}


@pytest.mark.parametrize("language", ["en", "fr", "rw"])
def test_each_question_and_face_has_words_and_a_glyph(language: str) -> None:
    t = Catalog(language)
    assert set(feedback_words.questions(t)) == set(Question)
    assert set(feedback_words.faces(t)) == set(Face) == set(feedback_words.GLYPHS)
