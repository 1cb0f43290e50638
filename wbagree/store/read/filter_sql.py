"""A filter in SQL: conditions over the views of ``views.sql``."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from wbagree.domain.agreements.vocabularies import ENDED_STATUSES, Status
from wbagree.domain.filter import Filter
from wbagree.errors import InvalidValue

Parameters = dict[str, object]


class FilterSql(NamedTuple):
    """A filter in SQL.

    ``source`` is a FROM clause with an agreement_view ``v`` and, if parties are named, a scope ``s``; ``where`` is the
    condition. ``pairs`` is the condition on pair_view for the pairs that the filter is about. ``verdict`` and
    ``status`` are expressions, for the parties that the filter names.
    """

    source: str
    where: str
    pairs: str
    parameters: Parameters
    verdict: str = "v.verdict"
    status: str = "v.computed_status"


def to_sql(filter_: Filter, today: date | None = None) -> FilterSql:
    """Return a filter in SQL.

    Status and succession are as of its day, or ``today``.
    """
    parameters: Parameters = {"day": (filter_.as_of or today or date.today()).isoformat()}
    pairs = _pair_condition(filter_, parameters)
    source, verdict, status = "agreement_view AS v", "v.verdict", "v.computed_status"
    if filter_.names_parties():
        source += f" JOIN ({_scope(filter_, pairs)}) AS s ON s.agreement_id = v.id"
        if named := filter_.required_parties():
            verdict = verdict_for([f":{one}" for one in _bind(parameters, "party", sorted(named))])
        status = status_for(verdict, "s.inherited", ("s.a", "s.b"))
    conditions = ["v.day_json = json_quote(:day)", *_conditions(filter_, parameters, status)]
    conditions += [
        # Another pair of the same record may be the one among them.
        f"v.id IN (SELECT agreement_id FROM pair_view WHERE {_pair_condition(other, parameters)})"
        for other in _further_filters(filter_)
    ]
    return FilterSql(source, " AND ".join(conditions), pairs, parameters, verdict, status)


def _further_filters(filter_: Filter) -> list[Filter]:
    """Return the filters on an agreement's pairs that ``_pair_condition`` leaves out."""
    named, inherited = bool(filter_.pair or filter_.parties), filter_.inherited
    further = []
    if filter_.pairs and named:
        further.append(Filter(pairs=filter_.pairs, inherited=inherited))
    if filter_.among and (named or filter_.pairs):
        further.append(Filter(among=filter_.among, inherited=inherited))
    return further


def _pair_condition(filter_: Filter, parameters: Parameters) -> str:
    """Return the condition on a row of pair_view.

    The pair is one that the filter names, its succession has happened by the day, and it may be inherited unless the
    filter excludes that. The view has each pair in both orders: a single named party comes first, otherwise both are
    A-Z.
    """
    named = sorted({*(filter_.pair or ()), *filter_.parties})
    conditions = ["since <= :day"]
    if len(named) == 2:
        conditions.append("a = :{} AND b = :{}".format(*_bind(parameters, "party", named)))
    elif len(named) == 1:
        conditions.append(f"a = :{_bind(parameters, 'party', named)[0]}")
        if filter_.among and named[0] in filter_.among:
            conditions.append(_both_in(_bind(parameters, "among", filter_.among)))
    else:
        conditions.append("a < b")
        if named:
            conditions.append(_both_in(_bind(parameters, "party", named)))
        elif filter_.pairs:
            conditions.append(_any_pair(parameters, filter_.pairs))
        elif filter_.among:
            conditions.append(_both_in(_bind(parameters, "among", filter_.among)))
    if not filter_.inherited:
        conditions.append("NOT inherited")
    return " AND ".join(conditions)


# If an agreement reaches a pair by several paths: signed by both, before inherited by one, before inherited by both;
# then A-Z.
INHERITANCE_PREFERENCE = "inherited || (inherited_from LIKE '% %') || inherited_from"


def _both_in(names: list[str]) -> str:
    listed = ", ".join(f":{name}" for name in names)
    return f"a IN ({listed}) AND b IN ({listed})"


def _any_pair(parameters: Parameters, pairs: Sequence[tuple[str, str]]) -> str:
    first, second = (_bind(parameters, name, codes) for name, codes in zip("ab", zip(*pairs, strict=True), strict=True))
    return f"({' OR '.join(f'a = :{a} AND b = :{b}' for a, b in zip(first, second, strict=True))})"


def _scope(filter_: Filter, pairs: str) -> str:
    """Return the SELECT of the agreements that serve the pairs.

    Each is there once, by the preferred path.
    """
    parties = {*(filter_.pair or ()), *filter_.parties}
    # The other columns come from the row with the minimum: SQLite's rule for min() and bare columns.
    scope = (
        f"SELECT agreement_id, a, b, inherited, inherited_from, min({INHERITANCE_PREFERENCE}) FROM pair_view"
        f" WHERE {pairs}"
    )
    scope += " GROUP BY agreement_id"
    if len(parties) > 2:  # three parties are all bound when each two of them are
        scope += f" HAVING count(DISTINCT a || ' ' || b) = {len(parties) * (len(parties) - 1) // 2}"
    return scope


def _conditions(filter_: Filter, parameters: Parameters, status: str) -> list[str]:
    conditions = []
    if filter_.types:
        listed = _bind_list(parameters, "type", filter_.types)
        conditions.append(f"v.id IN (SELECT agreement_id FROM agreement_type WHERE type_code IN ({listed}))")
    for name, column, values in (
        ("key", "v.key", filter_.keys),
        ("form", "v.form", filter_.forms),
        ("level", "v.level", filter_.levels),
        ("confidence", "v.confidence", filter_.confidences),
        ("computed_status", status, _statuses(filter_.statuses)),
        ("latest_score", "v.latest_score", filter_.scores),
    ):
        if values:
            conditions.append(f"{column} IN ({_bind_list(parameters, name, values)})")
    conditions += _act_conditions(filter_, parameters)
    conditions += _date_conditions(filter_, parameters)
    conditions += _source_conditions(filter_, parameters)
    if filter_.assessed is not None:
        conditions.append(f"v.latest_score IS {'NOT NULL' if filter_.assessed else 'NULL'}")
    if filter_.public:
        conditions.append("v.disclosure = ''")
    return conditions + _text_conditions(filter_, parameters)


# An act of a role, of a party or of all, that counts by the day.
_ACT = (
    "EXISTS (SELECT 1 FROM act WHERE act.agreement_id = v.id AND act.party_code IN ('', :{0}) AND {1}"
    " AND act.latest <= :day)"
)
_SIGNATURE = "(act.role = 'signature' OR act.kind = 'definitive-signature')"
_BOUND = "act.role = 'bound'"
_IS_PARTY = "EXISTS (SELECT 1 FROM participation WHERE agreement_id = v.id AND party_code = :{0})"


def verdict_for(parties: Sequence[str], record: str = "v") -> str:
    """Return the SQL of the verdict of rule 2 for some parties.

    ``parties`` are SQL expressions of their codes. An agreement of more than two parties may have ended for one, or
    have entered into force for some by acts of their own; an act of a successor counts for it alone. ``record`` is a
    row of agreement_view, or has its columns id, act_roles and verdict. SQLite works out the long verdict of the view
    once for each time that it is named: here once, in a SELECT of its own.
    """
    listed = ", ".join(parties)
    return (
        f"(SELECT coalesce(iif({record}.act_roles <> '' AND {record}.act_roles LIKE '% party %', (SELECT CASE"
        " WHEN max(life.ended_latest <= :day) THEN 'ended'"
        " WHEN max(life.ended_earliest <= :day) THEN 'exit-undated'"
        f" WHEN of_all IN ({_OVER}) THEN NULL"
        f" WHEN sum(life.in_force_latest <= :day) = {len(parties)} THEN 'in-force'"
        " WHEN of_all = 'in-force' AND max(life.in_force_earliest) > :day THEN 'not-yet-for-all' END"
        f" FROM party_life AS life WHERE life.agreement_id = {record}.id AND life.party_code IN ({listed})), NULL),"
        f" of_all) FROM (SELECT {record}.verdict AS of_all) AS known)"
    )


_OVER = "'ended', 'end-straddles', 'exit-undated', 'end-asserted', 'end-undated', 'suspended', 'suspension-straddles'"


def status_for(verdict: str, inherited: str, pair: tuple[str, str], record: str = "v") -> str:
    """Return the SQL of the status that follows from a verdict.

    What is inherited is the predecessor's status, and never the pair's own, unless each successor agreed to continue
    it; but what has ended or never began is so for all. ``inherited`` and ``pair`` are SQL expressions.
    """
    continued = " AND ".join(
        f"(EXISTS (SELECT 1 FROM participation WHERE agreement_id = {record}.id AND party_code = {party}) OR EXISTS"
        f" (SELECT 1 FROM party_life WHERE agreement_id = {record}.id AND party_code = {party}"
        " AND continued_latest <= :day))"
        for party in pair
    )
    return (
        f"(SELECT iif({inherited} AND of_pair NOT IN ('ended', 'end-asserted')"
        f" AND NOT (of_all = 'asserted' AND {record}.asserted_status IN ('negotiation', 'not-in-force'))"
        f" AND NOT ({record}.act_roles <> '' AND {continued}), 'inherited',"
        f" CASE of_pair WHEN of_all THEN {record}.computed_status WHEN 'ended' THEN 'ended'"
        " WHEN 'in-force' THEN 'in-force' WHEN 'not-yet-for-all' THEN 'signed' ELSE 'unknown' END)"
        f" FROM (SELECT {verdict} AS of_pair, {record}.verdict AS of_all) AS known)"
    )


def _act_conditions(filter_: Filter, parameters: Parameters) -> list[str]:
    signed, bound, missing, in_force = (
        _bind(parameters, name, codes)
        for name, codes in (
            ("signed_by", filter_.signed_by),
            ("ratified_by", filter_.ratified_by),
            ("not_ratified_by", filter_.not_ratified_by),
            ("in_force_for", filter_.in_force_for),
        )
    )
    return [
        *(_ACT.format(one, _SIGNATURE) for one in signed),
        *(_ACT.format(one, _BOUND) for one in bound),
        *(f"{_IS_PARTY.format(one)} AND NOT {_ACT.format(one, _BOUND)}" for one in missing),
        *(f"{_IS_PARTY.format(one)} AND {verdict_for([f':{one}'])} = 'in-force'" for one in in_force),
    ]


# The agreements with a text of these words; the index, first, has other texts in its columns as well.
_SIGNATORY = (
    "SELECT agreement_id FROM signatory WHERE agreement_id IN ({0})"
    " AND has_words(institution || ' ' || person || ' ' || person_position, :{1})"
)
_CITED = (
    "SELECT agreement_id FROM source WHERE agreement_id IN ({0}) AND has_words(citation || ' ' || url, :{1})"
    " UNION ALL SELECT agreement_id FROM reference WHERE agreement_id IN ({0}) AND has_words(text, :{1})"
    " UNION ALL SELECT agreement_id FROM act WHERE agreement_id IN ({0})"
    " AND has_words(source || ' ' || reference, :{1})"
)
_INDEXED = "SELECT rowid FROM agreement_text WHERE agreement_text MATCH :{}"
_SOURCED = (
    "(EXISTS (SELECT 1 FROM source WHERE agreement_id = v.id)"
    " OR EXISTS (SELECT 1 FROM reference WHERE agreement_id = v.id))"
)


def _source_conditions(filter_: Filter, parameters: Parameters) -> list[str]:
    """Return the conditions on who signed, and on the sources."""
    conditions = []
    if filter_.signatories:
        conditions.append(_any_of_words(parameters, filter_.signatories, _SIGNATORY, "people"))
    if filter_.sources:
        conditions.append(_any_of_words(parameters, filter_.sources, _CITED, "{sources refs}"))
    if filter_.sourced is not None:
        conditions.append(_SOURCED if filter_.sourced else f"NOT {_SOURCED}")
    return conditions


def _any_of_words(parameters: Parameters, texts: Sequence[str], query: str, columns: str) -> str:
    """Return the condition that one of ``texts`` is found."""
    from wbagree.domain.agreements.gazettes import gazette_phrases  # here: few questions have sources
    from wbagree.domain.text.folding import folded_words

    found = []
    for text in texts:
        words = folded_words(text)
        phrases = gazette_phrases(text) if query is _CITED else ()
        terms = [f'"{phrase}"' for phrase in phrases] or [f'"{word}"*' for word in words]
        place = len(parameters)
        parameters[f"indexed{place}"] = f"{columns} : ({(' OR ' if phrases else ' AND ').join(terms)})"
        indexed = _INDEXED.format(f"indexed{place}")
        if phrases:
            found.append(indexed)
        else:
            parameters[f"words{place}"] = " ".join(words)
            found.append(query.format(indexed, f"words{place}"))
    return f"v.id IN ({' UNION ALL '.join(found)})"


def _date_conditions(filter_: Filter, parameters: Parameters) -> list[str]:
    conditions = _range_conditions(filter_, parameters)
    if filter_.undated is False:
        conditions.append("v.signed_earliest IS NOT NULL")
    if filter_.undated and not filter_.has_range():
        conditions.append("v.signed_earliest IS NULL")
    if filter_.as_of:
        conditions.append("v.verdict <> 'not-yet-signed'")
    return conditions


def _range_conditions(filter_: Filter, parameters: Parameters) -> list[str]:
    """Return the conditions of a range of dates of signature.

    They use the index on these days.
    """
    days = []
    if filter_.since:
        parameters["since"] = filter_.since.earliest.isoformat()
        # A date is never less precise than a year: a date that may be as late begins in that year or later.
        parameters["since_year"] = filter_.since.earliest.replace(month=1, day=1).isoformat()
        days += ["signed_earliest >= :since_year", "signed_latest >= :since"]
    if filter_.until:
        parameters["until"] = filter_.until.latest.isoformat()
        days.append("signed_earliest <= :until")
    if not days:
        return []
    undated = " UNION ALL SELECT id FROM agreement WHERE signed_earliest IS NULL" if filter_.undated else ""
    return [f"v.id IN (SELECT id FROM agreement WHERE {' AND '.join(days)}{undated})"]


def _text_conditions(filter_: Filter, parameters: Parameters) -> list[str]:
    if not filter_.text:
        return []
    from wbagree.domain.text.search_query import (  # here: most filters have no text
        fts_excluded,
        fts_required,
        read_query,
    )

    query = read_query(filter_.text)
    if not query:
        return ["0"]  # punctuation only: nothing can contain it
    required, excluded = fts_required(query), fts_excluded(query)
    if (number := len(required) + len(excluded)) > _MOST_TERMS:
        raise InvalidValue(
            f"a search takes at most {_MOST_TERMS} words and phrases, and this has {number:,}",
            "search for fewer of them; quotes make a phrase of several words",
        )
    if required:
        parameters["any_required"] = " OR ".join(required)  # for the order: best match first
    conditions = []
    parties = dict(filter_.named)
    for place, (name, phrase) in enumerate(zip(_bind(parameters, "required", required), query.required, strict=True)):
        found = _FOUND.format("", name)
        if codes := parties.get(" ".join(phrase)):
            listed = ", ".join(f":{one}" for one in _bind(parameters, f"named{place}_", codes))
            found = f"({found} OR v.id IN (SELECT agreement_id FROM pair_view WHERE a IN ({listed}) AND since <= :day))"
        conditions.append(found)
    return conditions + [_FOUND.format("NOT ", name) for name in _bind(parameters, "excluded", excluded)]


# Each term is a condition, and SQLite nests at most a thousand.
_MOST_TERMS = 500

# A record is found by its own texts, or by a name of a type that it is about.
_FOUND = (
    "v.id {0}IN (SELECT rowid FROM agreement_text WHERE agreement_text MATCH :{1} UNION SELECT agreement_id"
    " FROM type_text CROSS JOIN agreement_type ON type_code = type_text.code WHERE type_text MATCH :{1})"
)


def _statuses(chosen: tuple[str, ...]) -> tuple[str, ...]:
    """Return the chosen statuses, each kind of end for *ended*."""
    return tuple(
        dict.fromkeys(one for status in chosen for one in (ENDED_STATUSES if status == Status.ENDED else (status,)))
    )


def _bind(parameters: Parameters, name: str, values: "tuple[str, ...] | list[str]") -> list[str]:
    names = [f"{name}{place}" for place in range(len(values))]
    parameters.update(zip(names, values, strict=True))
    return names


def _bind_list(parameters: Parameters, name: str, values: tuple[str, ...]) -> str:
    return ", ".join(f":{bound}" for bound in _bind(parameters, name, values))
