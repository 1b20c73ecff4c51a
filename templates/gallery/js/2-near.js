// Pictures are loaded when they come within half a screen of what is seen.
(() => {
  const pictures = document.querySelectorAll(".card img, .strip img");
  const show = (picture) => picture.classList.add("near");
  const watch = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting) continue;
      show(target.querySelector("img"));
      watch.unobserve(target);
    }
  }, { rootMargin: "50% 25%" });
  pictures.forEach((picture) => watch.observe(picture.parentElement));
  addEventListener("beforeprint", () => pictures.forEach(show));
})();
