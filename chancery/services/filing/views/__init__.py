"""The counter of the room: writing a draft, handing it in, and following an application afterwards."""
