"""Types: the subjects of agreements, in groups, with their names."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from wbagree.domain.text.folding import fold_name
from wbagree.domain.text.suggestions import SuggestionCache
from wbagree.errors import AmbiguousName, NotFound

# The names of a type and of a group of types in the history.
TYPE, TYPE_GROUP = "type", "type group"


@dataclass(frozen=True, slots=True)
class Type:
    """A subject of agreements, such as ``mla``.

    ``group`` is the code of its group, ``aliases`` are names in any language.
    """

    code: str
    group: str
    label: str
    aliases: tuple[str, ...] = ()


def write_type(type_: Type) -> dict[str, str]:
    """Return the cells of a type, without its code.

    Aliases are joined by ``;``.
    """
    return {"group": type_.group, "label": type_.label, "aliases": ";".join(type_.aliases)}


class TypeBook:
    """Lookup of types and groups by code, label or alias."""

    def __init__(
        self,
        types: Iterable[Type],
        groups: Mapping[str, str],
        types_in: Callable[[str], Sequence[str]] = lambda _: (),
        group_of: Callable[[str], str] = lambda _: "",
    ) -> None:
        """``types_in`` suggests types for a text; ``group_of`` knows further names of groups."""
        self.types = {type_.code: type_ for type_ in types}
        self.groups = dict(groups)
        self._types_in = types_in
        self._group_of = group_of
        self._advice = SuggestionCache(0.7)

    @cached_property
    def _known(self) -> dict[str, str]:
        """The folded names with their types; most commands read codes alone."""
        known: dict[str, str] = {}
        for type_ in self.types.values():
            for text in (type_.code, type_.label, *type_.aliases):
                known.setdefault(fold_name(text), type_.code)
        return known

    @cached_property
    def _groups(self) -> dict[str, str]:
        return {fold_name(text): code for code, label in self.groups.items() for text in (code, label)}

    def resolve(self, text: str) -> str:
        """Return the code of the one type that ``text`` names.

        NotFound names the nearest types; AmbiguousName when ``text`` is a group.
        """
        if text in self.types:
            return text
        code = self._known.get(fold_name(text))
        if code is None:
            if group := self._group_named(text):
                raise AmbiguousName("type", text.strip(), self._types_of_group(group))
            raise NotFound("type", text.strip(), self._nearest(text), "wbagree types lists them all")
        return code

    def codes_beginning(self, text: str) -> set[str]:
        """Return the codes of the types with a name that begins so."""
        folded = fold_name(text)
        return {code for name, code in self._known.items() if name.startswith(folded)}

    def code_named(self, text: str) -> str:
        """Return the code of the type or group named ``text``, or ''."""
        folded = fold_name(text)
        return self._known.get(folded) or self._group_named(text)

    def _group_named(self, text: str) -> str:
        code = self._groups.get(fold_name(text)) or self._group_of(text)
        return code if code in self.groups else ""

    def resolve_many(self, text: str) -> tuple[str, ...]:
        """Return the code of a type, or those of a group's types.

        A text that names both a group and a type is read as the group.
        """
        folded = fold_name(text)
        group = self._groups.get(folded) or ("" if folded in self._known else self._group_named(text))
        return tuple(self._types_of_group(group)) if group else (self.resolve(text),)

    def resolve_shown(self, text: str) -> tuple[str, ...]:
        """Return the codes that a name, or a part of one, means.

        NotFound when no name has that part.
        """
        try:
            return self.resolve_many(text)
        except NotFound:
            folded = fold_name(text)
            found = dict.fromkeys(code for name, code in self._known.items() if folded and folded in name)
            if not found:
                raise
            return tuple(found)

    def _types_of_group(self, group: str) -> list[str]:
        return [code for code, type_ in self.types.items() if type_.group == group]

    def label_of(self, code: str) -> str:
        """Return the English label of a type, or an unknown code itself."""
        type_ = self.types.get(code)
        return type_.label if type_ else code

    def _nearest(self, text: str) -> list[str]:
        if codes := [code for code in self._types_in(text) if code in self.types]:
            return codes
        names = {name: (code,) for name, code in (self._groups | self._known).items()}
        return self._advice.nearest(fold_name(text), names)
