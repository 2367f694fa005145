// Enhancements only: every page works without them.
(() => {
  const copy = async (text, control) => {
    await navigator.clipboard.writeText(text);
    const before = control.textContent;
    control.textContent = "Copied";
    setTimeout(() => { control.textContent = before; }, 1500);
  };

  // Copy and save, beside each form of the citation.
  for (const block of document.querySelectorAll("[data-copy]")) {
    const bar = document.createElement("p");
    bar.className = "actions";
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", () => copy(block.textContent.trim(), button));
    bar.append(button);
    if (block.dataset.file) {
      const link = document.createElement("a");
      link.textContent = "Save";
      link.download = block.dataset.file;
      link.href = URL.createObjectURL(new Blob([block.textContent], { type: "text/plain" }));
      bar.append(link);
    }
    block.after(bar);
  }

  // On wide screens the contents are open, and show where the reader is.
  const contents = document.querySelector(".toc details");
  if (!contents) return;
  const wide = matchMedia("(min-width: 80rem)");
  const unfold = () => { if (wide.matches) contents.open = true; };
  wide.addEventListener("change", unfold);
  unfold();
  const links = new Map();
  for (const link of contents.querySelectorAll("a")) {
    links.set(decodeURIComponent(link.hash.slice(1)), link);
  }
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      for (const link of links.values()) link.removeAttribute("aria-current");
      links.get(entry.target.id)?.setAttribute("aria-current", "true");
    }
  }, { rootMargin: "0px 0px -70% 0px" });
  for (const id of links.keys()) {
    const heading = document.getElementById(id);
    if (heading) observer.observe(heading);
  }
})();
