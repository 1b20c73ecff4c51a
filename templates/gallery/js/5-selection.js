// The selection on the page for everyone: its order, its files, one PDF of them.
(() => {
  const section = document.querySelector("[data-selection]");
  if (!section) return;
  const { fill, root } = gallery;
  const part = (name) => section.querySelector(`[data-${name}]`);
  const list = part("chosen");
  const status = part("status");
  const line = part("line");
  const make = part("make");
  const papers = [...section.querySelectorAll("[name=paper]")];
  const folder = location.protocol === "file:";
  let chosen = [];
  let plates = {};

  const say = (name, values = {}) => { status.textContent = fill(status.dataset[name], values); };
  const paper = () => papers.find((each) => each.checked)?.value;
  const row = (plate, at) => {
    const element = part("row").content.firstElementChild.cloneNode(true);
    const { title } = plates[plate];
    element.querySelector(".name").textContent = title;
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
  const files = () => chosen.map((plate) => plates[plate].files[paper()]).filter(Boolean);
  const fileRow = (file, at) => {
    const element = document.createElement("li");
    const link = document.createElement("a");
    const [what, size] = [document.createElement("span"), document.createElement("span")];
    link.className = "take";
    link.href = root + file.path;
    what.className = "what";
    what.textContent = plates[chosen[at]].title;
    size.className = "size";
    size.textContent = `${file.type} · ${file.size}`;
    link.append(what, " ", size);
    element.append(link);
    return element;
  };

  const show = () => {
    list.replaceChildren(...chosen.map(row));
    part("files").replaceChildren(...files().map(fileRow));
    line.value = `  - {name: ${line.dataset.name}, plates: [${chosen.join(", ")}]}`;
    part("none").hidden = chosen.length > 0;
    part("some").hidden = !chosen.length;
  };

  // pdf-lib copies pages, not the tags: a number that leads into them would lead nowhere.
  const merged = async (wanted) => {
    await (gallery.pdfLib ??= gallery.script(`${root}gallery/vendor/pdf-lib-1.17.1.min.js`));
    const { PDFDocument, PDFName } = PDFLib;
    const whole = await PDFDocument.create();
    for (const file of wanted) {
      const answer = await fetch(root + file.path).catch(() => ({ ok: false }));
      if (!answer.ok) throw new Error(file.path);
      const source = await PDFDocument.load(await answer.arrayBuffer());
      for (const page of await whole.copyPages(source, source.getPageIndices())) {
        page.node.delete(PDFName.of("StructParents"));
        whole.addPage(page);
      }
    }
    whole.setTitle(section.dataset.title, { showInWindowTitleBar: true });
    whole.setLanguage(document.documentElement.lang);
    return whole.save();
  };
  const save = (bytes) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type: "application/pdf" }));
    link.download = section.dataset.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  make.addEventListener("click", async () => {
    const wanted = files();
    say("making", { count: wanted.length });
    make.disabled = true;
    try {
      save(await merged(wanted));
      say("made", { name: section.dataset.file });
    } catch (error) {
      say("failed", { what: error.message });
    }
    make.disabled = false;
    make.focus();
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
  part("tags").hidden = folder;
  make.hidden = folder;
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
