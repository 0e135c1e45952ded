"""A lane that does its jobs when the test says so, on the test's own thread, in order."""

from collections.abc import Callable

from ffd_desktop.problems import ProblemForPerson


class HandLane:
    """Keeps jobs until ``run`` is called; answers as the vault lane does."""

    def __init__(self) -> None:
        self.jobs: list[tuple[Callable, Callable, Callable]] = []

    def submit(self, receiver, job, done, failed) -> None:
        self.jobs.append((job, done, failed))

    def run(self) -> None:
        """Do all that waits, and what comes of it."""
        while self.jobs:
            job, done, failed = self.jobs.pop(0)
            try:
                result = job()
            except ProblemForPerson as problem:
                failed(problem)
            else:
                done(result)
