"""What a worker may take from the system."""

import resource


def lower(memory: int, seconds: int) -> None:
    """No more memory (bytes of addresses) and time (of the processor), no file written, no core dumped."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
