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

// The history keeps the place on the page, so that the way back leads there.

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
