"""From a file somebody has to a stored wave: read, recognise, preview, confirm, store."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from alignment_model import intake
from alignment_model import store as stores
from alignment_model.counts import people_by_role
from alignment_model.errors import QUESTION, InputError, NotFoundError, Problem
from alignment_model.intake import Recognition
from alignment_model.intake.cells import SourceFile
from alignment_model.intake.reading import read_source
from alignment_model.privacy import DEFAULT_ATTRIBUTED, DEFAULT_MINIMUM, PrivacyPolicy, RoleVisibility
from alignment_model.responses import Attribution, ResponseSet
from alignment_model.store import ImportRecord, ImportSource, Store, WaveSummary
from alignment_model.workflows.clock import stamp


@dataclass(frozen=True)
class Preview:
    """What storing a file would do. Nothing is stored yet.

    `roles` says how many answered from each role and whether they will be shown; `to_confirm` are the
    attributed roles among them; `already` are imports of the same file; `holds` is what the wave holds now.
    """

    responses: ResponseSet
    roles: tuple[RoleVisibility, ...]
    to_confirm: tuple[str, ...]
    already: tuple[ImportRecord, ...]
    holds: WaveSummary | None


def read_upload(
    data: bytes,
    name: str,
    *,
    progress: Callable[..., None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> SourceFile:
    """A file's bytes as sheets of cells.

    Raises
    ------
    InputError
        When these bytes are no table we can read.
    """
    return read_source(data, name, progress=progress, cancelled=cancelled)


def recognise_file(source: SourceFile, *, mapping: str = "", store: Store | None = None) -> Recognition:
    """What a file holds: role column, questions, scales, and every problem with its cell.

    Parameters
    ----------
    mapping
        The text of a mapping file (TOML); empty to recognise the file by itself.
    store
        Where to look for the mapping that suited this form last time.

    Raises
    ------
    InputError
        When the mapping file is at fault.
    """
    given = intake.load_mapping(mapping) if mapping else intake.ColumnMapping()
    found = intake.recognise(source, mapping=given if mapping else None)
    only_the_sheet = given == intake.ColumnMapping(sheet=given.sheet)
    known = stores.known_mapping(store, found.form) if store is not None and only_the_sheet else ""
    if not known:
        return found
    remembered = intake.load_mapping(known)
    return intake.recognise(source, mapping=replace(remembered, sheet=given.sheet or remembered.sheet))


def inspect_file(data: bytes, name: str, *, mapping: str = "") -> Recognition:
    """Read and recognise in one step; nothing is stored."""
    return recognise_file(read_upload(data, name), mapping=mapping)


def file_responses(
    recognition: Recognition,
    *,
    survey: str,
    wave: str,
    wave_date: date | None = None,
    currency: str = "",
    attributed: Iterable[str] = DEFAULT_ATTRIBUTED,
) -> ResponseSet:
    """The checked answers of a recognised file; nobody has confirmed their attribution yet.

    Raises
    ------
    InputError
        With every problem that keeps it from being stored.
    """
    return intake.to_responses(
        recognition,
        survey=survey,
        wave=wave,
        wave_date=wave_date,
        attribution=Attribution(frozenset(attributed)),
        currency=currency,
    )


def preview_import(
    store: Store, responses: ResponseSet, source: SourceFile, *, minimum_group: int = DEFAULT_MINIMUM
) -> Preview:
    """What storing these answers would do: who would be shown, what has to be confirmed, what is there."""
    policy = PrivacyPolicy.of_attribution(responses.attribution, minimum_group)
    sizes = {role: len(people) for role, people in people_by_role(responses, policy).items()}
    return Preview(
        responses=responses,
        roles=policy.visibility(sizes),
        to_confirm=roles_to_confirm(responses),
        already=stores.find_file(store, source.content_hash),
        holds=_holds(store, responses.survey, responses.wave),
    )


def roles_to_confirm(responses: ResponseSet) -> tuple[str, ...]:
    """The roles shown by name of role whose respondents must have been told so."""
    return tuple(sorted(responses.attribution.attributed_roles & set(responses.sizes)))


def confirmed(responses: ResponseSet, by: str, *, now: datetime | None = None) -> Attribution:
    """The attribution of these answers, with who confirmed that respondents were told, and when."""
    return replace(responses.attribution, confirmed=True, confirmed_by=by, confirmed_at=stamp(now))


def import_wave(
    store: Store,
    responses: ResponseSet,
    source: SourceFile,
    *,
    attribution: Attribution,
    mapping: str = "",
    form: str = "",
    problems: Iterable[Problem] = (),
    replace_wave: bool = False,
    actor: str = "",
    minimum_group: int = DEFAULT_MINIMUM,
    now: datetime | None = None,
) -> ImportRecord:
    """Store one wave, whole or not at all.

    Parameters
    ----------
    attribution
        Which roles are shown by name of role, confirmed (`confirmed`) where any of them answered.
    mapping, form
        The mapping used (TOML) and the form's fingerprint; together they are remembered for the next wave.
    replace_wave
        Whether a wave that holds data may be replaced.

    Raises
    ------
    InputError
        When the attribution is not confirmed.
    ConflictError
        When the file is in the survey already, or the wave holds data.
    """
    given = replace(responses, attribution=attribution)
    told = roles_to_confirm(given)
    if told and not attribution.confirmed:
        raise InputError([_not_confirmed(told)])
    kept = ImportSource(source.name, source.content_hash, stamp(now), actor, mapping, tuple(problems))
    record = stores.add_import(store, given, kept, replace=replace_wave, minimum_group=minimum_group)
    if mapping and form:
        stores.remember_mapping(store, form, _for_next_wave(mapping), at=kept.imported_at)
    return record


def _for_next_wave(mapping: str) -> str:
    """A mapping without its decisions about single rows: the next wave's row 12 is somebody else."""
    given = intake.load_mapping(mapping)
    keep, leave_out = (
        tuple(reason for reason in reasons if not reason.startswith("row "))
        for reasons in (given.keep, given.leave_out)
    )
    return intake.mapping_to_toml(replace(given, keep=keep, leave_out=leave_out))


def _holds(store: Store, survey: str, wave: str) -> WaveSummary | None:
    try:
        return stores.wave_summary(store, survey, wave)
    except NotFoundError:
        return None


def _not_confirmed(roles: tuple[str, ...]) -> Problem:
    return Problem(
        code="attribution.not_confirmed",
        severity=QUESTION,
        found=f"answers from {', '.join(roles)}, which are shown by name of role",
        expected="a confirmation that these respondents were told",
        fix="Confirm it, or choose to protect these roles.",
    )
