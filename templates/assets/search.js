// The search page: asks the index, which is part of the site, and lists what it answers by section.
const results = document.querySelector(".results");
const status = results.querySelector("[role=status]");
const list = results.querySelector("ol");
const query = new URLSearchParams(location.search).get("q")?.trim() ?? "";
document.querySelector("#query").value = query;
const { index, searching, none, unavailable } = results.dataset;

const link = (title, url) => {
  const a = document.createElement("a");
  a.href = url;
  a.textContent = title;
  return a;
};

// An excerpt is text with <mark> round the words that were found, and nothing else.
const excerpt = (html) => {
  const p = document.createElement("p");
  for (const node of new DOMParser().parseFromString(html, "text/html").body.childNodes) {
    if (node.nodeName === "MARK") p.append(Object.assign(document.createElement("mark"), { textContent: node.textContent }));
    else p.append(node.textContent);
  }
  return p;
};

const show = (found) => {
  const item = document.createElement("li");
  const heading = document.createElement("h2");
  heading.append(link(found.meta.title, found.url));
  item.append(heading, excerpt(found.excerpt));
  for (const part of found.sub_results.filter((part) => part.url.includes("#")).slice(0, 3)) {
    const section = document.createElement("div");
    section.className = "section";
    section.append(link(part.title, part.url), excerpt(part.excerpt));
    item.append(section);
  }
  list.append(item);
};

const search = async () => {
  const pagefind = await import(index);
  await pagefind.init();
  if (!query) { status.textContent = ""; return; }
  status.textContent = searching;
  const answer = await pagefind.search(query);
  const found = await Promise.all(answer.results.slice(0, 20).map((result) => result.data()));
  status.textContent = found.length ? "" : none;
  found.forEach(show);
};

search().catch(() => { status.textContent = unavailable; });
