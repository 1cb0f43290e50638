"use strict";
// The page works without this script as a plain document. With it the table is searched, filtered and sorted, each
// state of that has its address, and an agreement is opened by its own (#AL-XK-2012-1).

const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId("wb:data").textContent);

// Folding and queries: as domain/text/folding.py and search_query.py have them.

const LETTERS = new Map(Object.entries(data.folding));

function plain(letter) {
  return letter.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function fold(text) {
  let folded = "";
  for (const letter of text.normalize("NFKC")) folded += LETTERS.get(letter) ?? plain(letter);
  return folded.replace(/dj+/g, "d").replace(/(?<![\p{L}\p{N}_])co-(?=[\p{L}\p{N}_])/gu, "co");
}

function words(text) {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function readQuery(text) {
  const query = { required: [], excluded: [] };
  for (const [, minus, quoted, word] of text.matchAll(/((?<!\S)-)?(?:"([^"]*)"?|([^\s"]+))/g)) {
    const phrase = words(quoted ?? word).join(" ");
    if (!phrase) continue;
    if (minus) query.excluded.push(` ${phrase} `);
    else query.required.push({ phrase, open: quoted === undefined });
  }
  // Only the last word may be the beginning of one.
  query.required = query.required.map(({ phrase, open }, place, all) =>
    open && place === all.length - 1 ? ` ${phrase}` : ` ${phrase} `);
  return query;
}
