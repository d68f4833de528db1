import operator
from dataclasses import replace
from functools import partial
from types import MappingProxyType

import pytest

from situate.engine import Local
from situate.model.report import Report

double = partial(partial, operator.mul, 2)  # makes the function in each process

same = partial(partial, replace)


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_items(jobs):
    assert list(Local(jobs=jobs)(double, range(40))) == [2 * number for number in range(40)]


def test_nothing_is_asked_for_before_it_is_needed():
    asked = []

    def items():
        for number in range(1000):
            asked.append(number)
            yield number

    results = Local(jobs=2)(double, items())
    assert next(results) == 0
    assert len(asked) <= 8
    results.close()


def test_reports_travel_between_processes():
    report = Report(id="r", text="Some words.", extra=MappingProxyType({"key": [1]}))
    assert list(Local(jobs=2)(same, [report])) == [report]


def test_an_error_in_a_process_is_raised_here():
    with pytest.raises(TypeError):
        list(Local(jobs=2)(double, [None]))
