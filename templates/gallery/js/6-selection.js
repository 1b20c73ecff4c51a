// The selection on the page for everyone: its order, its files, one PDF or one deck of them.
(() => {
  const section = document.querySelector("[data-selection]");
  if (!section) return;
  const { fill, root } = gallery;
  const part = (name) => section.querySelector(`[data-${name}]`);
  const list = part("chosen");
  const status = part("status");
  const line = part("line");
  const makePdf = part("make");
  const makeDeck = part("make-deck");
  const papers = [...section.querySelectorAll("[name=paper]")];
  const folder = location.protocol === "file:";
  let chosen = [];
  let plates = {};

  const say = (name, values = {}) => { status.textContent = fill(status.dataset[name], values); };
  const paper = () => papers.find((each) => each.checked)?.value;
  const row = (plate, at) => {
    const element = part("row").content.firstElementChild.cloneNode(true);
    const { kicker, title } = plates[plate];
    element.querySelector(".name").textContent = `${kicker} · ${title}`;
    for (const [name, offset] of [["up", -1], ["down", 1]]) {
      const button = element.querySelector(`[data-${name}]`);
      button.setAttribute("aria-label", fill(section.dataset[name], { title }));
      button.disabled = !chosen[at + offset];
      button.addEventListener("click", () => move(at, offset, name));
    }
    const button = element.querySelector("[data-remove]");
    button.setAttribute("aria-label", fill(section.dataset.remove, { title }));
    button.addEventListener("click", () => remove(at));
    return element;
  };
  const focusOn = (at, name) => {
    const element = list.children[Math.min(at, list.children.length - 1)];
    const button = element?.querySelector(`[data-${name}]:enabled`) ?? element?.querySelector("button:enabled");
    (button ?? section.querySelector("h2")).focus();
  };
  const move = (at, offset, name) => {
    const plate = chosen[at];
    const order = chosen.filter((each) => each !== plate);
    order.splice(at + offset, 0, plate);
    gallery.choose(order);
    say("moved", { title: plates[plate].title, place: at + offset + 1, count: order.length });
    focusOn(at + offset, name);
  };
  const remove = (at) => {
    const { title } = plates[chosen[at]];
    gallery.choose(chosen.filter((each, other) => other !== at));
    say("removed", { title });
    focusOn(at, "remove");
  };
  const found = (file) => chosen.map((plate) => ({ title: plates[plate].title, ...file(plates[plate]) })).filter(({ path }) => path);
  const papersChosen = () => found(({ files }) => files[paper()]);
  const fileRow = (file) => {
    const element = document.createElement("li");
    const link = document.createElement("a");
    const [what, size] = [document.createElement("span"), document.createElement("span")];
    link.className = "take";
    link.href = root + file.path;
    link.toggleAttribute("download", !file.path.endsWith(".pdf"));
    what.className = "what";
    what.textContent = file.title;
    size.className = "size";
    size.textContent = `${file.type} · ${file.size}`;
    link.append(what, " ", size);
    element.append(link);
    return element;
  };

  const show = () => {
    list.replaceChildren(...chosen.map(row));
    part("files").replaceChildren(...papersChosen().map(fileRow));
    part("decks")?.replaceChildren(...found(({ deck }) => deck).map(fileRow));
    line.value = `  - {name: ${line.dataset.name}, plates: [${chosen.join(", ")}]}`;
    part("none").hidden = chosen.length > 0;
    part("some").hidden = !chosen.length;
  };

  const offer = (button, ending, make) => button?.addEventListener("click", async () => {
    const name = `${section.dataset.file}.${ending}`;
    say(button.dataset.making, { count: chosen.length });
    button.disabled = true;
    try {
      gallery.save(await make(section.dataset.title), name);
      say("made", { name });
    } catch (error) {
      say("failed", { what: error.message });
    }
    button.disabled = false;
    button.focus();
  });
  offer(makePdf, "pdf", (title) => gallery.mergedPdf(papersChosen().map(({ path }) => path), title));
  offer(makeDeck, "pptx", (title) => {
    const slides = chosen.flatMap((plate) => plates[plate].slides);
    return gallery.mergedDeck(makeDeck.dataset.from, slides, title);
  });

  part("empty").addEventListener("click", () => { gallery.choose([]); section.querySelector("h2").focus(); });
  part("copy").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(line.value);
    } catch {
      line.select();
      document.execCommand("copy");
    }
    say("copied");
  });
  papers.forEach((each) => each.addEventListener("change", show));
  part("folder").hidden = !folder;
  if (folder) { // with nothing to merge, each list stands under what it is for
    const uses = section.querySelectorAll("[data-use]");
    section.querySelectorAll("[data-singles]").forEach((each, at) => uses[at].append(each));
  }
  for (const each of section.querySelectorAll("[data-merges]")) each.hidden = folder;
  const take = (now) => {
    chosen = now.filter((plate) => plate in plates);
    show();
  };
  let latest = [];
  gallery.onChoice((now) => {
    latest = now;
    if (!now.length || Object.keys(plates).length) take(now);
    else gallery.plates().then((found) => { plates = found; take(latest); });
  });
})();
