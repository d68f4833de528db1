"""How fast the reading model is, what it weighs, and what it costs to load.

    python benchmarks/encoder.py [TEXT ...] [--model FILE] [--words 20000]

Without texts it reads sentences made here. Figures: time to load, words a second on one thread (wall clock), and the
growth of the process's largest memory between a short text and one of 60,000 words.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from pathlib import Path

from situate.extract.encoding.encoder import Encoder

MADE = (
    "Army forces broke through the siege of the northern district on Tuesday, a military source told reporters. "
    "Warplanes had bombed two villages along the highway overnight, killing at least 12 civilians and wounding dozens. "
    "The rebels, who have held the town since 2014, denied that they would withdraw; aid has not come in for months. "
)


def peak_mb() -> float:
    """The largest resident memory of this process so far, in megabytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def read(encoder: Encoder, text: str) -> tuple[int, float]:
    """(words, seconds) of reading a text."""
    began = time.perf_counter()
    words = sum(len(sentence.tokens) for sentence in encoder.read(text))
    return words, time.perf_counter() - began


def main() -> None:
    """Measure and print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, nargs="*")
    parser.add_argument("--model", type=Path)
    parser.add_argument("--words", type=int, default=20_000)
    options = parser.parse_args()
    began = time.perf_counter()
    encoder = Encoder.load(options.model)
    loaded = time.perf_counter() - began
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in options.texts) or MADE
    text = text * (options.words // max(1, len(text.split())) + 1)
    read(encoder, text[:2000])
    words, seconds = read(encoder, text)
    before = peak_mb()
    long = MADE * (60_000 // len(MADE.split()))
    read(encoder, long)
    print(
        json.dumps(
            {
                "load_s": round(loaded, 3),
                "words": words,
                "words_per_s": round(words / seconds),
                "peak_mb": round(before, 1),
                "peak_mb_after_60000_words": round(peak_mb(), 1),
            }
        )
    )


if __name__ == "__main__":
    main()
