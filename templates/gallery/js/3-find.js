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
  const together = document.querySelectorAll(".together");

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

  const plain = (count) => fill(count === 0 ? found.dataset.none : count === 1 ? found.dataset.one : found.dataset.many, { count });
  const said = (count, words) => {
    const { foundNone, foundOne, foundMany } = found.dataset;
    return fill(count === 0 ? foundNone : count === 1 ? foundOne : foundMany, { count, words });
  };

  let latest = 0;
  const apply = async (state) => {
    const turn = (latest += 1);
    const typed = state.search.trim();
    const exact = gallery.numbered(cards, typed, found.dataset);
    const held = exact.length
      ? new Map(exact.map((card) => [card.dataset.plate, []]))
      : typed ? gallery.holding(await gallery.plates(), typed) : null;
    if (turn !== latest) return;
    let count = 0;
    for (const card of cards) {
      const plate = card.dataset.plate;
      const group = card.closest("[data-group]").dataset.group;
      const elsewhere = Boolean(state.audience) && group !== state.audience;
      card.hidden = elsewhere || Boolean(held && !held.has(plate));
      count += !card.hidden;
      const shown = card.querySelector("[data-snippet]");
      const parts = (!card.hidden && held?.get(plate)) || [];
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
    for (const row of together) row.hidden = Boolean(typed);
    found.textContent = typed ? said(count, typed) : plain(count);
    again.hidden = !(state.audience || typed);
  };

  const follow = async () => {
    const state = read();
    if (field.value !== state.search) field.value = state.search;
    await apply(state);
    const card = cards.find((each) => each.dataset.plate === state.plate);
    if (!card) return state;
    card.scrollIntoView({ block: "center" });
    card.querySelector("a").focus({ preventScroll: true });
    return state;
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
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    cards.find((card) => !card.hidden)?.querySelector("a").focus();
  });
  document.querySelector(".cards").closest("section.plates").addEventListener("click", (event) => {
    const card = event.target.closest("a")?.closest("[data-plate]");
    if (card) history.replaceState(null, "", address({ ...read(), plate: card.dataset.plate }));
  });
  addEventListener("popstate", follow);
  follow().then(({ search, plate }) => {
    if (search && !plate) field.closest("section").scrollIntoView();
  });
})();
