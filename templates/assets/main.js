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
      link.textContent = "Cite the whole";
      status.append(`Citing the section “${name}”. `, link);
    };
    addEventListener("hashchange", update);
    update();
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
