from chancery.core.personal import Holding

# The room makes the notice from other rooms' declarations and keeps nothing itself.
HOLDS: tuple[Holding, ...] = ()
