"""Running one piece of work in a process beside this one."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeVar, cast

Found = TypeVar("Found")


def beside(task: Callable[[], Found]) -> Callable[[], Found]:
    """Start a task in a forked process; the function returned waits for what it gives.

    The fork sees everything the task refers to, so that only its result must be pickled.
    What the task raises is raised by the wait; ChildProcessError says that it died.
    """
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_run, args=(task, there), daemon=True)
    child.start()
    there.close()

    def wait() -> Found:
        try:
            good, found = here.recv()
        except EOFError:
            raise ChildProcessError("the process beside this one died") from None
        finally:
            child.join()
        if not good:
            raise found
        return cast(Found, found)

    return wait


def _run(task: Callable[[], object], there: Connection) -> None:
    try:
        there.send((True, task()))
    except BaseException as error:
        there.send((False, error))
