// The search page: asks the index, which is part of the site, and lists what it answers by section.
const own = document.documentElement.lang;
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

const show = (found, language) => {
  const item = document.createElement("li");
  if (language !== own.toLowerCase()) Object.assign(item, { lang: language, dir: "auto" });
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

// The index has a part for each language, whose words are cut and bent in their own ways. Pagefind asks the one that is in the
// language of the page, which it reads when it begins, and can be begun once: each language has a copy of it.
const begin = async (language) => {
  const pagefind = await import(`${index}?${language}`);
  document.documentElement.lang = language;
  const begun = pagefind.init();
  document.documentElement.lang = own;
  await begun;
  return pagefind;
};

const ask = async (language) => {
  const pagefind = await begin(language);
  if (!query) return [];
  const answer = await pagefind.search(query);
  return answer.results.map((result) => ({ result, language }));
};

const search = async () => {
  const { languages } = await (await fetch(new URL("pagefind-entry.json", new URL(index, location)))).json();
  if (query) status.textContent = searching;
  // Of what is found equally well, the language of the page is first.
  const parts = Object.keys(languages).sort((a, b) => (b === own.toLowerCase()) - (a === own.toLowerCase()));
  const results = (await Promise.all(parts.map(ask))).flat().sort((a, b) => b.result.score - a.result.score).slice(0, 20);
  const found = await Promise.all(results.map(async ({ result, language }) => [await result.data(), language]));
  status.textContent = found.length || !query ? "" : none;
  for (const [data, language] of found) show(data, language);
};

search().catch(() => { status.textContent = unavailable; });
