/* On the gallery as it is served: a way to the preview of a plate, and the page anew when its files
   have been built anew. */
(() => {
  "use strict";
  const words = document.currentScript.dataset;
  const plate = document.querySelector("main[data-plate]");
  const top = document.querySelector(".top .inner");
  if (plate && top) {
    const way = document.createElement("p");
    const link = document.createElement("a");
    link.href = `/preview/${plate.dataset.plate}`;
    link.className = "onward";
    link.lang = words.lang;
    link.textContent = words.way;
    way.append(link);
    top.append(way);
  }
  let before = null;
  new EventSource("/live").addEventListener("build", (event) => {
    const state = JSON.parse(event.data);
    if (state === "current" && before !== null && before !== state) location.reload();
    before = state;
  });
})();
