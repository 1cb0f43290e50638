// The state: the values of the filters, in the form and in the address.

const NEWEST = "-signed";
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
    else if (name === "party" && state.party.includes(value)) continue;
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

// Sentences on wrong years appear at their fields; a year that is still being typed is not wrong yet.
function judgeYears(done) {
  const { from, to } = form.elements;
  const wrong = (input) => input.value.trim() && !year(input) && (done || !/^\d{0,3}$/.test(input.value.trim()));
  const turned = backwards(year(from), year(to));
  const sentences = [from, to].filter(wrong).map((input) => `“${input.value.trim()}” is no year; type four digits.`);
  if (turned) sentences.push(`${turned[0].toUpperCase()}${turned.slice(1)}; the years are left aside.`);
  byId("wb:years").textContent = sentences.join(" ");
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
