"""The facts of a framework in reading order, for all its views."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wbagree.domain.acts.act import Act
from wbagree.domain.agreements.vocabularies import label_and_code, name_and_code
from wbagree.domain.frameworks.framework import Framework, Membership


@dataclass(frozen=True, slots=True)
class FrameworkDetails:
    """A framework with its members, acts, predecessors and successor.

    ``successor``: its successor, or None. ``predecessors``: its predecessors, direct and indirect; an indirect one has
    the key of the framework between them, a direct one ''. ``types`` and ``parties``: code to name.
    """

    framework: Framework
    members: Sequence[Membership]
    acts: Sequence[Act]
    successor: Framework | None
    predecessors: Sequence[tuple[Framework, str]]
    types: Mapping[str, str]
    parties: Mapping[str, str]

    @property
    def title(self) -> str:
        """The name, with the short name in brackets."""
        short = self.framework.short_name
        return f"{self.framework.name} ({short})" if short else self.framework.name

    @property
    def sources(self) -> list[str]:
        """Each source as one text."""
        return [source for source in self.framework.sources.split(" | ") if source]

    def facts(self) -> dict[str, list[str]]:
        """Return the framework's own fields in reading order.

        Heading to lines; a line may be empty.
        """
        framework = self.framework
        return {
            "Key": [framework.key],
            "Kind": [framework.kind],
            "About": [", ".join(label_and_code(self.types.get(code, ""), code) for code in framework.types)],
            "Established": [framework.established],
            "Ended": [framework.ended],
            "Became": [_key_and_name(self.successor)] if self.successor else [],
            "Came from": [_key_and_name(one) + (f", through {by}" if by else "") for one, by in self.predecessors],
            "Seat": [framework.seat],
            "Website": [framework.website],
        }


def _key_and_name(framework: Framework) -> str:
    return name_and_code(framework.display_name, framework.key)
