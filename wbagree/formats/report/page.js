const NEWEST = "-signed";

// The entries: a row of the table and a record below it, as values.

const rows = byId("wb:rows");
const typeWords = new Map(Object.entries(data.types).map(([code, names]) => [code, names.map(spaced).join("\n")]));

function spaced(text) {
  return ` ${words(text).join(" ")} `;
}

function pairsOf(parties) {
  return parties.flatMap((one, place) => parties.slice(place + 1).map((other) => [one, other].sort().join(" ")));
}

const entries = [...(rows?.rows ?? [])].map((row, place) => {
  const link = row.querySelector("a");
  const key = decodeURIComponent(link.hash.slice(1));
  const parties = row.dataset.p.split(" ");
  const also = (row.dataset.a ?? "").split(" ").filter(Boolean).map((pair) => pair.split("/"));
  return {
    row, link, key, place, article: byId(key), title: link.textContent,
    parties: new Set([...parties, ...also.flat()]),
    pairs: new Set([...pairsOf(parties), ...also.map((pair) => pair.sort().join(" "))]),
    types: row.dataset.t.split(" "), status: row.dataset.s, names: row.dataset.p,
    first: row.dataset.d?.slice(0, 10) ?? "", last: row.dataset.d?.slice(11) ?? "",
    get text() {
      const texts = [...this.article.querySelectorAll("[data-f]")].map((one) =>
        spaced(one.href ? `${one.textContent} ${one.getAttribute("href")}` : one.textContent));
      const text = [...texts, ...this.types.map((code) => typeWords.get(code) ?? "")].join("\n");
      Object.defineProperty(this, "text", { value: text });
      return text;
    },
  };
});
const byKey = new Map(entries.map((entry) => [entry.key, entry]));

// The state: what the filters say, and the same as an address.

const form = byId("wb:filters");
const NOTHING = { q: "", party: [], type: "", status: "", from: "", to: "", dated: false, sort: NEWEST };

function isOption(name, value) {
  return [...form.elements[name].options].some((option) => option.value === value && value);
}

function readHash(hash) {
  const state = { ...NOTHING, party: [] };
  const [unknown, reasons] = [[], []];
  for (const [name, value] of new URLSearchParams(hash)) {
    if (name === "q") state.q = value;
    else if (name === "party" && isOption("party1", value)) state.party.push(value);
    else if (["type", "status", "sort"].includes(name) && isOption(name, value)) state[name] = value;
    else if (["from", "to"].includes(name) && /^\d{4}$/.test(value)) state[name] = value;
    else if (name === "dated" && value === "1") state.dated = true;
    else unknown.push(`${name}=${value}`);
  }
  const over = state.party.splice(2);
  const turned = backwards(state.from, state.to);
  if (turned) [state.from, state.to] = ["", ""];
  if (unknown.length) reasons.push(`does not know ${unknown.map(decoded).join(", ")}`);
  if (over.length) reasons.push(`takes two parties at most, without ${over.join(", ")}`);
  if (turned) reasons.push(`cannot look for years that end before they begin (${turned})`);
  return { state, notice: reasons.length ? `This page ${reasons.join("; it ")}; the rest of the question is answered.` : "" };
}

function backwards(from, to) {
  return from && to && to < from ? `to ${to} is before from ${from}` : "";
}

function writeHash(state) {
  const hash = new URLSearchParams();
  if (state.q.trim()) hash.append("q", state.q.trim());
  for (const party of state.party) hash.append("party", party);
  for (const name of ["type", "status", "from", "to"]) if (state[name]) hash.append(name, state[name]);
  if (state.dated) hash.append("dated", "1");
  if (state.sort !== NEWEST) hash.append("sort", state.sort);
  return hash.toString();
}

function readForm() {
  const { q, party1, party2, type, status, from, to, dated, sort } = form.elements;
  const years = backwards(year(from), year(to)) ? ["", ""] : [year(from), year(to)];
  return {
    q: q.value, party: [...new Set([party1.value, party2.value])].filter(Boolean), type: type.value,
    status: status.value, from: years[0], to: years[1], dated: dated.checked, sort: sort.value,
  };
}

function year(input) {
  return /^\d{4}$/.test(input.value.trim()) ? input.value.trim() : "";
}

// What is wrong with the years is said at their fields; a year that is still being typed is not wrong yet.
function judgeYears(done) {
  const { from, to } = form.elements;
  const wrong = (input) => input.value.trim() && !year(input) && (done || !/^\d{0,3}$/.test(input.value.trim()));
  const turned = backwards(year(from), year(to));
  const said = [from, to].filter(wrong).map((input) => `“${input.value.trim()}” is no year; type four digits.`);
  if (turned) said.push(`${turned[0].toUpperCase()}${turned.slice(1)}; the years are left aside.`);
  byId("wb:years").textContent = said.join(" ");
  for (const input of [from, to]) input.setAttribute("aria-invalid", Boolean(turned || wrong(input)));
}

function writeForm(state) {
  const { q, party1, party2, type, status, from, to, dated, sort } = form.elements;
  if (q.value.trim() !== state.q) q.value = state.q;
  [party1.value, party2.value] = [state.party[0] ?? "", state.party[1] ?? ""];
  [type.value, status.value, from.value, to.value] = [state.type, state.status, state.from, state.to];
  [dated.checked, sort.value] = [state.dated, state.sort];
  judgeYears(true);
}

// What a state shows.

function asks(state) {
  const query = readQuery(state.q);
  const pair = [...state.party].sort().join(" ");
  const types = data.groups[state.type] ?? [state.type];
  const statuses = state.status === "ended" ? data.endings : [state.status];
  if (looksForNothing(state)) return () => false;
  return (entry) =>
    (state.party.length < 1 || entry.parties.has(state.party[0])) &&
    (state.party.length < 2 || entry.pairs.has(pair)) &&
    (!state.type || entry.types.some((type) => types.includes(type))) &&
    (!state.status || statuses.includes(entry.status)) &&
    (entry.first ? (!state.from || entry.last >= state.from) && (!state.to || entry.first.slice(0, 4) <= state.to)
      : !state.dated) &&
    query.wanted.every((phrase) => entry.text.includes(phrase)) &&
    !query.unwanted.some((phrase) => entry.text.includes(phrase));
}

function looksForNothing({ q }) {
  const query = readQuery(q);
  return q.trim() !== "" && !query.wanted.length && !query.unwanted.length;
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
  const wanted = asks(state);
  shown = ordered(state.sort).filter(wanted);
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
  const asked = chosen(state);
  const said = [`${number} ${listed}${entries.length === 1 ? "record" : "records"}`];
  if (listed) said.push(`${counted.format(data.total)} answer the question of this page`);
  if (undated) said.push(`${counted.format(undated)} undated${may}`);
  return said.join(", ") + (asked.length ? `: ${asked.join("; ")}` : "");
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

// Going about: the address says what is shown.

let listHash = "";
let listScroll = 0;
let opened = null;
const links = [];

function route({ jump }) {
  const hash = location.hash.slice(1);
  const entry = byKey.get(decoded(hash));
  if (entry) return open(entry);
  const whole = !hash || hash === "agreements";
  const { state, notice } = hash.includes("=") || whole ? readHash(whole ? "" : hash)
    : { state: NOTHING, notice: `This page has no record ${decoded(hash)}; all its records are listed.` };
  listHash = writeHash(state);
  const from = close();
  const was = history.state;
  writeForm(state);
  show(state);
  byId("wb:notice").textContent = notice;
  if (was) comeBack(was);
  else if (from) {
    scrollTo(0, listScroll);
    if (!from.row.hidden) from.link.focus({ preventScroll: true });
  } else if (jump && hash) focusOn(byId("agreements"));
}

// Where one was on the page stands in the history, so that the way back leads there.

function leave(by) {
  history.replaceState({ y: scrollY, by: by ? links.push(by) - 1 : -1 }, "");
}

function comeBack({ y, by }) {
  scrollTo(0, y);
  links[by]?.focus({ preventScroll: true });
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function focusOn(element) {
  element.scrollIntoView();
  element.focus({ preventScroll: true });
}

function open(entry) {
  if (opened) opened.article.classList.remove("open");
  else listScroll = scrollY;
  opened = entry;
  document.body.classList.add("reading");
  entry.article.classList.add("open");
  const place = shown.indexOf(entry);
  neighbour("wb:previous", shown[place - 1]);
  neighbour("wb:next", place < 0 ? null : shown[place + 1]);
  byId("wb:back").href = `#${listHash}`;
  byId("wb:back").textContent = backWords();
  byId("wb:place").textContent = place < 0 ? "" : `${place + 1} of ${counted.format(shown.length)}`;
  document.title = `${entry.title} (${entry.key})`;
  begin(entry);
}

function begin(entry) {
  entry.article.querySelector("h3").focus({ preventScroll: true });
  scrollTo(0, history.state?.y ?? 0);
}

function backWords() {
  if (!document.body.classList.contains("narrowed")) return "← All agreements";
  return shown.length > 1 ? `← Back to the ${counted.format(shown.length)} agreements` : "← Back to the list";
}

function neighbour(id, entry) {
  byId(id).hidden = !entry;
  if (entry) byId(id).href = `#${entry.key}`;
}

function close() {
  const was = opened;
  if (was) was.article.classList.remove("open");
  opened = null;
  document.body.classList.remove("reading");
  return was;
}

function change(keep) {
  const state = readForm();
  listHash = writeHash(state);
  if (!keep) leave(document.activeElement);
  history[keep ? "replaceState" : "pushState"](null, "", `#${listHash}`);
  byId("wb:notice").textContent = "";
  show(state);
}

// What only this script can keep is put into the page by it.

function link(element, hash) {
  const made = document.createElement("a");
  made.href = `#${hash}`;
  made.append(...element.childNodes);
  element.append(made);
  return made;
}

function nameCell(cell, made) {
  const table = cell.closest("table");
  const row = cell.parentElement.querySelector("th[scope=row]");
  const heads = table.querySelector("tr.heads").cells;
  const name = row?.querySelector(".name") ?? row;
  if (name && heads[cell.cellIndex]) made.title = `${name.textContent.trim()}: ${heads[cell.cellIndex].textContent.trim()}`;
}

function sortBy(name) {
  const state = readForm();
  form.elements.sort.value = state.sort === name ? `-${name}` : state.sort === `-${name}` ? name
    : name === "signed" ? NEWEST : name;
  change(false);
}

function prepare() {
  document.documentElement.classList.add("js");
  for (const element of document.querySelectorAll("[data-go]")) {
    const made = link(element, element.dataset.go);
    if (element.matches("table.heat td")) nameCell(element, made);
  }
  for (const head of document.querySelectorAll("[data-sort]")) {
    const button = document.createElement("button");
    button.type = "button";
    const paper = document.createElement("span");
    [paper.className, paper.textContent] = ["paper", head.textContent];
    button.append(...head.childNodes);
    button.addEventListener("click", () => sortBy(head.dataset.sort));
    head.append(paper, button);
  }
  // On a phone the rows are no table to look at; they stay one to listen to.
  const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  const list = rows.closest("table");
  for (const part of [list, ...list.querySelectorAll("thead, tbody, tr, td")]) part.setAttribute("role", roles[part.tagName]);
  for (const head of list.querySelectorAll("th")) head.setAttribute("role", head.scope === "col" ? "columnheader" : "rowheader");
  for (const hidden of document.querySelectorAll(".scripted")) hidden.hidden = false;
}

// A picture or table that is wider than the page fades out where it goes on, and says so.

function fade(region) {
  region.classList.toggle("more-left", region.scrollLeft > 1);
  region.classList.toggle("more-right", region.scrollLeft + region.clientWidth < region.scrollWidth - 1);
}

function prepareScrolling() {
  const sizes = new ResizeObserver((changes) => changes.forEach(({ target }) => fade(target)));
  for (const region of document.querySelectorAll(".scroll")) {
    const hint = document.createElement("p");
    [hint.className, hint.textContent] = ["goes-on", "Scroll sideways for the rest. ↔"];
    region.before(hint);
    if (region.matches(".newest-last")) region.scrollLeft = region.scrollWidth;
    region.addEventListener("scroll", () => fade(region), { passive: true });
    sizes.observe(region);
  }
}

function listen() {
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    if (event.target.matches("select, [type=checkbox]")) return;
    judgeYears(false);
    change(true);
  });
  form.addEventListener("change", (event) => {
    if (event.target.matches("select, [name=dated]")) change(false);
    else judgeYears(true);
  });
  byId("wb:full").addEventListener("change", (event) => document.body.classList.toggle("with-records", event.target.checked));
  byId("wb:clear").addEventListener("click", () => {
    writeForm({ ...NOTHING, sort: form.elements.sort.value });
    change(false);
    form.elements.q.focus();
  });
  addEventListener("keydown", (event) => { if (event.key === "Escape" && opened) location.hash = listHash; });
  addEventListener("click", (event) => {
    const followed = event.target.closest?.("a");
    if (!followed) return;
    if (followed.matches(".skip, .down a")) {  // down the page, whatever is asked
      event.preventDefault();
      focusOn(byId(followed.hash.slice(1)));
    } else if (followed.hash && followed.href === location.href) {  // what is shown already, further down
      event.preventDefault();
      history.replaceState(null, "");
      route({ jump: true });
    } else leave(followed);
  });
  addEventListener("hashchange", () => route({ jump: true }));
}

if (rows) {
  history.scrollRestoration = "manual";
  prepare();
  prepareScrolling();
  listen();
  route({ jump: true });
  // A browser that has loaded a page goes to its address by itself, and takes the focus away.
  addEventListener("load", () => {
    if (opened) begin(opened);
    else if (location.hash && !history.state) focusOn(byId("agreements"));
  });
}
