// Plates of one's own choice, kept while the tab is open.
(() => {
  const { fill, root } = gallery;
  const KEY = `planche ${new URL(root || ".", location.href).pathname}`;
  const boxes = [...document.querySelectorAll("[data-pick]")];
  const bar = document.querySelector("[data-bar]");
  const count = document.querySelector("[data-bar-count]");
  let chosen = [];
  const changed = [];

  const load = () => {
    try {
      chosen = JSON.parse(sessionStorage.getItem(KEY)) ?? [];
    } catch { chosen = []; }
  };
  const show = () => {
    for (const box of boxes) {
      box.checked = chosen.includes(box.value);
      const word = box.nextElementSibling;
      word.textContent = box.checked ? word.dataset.on : word.dataset.off;
    }
    bar.hidden = !chosen.length;
    document.body.classList.toggle("picking", chosen.length > 0);
    count.textContent = fill(chosen.length === 1 ? count.dataset.one : count.dataset.many, { count: chosen.length });
    for (const each of changed) each(chosen);
  };
  gallery.choose = (plates) => {
    chosen = plates;
    try {
      sessionStorage.setItem(KEY, JSON.stringify(chosen));
    } catch { /* a browser that keeps nothing still shows the choice on this page */ }
    show();
  };
  gallery.onChoice = (each) => { changed.push(each); each(chosen); };

  for (const box of boxes) {
    box.addEventListener("change", () => {
      const others = chosen.filter((plate) => plate !== box.value);
      gallery.choose(box.checked ? [...others, box.value] : others);
    });
  }
  addEventListener("pageshow", () => { load(); show(); });
  load();
  show();
})();
