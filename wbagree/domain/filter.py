"""The filter of agreements: one value for every command that shows agreements."""

from datetime import date
from typing import NamedTuple

from wbagree.domain.dates.partial_date import PartialDate


class Filter(NamedTuple):
    """Conditions that records must all meet; values of one field are alternatives.

    ``parties`` must all be bound, by themselves or through a predecessor. ``among`` keeps records that serve a pair of
    its members, ``pairs`` those that serve any of these pairs. Status and succession are computed as of the day
    ``as_of``. ``since`` and ``until`` keep every record whose date may fall in the range; undated ones only with
    ``undated``, which without a range means those alone. If it is False, undated ones are left out in any case.
    ``public`` leaves out restricted records.
    ``signed_by`` and the like are about acts: of each of these parties an act of the kind is recorded by the day, or
    none. ``named``: phrases of the text, folded, that are names of parties as well, with their codes. ``signatories``
    are words of the name of an institution or a person that signed, ``sources`` words of a source or an official
    reference; ``sourced``: whether there is any of these two.
    """

    pair: tuple[str, str] | None = None
    parties: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    confidences: tuple[str, ...] = ()
    since: PartialDate | None = None
    until: PartialDate | None = None
    as_of: date | None = None
    assessed: bool | None = None
    scores: tuple[str, ...] = ()
    text: str = ""
    inherited: bool = True
    undated: bool | None = None
    public: bool = False
    pairs: tuple[tuple[str, str], ...] = ()
    signed_by: tuple[str, ...] = ()
    ratified_by: tuple[str, ...] = ()
    not_ratified_by: tuple[str, ...] = ()
    in_force_for: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    named: tuple[tuple[str, tuple[str, ...]], ...] = ()
    signatories: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    sourced: bool | None = None

    def names_parties(self) -> bool:
        """Return whether the filter names parties, so that it is about pairs."""
        return bool(self.pair or self.parties or self.among or self.pairs)

    def is_of_all(self) -> bool:
        """Return whether all agreements match, but for restricted ones."""
        return self._replace(as_of=None, public=False) == Filter()

    def has_range(self) -> bool:
        """Return whether the filter has a range of dates of signature."""
        return bool(self.since or self.until)

    def all_parties(self) -> tuple[str, ...]:
        """Return every party in any field of the filter, each once."""
        of_pairs = (code for pair in self.pairs for code in pair)
        return tuple(dict.fromkeys((*self.required_parties(), *of_pairs, *self.among)))

    def required_parties(self) -> tuple[str, ...]:
        """Return the parties that must all be bound."""
        return tuple(dict.fromkeys((*(self.pair or ()), *self.parties)))

    def in_words(self) -> str:
        """Return the filter in words, for the head of a document.

        A filter without conditions is ``all records``.
        """
        conditions = [
            f"pair {'-'.join(self.pair)}" if self.pair else "",
            _listed("pair", tuple(map("-".join, self.pairs))),
            _listed("party", self.parties, " and "),
            _listed("among", self.among, ", "),
            _listed("key", self.keys),
            _listed("type", self.types),
            _listed("form", self.forms),
            _listed("level", self.levels),
            _listed("status", self.statuses),
            _listed("confidence", self.confidences),
            f"since {self.since}" if self.since else "",
            f"until {self.until}" if self.until else "",
            "dated agreements only" if self.undated is False else "",
            "undated agreements " + ("included" if self.has_range() else "only") if self.undated else "",
            "public records only" if self.public else "",
            "" if self.assessed is None else "assessed" if self.assessed else "never assessed",
            _listed("latest assessment", self.scores),
            _listed("signed by", self.signed_by, " and "),
            _listed("ratified by", self.ratified_by, " and "),
            f"no ratification by {' or '.join(self.not_ratified_by)} recorded" if self.not_ratified_by else "",
            _listed("in force for", self.in_force_for, " and "),
            _listed("signatory", tuple(f"“{one}”" for one in self.signatories)),
            _listed("source", tuple(f"“{one}”" for one in self.sources)),
            "" if self.sourced is None else "with a source" if self.sourced else "no source recorded",
            f"text “{self.text}”" if self.text else "",
            _listed(
                "parties named in it", tuple(dict.fromkeys(code for _, codes in self.named for code in codes)), ", "
            ),
            "" if self.inherited else "without inherited records",
            f"as of {self.as_of}" if self.as_of else "",
        ]
        return "; ".join(filter(None, conditions)) or "all records"


def span_in_words(first: PartialDate | None, last: PartialDate | None) -> str:
    """Return a range of dates of signature in words, such as ``signed in 2012``."""
    if first == last:
        return f"signed in {first}" if first and not first.day else f"signed on {first}"
    if first and last:
        return f"signed {first} to {last}"
    return f"signed since {first}" if first else f"signed until {last}"


def _listed(name: str, values: tuple[str, ...], joint: str = " or ") -> str:
    return f"{name} {joint.join(values)}" if values else ""
