"""What the sample programme is measured by: a few indicators, targets of districts beside the overall one, readings.

The districts together are due less than the project as a whole, and one code of the donor is used twice: so it was in
the project that the sample follows.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import FrozenReport, Indicator
from trainer_app.domain.groups import GroupKind
from trainer_app.domain.ids import new_id
from trainer_app.domain.indicators import Measure, Wanted
from trainer_app.domain.report_periods import Preset, days_of
from trainer_app.domain.trainings import TrainingKind
from trainer_app.i18n import _
from trainer_app.services import indicator_definitions, readings, targets
from trainer_app.services.readings import ReadingForm

EACH, OVERALL = 29, 214
"""Seven districts with 29 each make 203."""
TRAINING = TrainingKind.TRAINING.value


def measure(s: Session, project_id: UUID, districts: Iterable[UUID], first_day: date, today: date) -> None:
    """For the quarter of today, and the one in which the training began."""
    reached = _add(s, project_id, Wanted(new_id(), Measure.PEOPLE_REACHED, donor_code="3.6", kind=TRAINING))
    rate = _add(s, project_id, Wanted(new_id(), Measure.ATTENDANCE, donor_code="3.6", kind=TRAINING))
    covered = Wanted(new_id(), Measure.COVERAGE, donor_code="4.3", group_kind=GroupKind.COOPERATIVE)
    _add(s, project_id, covered)
    _add(s, project_id, Wanted(new_id(), Measure.GAINED, donor_code="3.2"))
    families = _add(
        s, project_id, Wanted(new_id(), Measure.READING, _("Families with access to public services"), "3.1")
    )
    registered = _add(s, project_id, Wanted(new_id(), Measure.READING, _("Cooperatives registered (RCA)"), "4.3"))
    s.flush()
    districts = list(districts)
    for first, last in dict.fromkeys(days_of(Preset.THIS_QUARTER, day, day) for day in (first_day, today)):
        targets.set_target(s, reached, None, first, last, OVERALL)
        for district in districts:
            targets.set_target(s, reached, district, first, last, EACH)
        targets.set_target(s, rate, None, first, last, 0.8)
        targets.set_target(s, registered, None, first, last, EACH)
    begins, _ends = days_of(Preset.THIS_QUARTER, today, today)
    told = max(begins, today - timedelta(days=9))
    survey, register = _("Survey of the families"), _("Register of the Rwanda Cooperative Agency")
    readings.add(s, families, ReadingForm(told, 288, 500, survey, women=166, men=122))
    readings.add(s, registered, ReadingForm(told, 9, None, register))


def remove(s: Session, project_ids: Iterable[UUID]) -> None:
    """Its indicators with all that hangs on them, and the reports that were kept of it."""
    for key in s.scalars(select(Indicator.id).where(Indicator.project_id.in_(list(project_ids)))).all():
        indicator_definitions.remove(s, key)
    for report in s.scalars(select(FrozenReport)):
        if report.asked["sample"]:
            take_away(report)


def _add(s: Session, project_id: UUID, wanted: Wanted) -> UUID:
    key = indicator_definitions.add(s, wanted, project_id)
    s.flush()
    return key
