"""Which function does which command."""

from __future__ import annotations

from argparse import Namespace

from trainer_app.commands.context import Command

WHOLE = ("list", "verify")  # commands whose second word is what they look at, and no other command


def find(options: Namespace) -> Command:
    """The function for a command; each family is imported only when it is asked for, to start fast."""
    name = options.command if options.command in WHOLE else " ".join(filter(None, (options.command, _what(options))))
    for family in FAMILIES:
        if (command := family(name)) is not None:
            return command
    raise KeyError(name)


def _what(options: Namespace) -> str:
    return getattr(options, "what", "") or ""


def _reading(name: str) -> Command | None:
    from trainer_app.commands import groups, reading

    return {
        "info": reading.info,
        "list": reading.list_what,
        "report attendance": reading.report_attendance,
        "report coverage": groups.report_coverage,
        "report prints": reading.report_prints,
        "history": reading.history_of,
        "check": reading.check,
    }.get(name)


def _writing(name: str) -> Command | None:
    from trainer_app.commands import writing

    return {
        "sample": writing.fill_sample,
        "add group": writing.add_group,
        "add training": writing.add_training,
        "mark": writing.mark,
        "undo": writing.undo,
        "redo": writing.redo,
        "backup": writing.back_up,
    }.get(name)


def _importing(name: str) -> Command | None:
    from trainer_app.commands import groups, importing

    return {
        "import people": importing.import_people,
        "import attendance": importing.import_attendance,
        "import scores": importing.import_scores,
        "import groups": groups.import_list,
    }.get(name)


def _papers(name: str) -> Command | None:
    from trainer_app.commands import lists, papers, scores

    return {
        "report scores": scores.report_scores,
        "export scores": scores.export_scores,
        "print score-list": scores.export_scores,
        "export attendance": lists.export_attendance,
        "export people": papers.export_people,
        "print invitation-list": papers.print_invitation_list,
        "print sign-in-sheet": papers.print_sign_in_sheet,
        "print attendance-list": papers.export_attendance,
    }.get(name)


def _of_curriculum(name: str) -> Command | None:
    from trainer_app.commands import curriculum_papers

    return {
        "print handout": curriculum_papers.print_handout,
        "print two-languages": curriculum_papers.print_two_languages,
        **{f"print {what}": curriculum_papers.print_of_units for what in curriculum_papers.OF_UNITS},
        "print test": curriculum_papers.print_test,
        "print answer-sheet": curriculum_papers.print_answer_sheet,
        "print answer-key": curriculum_papers.print_test,
        "print kit": curriculum_papers.print_kit,
    }.get(name)


def _of_follow_up(name: str) -> Command | None:
    from trainer_app.commands import follow_up_papers

    return {
        "print call-sheet": follow_up_papers.print_call_sheet,
        "print replacement-minutes": follow_up_papers.print_minutes,
        "print criteria-sheet": follow_up_papers.print_selection,
        "print ranked-list": follow_up_papers.print_selection,
    }.get(name)


def _of_reports(name: str) -> Command | None:
    from trainer_app.commands import report_papers, test_papers

    return {
        "print oral-form": test_papers.print_oral,
        "print feedback-form": test_papers.print_feedback,
        "print checklist": test_papers.print_checklist,
        "print training-report": report_papers.print_report,
        "print minutes": report_papers.print_minutes,
        "print letter": report_papers.print_letter,
    }.get(name)


def _exchange(name: str) -> Command | None:
    from trainer_app.commands import curriculum

    return {
        "export pack": curriculum.export_pack,
        "export words": curriculum.export_words,
        "import pack": curriculum.import_pack,
        "import words": curriculum.import_words,
    }.get(name)


def _schedule(name: str) -> Command | None:
    from trainer_app.commands import schedule

    return {"export schedule": schedule.export_schedule, "import schedule": schedule.import_schedule}.get(name)


def _checks(name: str) -> Command | None:
    from trainer_app.commands import checks

    return {
        "report integrity": checks.report_integrity,
        "print call-back-list": checks.print_call_back_list,
    }.get(name)


def _certificates(name: str) -> Command | None:
    from trainer_app.commands import certificates

    return {
        "print certificates": certificates.print_certificates,
        "print badges": certificates.print_badges,
        "keys office": certificates.keys_office,
        "verify": certificates.verify,
    }.get(name)


def _exports(name: str) -> Command | None:
    from trainer_app.commands import exports, indicators

    return {
        "report indicators": indicators.report_indicators,
        "export indicators": exports.export_indicators,
        "print indicator-report": exports.print_indicators,
        "export data": exports.export_data,
    }.get(name)


FAMILIES = (
    _reading,
    _writing,
    _importing,
    _papers,
    _of_curriculum,
    _of_follow_up,
    _of_reports,
    _certificates,
    _exchange,
    _schedule,
    _checks,
    _exports,
)
