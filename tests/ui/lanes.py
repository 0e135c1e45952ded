"""A lane that does its jobs when the test says so, on the test's own thread, in order."""

from collections.abc import Callable

from ffd_desktop.problems import ProblemForPerson
from ui.progress import Moved, Progress


class HandLane:
    """Keeps jobs until ``run`` is called; answers as the vault lane does."""

    def __init__(self) -> None:
        self.jobs: list[tuple[Callable, Callable, Callable]] = []

    def submit(self, receiver, job, done, failed) -> None:
        self.jobs.append((job, done, failed))

    def submit_long(self, receiver, job, done, failed, *, moved) -> Progress:
        """Keep a long job; ``move`` tells a step of the last one."""
        progress = Progress(lambda _: None)
        self.moved = moved
        self.submit(receiver, lambda: job(progress), done, failed)
        return progress

    def move(self, step: int, total: int, words: str) -> None:
        """Tell a step of the long job, as the lane does on the window's thread."""
        self.moved(Moved(step, total, words))

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
