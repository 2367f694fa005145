// Enhancements only: every page works without them. Words come from the page, in its language.
(() => {
  const words = document.body.dataset;
  const make = (name, properties) => Object.assign(document.createElement(name), properties);
  const target = (hash) => {
    try { return document.getElementById(decodeURIComponent(hash.slice(1))); } catch { return null; }
  };
  const said = make("div", { className: "said", role: "status" });
  document.body.append(said);
  const say = (text) => {
    said.textContent = text;
    return new Promise((done) => setTimeout(() => { said.textContent = ""; done(); }, 1500));
  };

  // Copy and save, beside each form of the citation.
  const blocks = [...document.querySelectorAll("[data-copy]")];
  for (const block of blocks) {
    const bar = make("p", { className: "actions" });
    const button = make("button", { type: "button", textContent: words.wordCopy });
    button.onclick = async () => {
      await navigator.clipboard?.writeText(block.textContent.trim());
      await say(button.textContent = words.wordCopied);
      button.textContent = words.wordCopy;
    };
    bar.append(button);
    if (block.dataset.file) {
      const link = make("a", { textContent: words.wordSave, download: block.dataset.file, href: "#cite-this" });
      link.onclick = () => {
        link.href = URL.createObjectURL(new Blob([block.textContent], { type: "text/plain" }));
      };
      bar.append(link);
    }
    block.after(bar);
  }

  // At the address of a section, the forms cite that section.
  const sections = document.querySelector("[data-cite-sections]");
  if (sections) {
    const page = sections.dataset.citeSections;
    const forms = blocks.map((block) => ({ block, kind: block.dataset.copy, whole: [...block.childNodes] }));
    const status = make("p", { role: "status" });
    document.querySelector("#cite-this").after(status);
    const tex = (text) => text.replace(/[\\{}]/g, "").replace(/[&%$#_]/g, "\\$&");
    const cite = {
      text(block, name, address) {
        block.append(` ${name}: `, make("a", { href: address, textContent: address }));
      },
      bibtex(block, name, address) {
        block.textContent = block.textContent.replace(`url = {${page}}`, () => `url = {${address}}`)
          .replace(/}\s*$/, () => `  note = {${tex(name)}},\n}\n`);
      },
      ris(block, name, address, head) {
        block.textContent = block.textContent.replace(`UR  - ${page}`, () => `UR  - ${address}`)
          .replace(/ER {2}-/, () => `SE  - ${head}\nER  -`);
      },
      csl(block, name, address, head) {
        block.textContent = JSON.stringify({ ...JSON.parse(block.textContent), URL: address, section: head });
      },
    };
    const update = () => {
      const head = target(location.hash);
      for (const { block, whole } of forms) block.replaceChildren(...whole);
      status.replaceChildren();
      if (!head?.querySelector(":scope > a.anchor")) return;
      const title = head.textContent.trim().replace(/\.$/, "");
      const name = sections.dataset.section.replace("{}", () => title);
      for (const { block, kind } of forms) cite[kind](block, name, page + location.hash, title);
      const link = make("a", { href: "#cite-this", textContent: sections.dataset.wordWhole });
      status.append(`${name}. `, link);
    };
    addEventListener("hashchange", update);
    update();
  }

  // A permalink goes to its section, and is copied on the way.
  document.addEventListener("click", async (event) => {
    const anchor = event.target.closest?.(".anchor");
    if (!anchor || event.metaKey || event.ctrlKey || !navigator.clipboard) return;
    await navigator.clipboard.writeText(anchor.href);
    await say(anchor.dataset.copied = words.wordCopied);
    delete anchor.dataset.copied;
  });

  // A look at a note or a reference, without going there.
  let preview = null;
  let closing = 0;
  const close = () => { preview?.remove(); preview = null; };
  const closeSoon = () => { closing = setTimeout(close, 250); };
  const open = (link) => {
    const note = target(link.hash);
    // A note that stands beside the text is seen already.
    if (!note || getComputedStyle(note).position === "absolute") return;
    clearTimeout(closing);
    close();
    preview = make("div", { className: "preview", ariaHidden: "true" });
    preview.append(...note.cloneNode(true).childNodes);
    for (const extra of preview.querySelectorAll(".backlinks, .footnote-backref")) extra.remove();
    for (const element of preview.querySelectorAll("[id]")) element.removeAttribute("id");
    preview.onmouseenter = () => clearTimeout(closing);
    preview.onmouseleave = closeSoon;
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
      link.onmouseenter = () => open(link);
      link.onmouseleave = closeSoon;
    }
    addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  }

  // On wide screens the contents are open, and show where the reader is.
  const contents = document.querySelector(".toc details");
  if (!contents) return;
  const wide = matchMedia("(min-width: 80rem)");
  const unfold = () => { contents.open = wide.matches; };
  wide.onchange = unfold;
  if (wide.matches) unfold();
  const links = [...contents.querySelectorAll("a")];
  const follow = () => {
    const edge = innerHeight / 8;
    const current = links.findLast((link) => target(link.hash)?.getBoundingClientRect().top < edge);
    for (const link of links) link.ariaCurrent = link === current ? "true" : null;
  };
  addEventListener("scroll", follow, { passive: true });
  follow();
})();
