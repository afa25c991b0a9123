from chancery.core.personal import Holding

HOLDS: tuple[Holding, ...] = ()
