// The agreements that a state shows, their order, and the sentence that counts them.

function matcherOf(state) {
  const query = readQuery(state.q);
  const pair = [...state.party].sort().join(" ");
  // Own ones only: a user's type may be called like something that every object has.
  const types = Object.hasOwn(data.groups, state.type) ? data.groups[state.type] : [state.type];
  const statuses = state.status === "ended" ? data.endings : [state.status];
  if (looksForNothing(state)) return () => false;
  return (entry) =>
    (state.party.length < 1 || entry.parties.has(state.party[0])) &&
    (state.party.length < 2 || entry.pairs.has(pair)) &&
    (!state.type || entry.types.some((type) => types.includes(type))) &&
    (!state.status || statuses.includes(entry.status)) &&
    (entry.first ? (!state.from || entry.last >= state.from) && (!state.to || entry.first.slice(0, 4) <= state.to)
      : !state.dated) &&
    query.required.every((phrase) => entry.text.includes(phrase)) &&
    !query.excluded.some((phrase) => entry.text.includes(phrase));
}

function looksForNothing({ q }) {
  const query = readQuery(q);
  return q.trim() !== "" && !query.required.length && !query.excluded.length;
}

const collator = new Intl.Collator("en", { numeric: true });
const ORDERS = {
  signed: (a, b) => collator.compare(a.first, b.first) || collator.compare(a.last, b.last),
  title: (a, b) => collator.compare(a.title, b.title),
  parties: (a, b) => collator.compare(a.names, b.names),
  types: (a, b) => collator.compare(a.types.join(), b.types.join()),
  status: (a, b) => data.statuses.indexOf(a.status) - data.statuses.indexOf(b.status),
};

function ordered(sort) {
  if (sort === NEWEST) return [...entries];
  const name = sort.replace(/^-/, "");
  const turn = sort.startsWith("-") ? -1 : 1;
  return [...entries].sort((a, b) =>
    // What has no date comes last either way.
    (name === "signed" ? !a.first - !b.first : 0) || turn * ORDERS[name](a, b) || collator.compare(a.key, b.key));
}

const noAnswer = byId("wb:none")?.textContent;
const heading = document.title;
let shown = entries;
let sorted = NEWEST;

function show(state) {
  if (state.sort !== sorted) rows.append(...ordered(state.sort).map((entry) => entry.row));
  sorted = state.sort;
  shown = ordered(state.sort).filter(matcherOf(state));
  const kept = new Set(shown);
  for (const entry of entries) {
    entry.row.hidden = !kept.has(entry);
    entry.article.classList.toggle("kept", kept.has(entry));
  }
  for (const head of document.querySelectorAll("[data-sort]")) {
    const name = head.dataset.sort;
    const order = { [name]: "ascending", [`-${name}`]: "descending" }[state.sort];
    if (order) head.setAttribute("aria-sort", order);
    else head.removeAttribute("aria-sort");
  }
  byId("wb:none").hidden = shown.length > 0;
  byId("wb:none").textContent = looksForNothing(state)
    ? `There is nothing to look for in “${state.q.trim()}”: type at least one letter or digit.` : noAnswer;
  byId("wb:count").textContent = account(state);
  const narrowed = writeHash({ ...state, sort: NEWEST }) !== "";
  byId("wb:clear").hidden = !narrowed;
  document.body.classList.toggle("narrowed", narrowed);
  document.title = [...chosen(state), heading].join(" · ");
}

const counted = new Intl.NumberFormat("en");

function account(state) {
  const listed = data.total > entries.length ? "listed " : "";
  const number = shown.length === entries.length ? counted.format(entries.length)
    : `${counted.format(shown.length)} of ${counted.format(entries.length)}`;
  const undated = shown.filter((entry) => !entry.first).length;
  const may = state.from || state.to ? ", which may fall in these years"
    : data.ofYears ? ", which may fall outside the years asked for" : "";
  const conditions = chosen(state);
  const parts = [`${number} ${listed}${entries.length === 1 ? "record" : "records"}`];
  if (listed) parts.push(`${counted.format(data.total)} answer the question of this page`);
  if (undated) parts.push(`${counted.format(undated)} undated${may}`);
  return parts.join(", ") + (conditions.length ? `: ${conditions.join("; ")}` : "");
}

function chosen(state) {
  const text = (name) => form.elements[name].selectedOptions[0].textContent;
  return [
    state.q.trim() && `“${state.q.trim()}”`,
    state.party[0] && [text("party1"), state.party[1] && text("party2")].filter(Boolean).join(" and "),
    state.type && text("type"), state.status && text("status"),
    state.from && state.to === state.from ? state.from
      : [state.from && `from ${state.from}`, state.to && `to ${state.to}`].filter(Boolean).join(" "),
    state.dated && "dated only",
  ].filter(Boolean);
}
