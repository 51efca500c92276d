"""Write the sample's workbooks, one a wave: `python -m alignment_model.sample.write` renews data/samples/."""

from __future__ import annotations

from pathlib import Path

from alignment_model.data_files import DATA_DIRECTORY
from alignment_model.intake.template.workbook import write_workbook
from alignment_model.sample.organisation import WAVES, sample_organisation

SAMPLES = DATA_DIRECTORY / "samples"


def write_samples(directory: Path = SAMPLES) -> tuple[Path, ...]:
    """Write the three waves of the default sample as "<wave>.xlsx"; the files, in order.

    The bytes depend on nothing but the code and the data files.
    """
    directory.mkdir(parents=True, exist_ok=True)
    files = []
    for wave, _ in WAVES:
        files.append(directory / f"{wave}.xlsx")
        write_workbook(files[-1], sample_organisation(wave=wave))
    return tuple(files)


if __name__ == "__main__":
    write_samples()
