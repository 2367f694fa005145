// Enhancements only: every page works without them. Words come from the page, in its language.
(() => {
  const words = document.body.dataset;
  const said = document.createElement("div");
  said.className = "said";
  said.setAttribute("role", "status");
  document.body.append(said);

  // Copy and save, beside each form of the citation.
  for (const block of document.querySelectorAll("[data-copy]")) {
    const bar = document.createElement("p");
    bar.className = "actions";
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words.wordCopy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(block.textContent.trim());
      button.textContent = said.textContent = words.wordCopied;
      setTimeout(() => { button.textContent = words.wordCopy; said.textContent = ""; }, 1500);
    });
    bar.append(button);
    if (block.dataset.file) {
      const link = document.createElement("a");
      link.textContent = words.wordSave;
      link.download = block.dataset.file;
      link.href = "#cite-this";
      link.addEventListener("click", () => {
        link.href = URL.createObjectURL(new Blob([block.textContent], { type: "text/plain" }));
      });
      bar.append(link);
    }
    block.after(bar);
  }

  // At the address of a section, the forms cite that section.
  const sections = document.querySelector("[data-cite-sections]");
  if (sections) {
    const page = sections.dataset.citeSections;
    const forms = [...document.querySelectorAll("[data-copy]")]
      .map((block) => ({ block, kind: block.dataset.copy, whole: [...block.childNodes] }));
    const status = document.createElement("p");
    status.setAttribute("role", "status");
    document.querySelector("#cite-this").after(status);
    const tex = (text) => text.replace(/[\\{}]/g, "").replace(/[&%$#_]/g, "\\$&");
    const cite = {
      text(block, name, address) {
        const link = document.createElement("a");
        link.href = link.textContent = address;
        block.append(` Section “${name}”: `, link);
      },
      bibtex(block, name, address) {
        block.textContent = block.textContent.replace(`url = {${page}}`, () => `url = {${address}}`)
          .replace(/}\s*$/, () => `  note = {Section “${tex(name)}”},\n}\n`);
      },
      ris(block, name, address) {
        block.textContent = block.textContent.replace(`UR  - ${page}`, () => `UR  - ${address}`)
          .replace(/ER {2}-/, () => `SE  - ${name}\nER  -`);
      },
      csl(block, name, address) {
        block.textContent = JSON.stringify({ ...JSON.parse(block.textContent), URL: address, section: name });
      },
    };
    const update = () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const isSection = target?.querySelector(":scope > a.anchor") !== null && target !== null;
      for (const { block, whole } of forms) block.replaceChildren(...whole);
      status.replaceChildren();
      if (!isSection) return;
      const name = target.textContent.trim().replace(/\.$/, "");
      for (const { block, kind } of forms) cite[kind]?.(block, name, page + location.hash);
      const link = document.createElement("a");
      link.href = "#cite-this";
      link.textContent = sections.dataset.wordWhole;
      status.append(`${sections.dataset.wordSection} “${name}”. `, link);
    };
    addEventListener("hashchange", update);
    update();
  }

  // A permalink goes to its section, and is copied on the way.
  document.addEventListener("click", async (event) => {
    const anchor = event.target.closest?.(".anchor");
    if (!anchor || event.metaKey || event.ctrlKey || !navigator.clipboard) return;
    await navigator.clipboard.writeText(anchor.href);
    anchor.dataset.copied = said.textContent = words.wordCopied;
    setTimeout(() => { delete anchor.dataset.copied; said.textContent = ""; }, 1500);
  });

  // A look at a note or a reference, without going there.
  let preview = null;
  let closing = 0;
  const close = () => { preview?.remove(); preview = null; };
  const closeSoon = () => { closing = setTimeout(close, 250); };
  const open = (link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    // A note that stands beside the text is seen already.
    if (!target || getComputedStyle(target).position === "absolute") return;
    clearTimeout(closing);
    close();
    preview = document.createElement("div");
    preview.className = "preview";
    for (const node of target.cloneNode(true).childNodes) preview.append(node.cloneNode(true));
    for (const extra of preview.querySelectorAll(".backlinks, .footnote-backref")) extra.remove();
    for (const element of preview.querySelectorAll("[id]")) element.removeAttribute("id");
    preview.setAttribute("aria-hidden", "true");
    preview.addEventListener("mouseenter", () => clearTimeout(closing));
    preview.addEventListener("mouseleave", closeSoon);
    document.body.append(preview);
    const place = link.getClientRects()[0];
    const width = preview.offsetWidth;
    const left = Math.min(Math.max(place.left, 16), document.documentElement.clientWidth - width - 16);
    const above = place.bottom + preview.offsetHeight + 16 > innerHeight;
    preview.style.left = `${left + scrollX}px`;
    preview.style.top = `${scrollY + (above ? place.top - preview.offsetHeight - 8 : place.bottom + 8)}px`;
  };
  if (matchMedia("(hover: hover)").matches) {
    for (const link of document.querySelectorAll(".footnote-ref a, .citation a[href^='#']")) {
      link.addEventListener("mouseenter", () => open(link));
      link.addEventListener("mouseleave", closeSoon);
    }
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  }

  // On wide screens the contents are open, and show where the reader is.
  const contents = document.querySelector(".toc details");
  if (!contents) return;
  const wide = matchMedia("(min-width: 80rem)");
  const unfold = () => { contents.open = wide.matches; };
  wide.addEventListener("change", unfold);
  if (wide.matches) unfold();
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
