// What search and selections need of each plate, fetched once when either begins.
window.gallery = {
  root: document.body.dataset.root,
  fill: (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole),
  script(address) {
    return new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = address;
      element.onload = done;
      element.onerror = () => failed(new Error(address));
      document.head.append(element);
    });
  },
  plates() {
    this.loading ??= new Promise((done, failed) => {
      window.galleryPlates = done;
      this.script(`${this.root}gallery/plates.js`).catch(failed);
    });
    return this.loading;
  },
};
