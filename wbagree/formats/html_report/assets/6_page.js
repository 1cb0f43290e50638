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
    if (followed.matches(".skip, .down a")) {  // down the page, whatever the filters are
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
