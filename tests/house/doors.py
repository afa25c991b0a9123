"""A contract of our own for import-linter: a room is entered only by its doors."""

from typing import Any

from importlinter import Contract, ContractCheck, fields, output


class DoorsContract(Contract):
    """No module outside a room imports anything of it but the named modules; the key holder may."""

    floors = fields.ListField(subfield=fields.StringField())
    doors = fields.ListField(subfield=fields.StringField())
    key_holder = fields.StringField()

    def check(self, graph: Any, verbose: bool) -> ContractCheck:
        broken = []
        for floor in self.floors:  # type: ignore[attr-defined]
            for room in sorted(graph.find_children(floor)):
                broken += self._break_ins(graph, room)
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    def _break_ins(self, graph: Any, room: str) -> list[tuple[str, str]]:
        inside = {room, *graph.find_descendants(room)}
        open_doors = {f"{room}.{door}" for door in self.doors}  # type: ignore[attr-defined]
        return [
            (visitor, module)
            for module in sorted(inside - open_doors - {room})
            for visitor in sorted(graph.find_modules_that_directly_import(module))
            if visitor not in inside
            and not f"{visitor}.".startswith(f"{self.key_holder}.")
            and ".tests" not in visitor
            and not visitor.startswith("conftest")
        ]

    def render_broken_contract(self, check: ContractCheck) -> None:
        for visitor, module in check.metadata["broken"]:
            output.print_error(f"{visitor} imports {module}, which is not a door of its room.")
