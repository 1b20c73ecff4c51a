// Filter by audience and search in all text. The address says what is shown:
// #audience=borger&search=tillid, and #q5 or &plate=q5 for a plate.
(() => {
  const field = document.querySelector("[data-search] input");
  if (!field) return;
  const { fill } = gallery;
  const cards = [...document.querySelectorAll("[data-plate]")];
  const groups = [...document.querySelectorAll("[data-group]")];
  const chips = [...document.querySelectorAll("[data-audience]")];
  const found = document.querySelector("[data-found]");
  const again = document.querySelector("[data-again]");
  const LETTERS = { æ: "ae", ø: "oe", å: "aa", ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

  // Each letter as it is compared, so that “Århus”, “aarhus” and “ÅRHUS” are one.
  const folded = (letter) => {
    const low = letter.toLowerCase();
    return LETTERS[low] ?? low.normalize("NFD").replace(/\p{M}|\u00ad/gu, "").replace(/\s/g, " ");
  };
  const fold = (text) => Array.from(text.normalize("NFC"), folded).join("");

  // The words as they were typed, one after the other; “question 1” is not in “question 16”.
  const says = (text, phrase) => {
    const more = /\d$/.test(phrase) ? /^\d/ : /^$a/;
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
      if (!more.test(text.slice(at + phrase.length))) return true;
    }
    return false;
  };

  const read = () => {
    const hash = decodeURIComponent(location.hash.slice(1));
    const state = { audience: "", search: "", plate: "" };
    if (!hash.includes("=")) return { ...state, plate: hash };
    for (const [key, value] of new URLSearchParams(location.hash.slice(1))) {
      if (key in state) state[key] = value;
    }
    return state;
  };
  const address = ({ audience, search, plate }) => {
    if (plate && !audience && !search) return `#${plate}`;
    const parts = Object.entries({ audience, search, plate }).filter(([, value]) => value);
    return parts.length ? `#${new URLSearchParams(parts)}` : "#section=plates";
  };

  // The words round the first find, the find marked.
  const snippet = (text, word) => {
    const letters = Array.from(text.normalize("NFC"));
    const starts = [];
    let all = "";
    for (const [at, letter] of letters.entries()) {
      const low = folded(letter);
      for (let each = 0; each < low.length; each += 1) starts.push(at);
      all += low;
    }
    const at = all.indexOf(word);
    if (at < 0) return [];
    const [from, to] = [starts[at], starts[at + word.length - 1] + 1];
    const first = Math.max(0, letters.lastIndexOf(" ", Math.max(0, from - 30)) + 1);
    const end = letters.indexOf(" ", to + 40);
    const last = end < 0 ? letters.length : end;
    const mark = document.createElement("mark");
    mark.textContent = letters.slice(from, to).join("");
    return [
      (first ? "… " : "") + letters.slice(first, from).join(""),
      mark,
      letters.slice(to, last).join("") + (last < letters.length ? " …" : ""),
    ];
  };

  const plain = (count) => fill(count === 0 ? found.dataset.none : count === 1 ? found.dataset.one : found.dataset.many, { count });
  const said = (count, words) => {
    const { foundNone, foundOne, foundMany } = found.dataset;
    return fill(count === 0 ? foundNone : count === 1 ? foundOne : foundMany, { count, words });
  };

  let latest = 0;
  const apply = async (state) => {
    const turn = (latest += 1);
    const asked = fold(state.search).trim().replace(/ +/g, " ");
    const words = asked.split(" ").filter(Boolean);
    const plates = words.length ? await gallery.plates() : {};
    if (turn !== latest) return;
    const texts = Object.entries(plates).map(([plate, { title, text }]) => [plate, fold(`${title} ${text}`)]);
    const phrase = texts.filter(([, text]) => says(text, asked));
    const matches = phrase.length ? phrase : texts.filter(([, text]) => words.every((word) => text.includes(word)));
    const held = new Set(matches.map(([plate]) => plate));
    let count = 0;
    for (const card of cards) {
      const plate = card.dataset.plate;
      const group = card.closest("[data-group]").dataset.group;
      const elsewhere = Boolean(state.audience) && group !== state.audience;
      card.hidden = elsewhere || (words.length > 0 && !held.has(plate));
      count += !card.hidden;
      const shown = card.querySelector("[data-snippet]");
      const parts = words.length && !card.hidden ? snippet(plates[plate].text, phrase.length ? asked : words[0]) : [];
      shown.replaceChildren(...parts);
      shown.hidden = !parts.length;
    }
    for (const group of groups) {
      const inside = group.querySelectorAll("[data-plate]:not([hidden])").length;
      group.hidden = !inside;
      group.querySelector(".count").textContent = plain(inside);
    }
    for (const chip of chips) {
      const current = chip.dataset.audience === state.audience;
      chip.toggleAttribute("aria-current", current);
      if (current) chip.setAttribute("aria-current", "true");
      chip.href = address({ audience: chip.dataset.audience, search: state.search });
    }
    found.textContent = words.length ? said(count, state.search.trim()) : plain(count);
    again.hidden = !(state.audience || words.length);
  };

  const follow = async () => {
    const state = read();
    if (field.value !== state.search) field.value = state.search;
    await apply(state);
    const card = cards.find((each) => each.dataset.plate === state.plate);
    if (!card) return;
    card.scrollIntoView({ block: "center" });
    card.querySelector("a").focus({ preventScroll: true });
  };

  // One step back undoes a search, not each of its letters.
  field.addEventListener("input", () => {
    const before = read();
    const state = { ...before, search: field.value, plate: "" };
    const method = Boolean(before.search) === Boolean(state.search) ? "replaceState" : "pushState";
    history[method](null, "", address(state));
    apply(state);
  });
  field.addEventListener("focus", () => gallery.plates().catch(() => {}), { once: true });
  field.form.addEventListener("submit", (event) => event.preventDefault());
  document.querySelector(".cards").closest("section.plates").addEventListener("click", (event) => {
    const card = event.target.closest("a")?.closest("[data-plate]");
    if (card) history.replaceState(null, "", address({ ...read(), plate: card.dataset.plate }));
  });
  addEventListener("popstate", follow);
  follow();
})();
