"""How kinds of trainings are called."""

from __future__ import annotations

from trainer_app.domain.trainings import TrainingKind
from trainer_app.i18n import N_

KINDS = {
    TrainingKind.TRAINING: N_("Training"),
    TrainingKind.MEETING: N_("Meeting"),
    TrainingKind.DIALOGUE: N_("Dialogue"),
    TrainingKind.FAIR: N_("Fair"),
    TrainingKind.CAMPAIGN: N_("Campaign"),
    TrainingKind.RADIO: N_("Radio talk"),
    TrainingKind.VISIT: N_("Visit"),
}
