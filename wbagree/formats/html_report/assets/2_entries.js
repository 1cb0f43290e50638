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
