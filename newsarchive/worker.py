"""Gunicorn's worker of threads, but for which of several takes a new connection."""

from gunicorn.workers.gthread import ThreadWorker


class Worker(ThreadWorker):
    """While all its threads have work it leaves new connections to the others, or to the queue of the system.

    As it comes, a worker takes every connection that it sees first: of eight readers one may get six, who wait for each
    other while the second worker rests.
    """

    in_hand = 0

    def enqueue_req(self, conn):
        self.in_hand += 1
        super().enqueue_req(conn)
        self.set_accept_enabled(self._accepting)

    def finish_request(self, conn, fs):
        self.in_hand -= 1
        super().finish_request(conn, fs)

    def set_accept_enabled(self, enabled):
        """The loop of the worker asks for it at every turn where it does not accept and might."""
        super().set_accept_enabled(enabled and self.in_hand < self.cfg.threads)
