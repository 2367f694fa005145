"""Citations, exports and metadata by kind, read by programs that are not ours."""
import glob
import json
import os
import re
import subprocess
import tempfile
import unittest

import bibtexparser
import extruct
import feedparser
import html5lib
import rispy
from pylatexenc.latex2text import LatexNodes2Text

from support import PROGRAM, ROOT, Site

SEED = os.path.join(ROOT, "..", "shared", "seed")

SETTINGS = """title: Test Center
base_url: https://example.org/sub/
language: en
license: CC-BY-4.0
citation_files: true
raw_html: allow
feeds: {limit: 3}
organization:
  name: Test Center
  short_name: TC
  ror: https://ror.org/00f54p054
  parent: {name: University, url: https://university.example.org/}
"""

TITLES = ["R&D: 50% of $5 by --all >> 0", "a_b ^ c {x} ~ \\ #1", "“Quoted” <b> & it", "言語モデルの名前", "العربية", "Ærø, Łódź, İstanbul"]
AUTHORS = """
  - {name: Jonas van der Wiel, orcid: 0000-0002-1825-0097, affiliation: TC, equal: true, contributions: [software]}
  - {name: Ann Doe Jr., corresponding: true, equal: true}
  - {name: "Barnes, Noble and Sons", organization: true}
  - 山田 太郎
  - Ana de la Cruz"""
NAMES = ["Jonas van der Wiel", "Ann Doe Jr.", "Barnes, Noble and Sons", "山田 太郎", "Ana de la Cruz"]
KINDS = ["essay", "report", "paper", "brief", "news", "talk"]
TYPES = {
    "essay": ["ScholarlyArticle", "BlogPosting"], "report": "Report", "paper": "ScholarlyArticle", "brief": "Report",
    "news": "NewsArticle", "talk": "PresentationDigitalDocument",
}
BIBLIOGRAPHY = "@book{lee, author = {Lee, Ann}, title = {Things; and more}, year = 2020, publisher = {P}, doi = {10.1000/x}}\n"


def publication(number, title, kind):
    return f"""---
title: {json.dumps(title, ensure_ascii=False)}
date: 2025-0{number + 1}-09
updated: 2025-1{number % 3}-01
kind: {kind}
authors:{AUTHORS}
topics: [things]
doi: 10.1000/a_{number}
number: TC-{number}
venue: Venue & Co
series: {{name: S, part: {number + 1}}}
funders: [{{name: Fund, award: "7"}}]
revisions: [{{date: 2025-09-09, kind: correction, note: Wrong}}]
---

Text[^1] [@lee, p. 4]. <img src="/x.png" srcset="../a.txt 1x, /b.png 2x" alt="x"/>

## Naming

[^1]: A [note](#naming).
"""


def text_of(tex):
    """A value without TeX; the judge does not know LaTeX's names of braces."""
    tex = tex.replace(r"\textbraceleft{}", r"\{").replace(r"\textbraceright{}", r"\}")
    return LatexNodes2Text(math_mode="verbatim").latex_to_text(tex).replace("\u02c6", "^").strip()


class Fixture(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        files = {"site.yaml": SETTINGS, "content/references.bib": BIBLIOGRAPHY, "content/posts/a.txt": "A"}
        for number, (title, kind) in enumerate(zip(TITLES, KINDS)):
            files[f"content/posts/{kind}.md"] = publication(number, title, kind)
        cls.site = Site(files)
        cls.root = os.path.join(cls.site.root, "public")
        subprocess.run([PROGRAM, "check", "--root", cls.site.root, "--quiet", "--now", "2026-01-01"], check=True)
        subprocess.run([PROGRAM, "build", "--root", cls.site.root, "--quiet", "--now", "2026-01-01"], check=True)

    @classmethod
    def tearDownClass(cls):
        cls.site.remove()

    def read(self, path):
        with open(os.path.join(self.root, path), encoding="utf-8", newline="") as file:
            return file.read()

    def record(self, kind):
        number = KINDS.index(kind)
        return {
            "title": TITLES[number], "date": (2025, number + 1, 9), "doi": f"10.1000/a_{number}", "number": f"TC-{number}",
            "url": f"https://example.org/sub/posts/{kind}/"}


class Exports(Fixture):
    def test_bibtex_comes_back(self):
        library = bibtexparser.parse_string(self.read("publications.bib"))
        self.assertEqual(library.failed_blocks, [])
        entries = {entry.fields_dict["url"].value: entry for entry in library.entries}
        for kind in KINDS:
            record = self.record(kind)
            fields = {field.key: field.value for field in entries[record["url"]].fields}
            with self.subTest(kind):
                self.assertEqual(text_of(fields["title"]), record["title"])
                people = bibtexparser.middlewares.names.split_multiple_persons_names(fields["author"])
                self.assertEqual(
                    [text_of(name) for name in people],
                    ["van der Wiel, Jonas", "Doe, Jr., Ann", "Barnes, Noble and Sons", "山田, 太郎", "de la Cruz, Ana"])
                parts = bibtexparser.middlewares.names.parse_single_name_into_parts(people[0])
                self.assertEqual((parts.von, parts.last, parts.first), (["van", "der"], ["Wiel"], ["Jonas"]))
                parts = bibtexparser.middlewares.names.parse_single_name_into_parts(people[1])
                self.assertEqual((parts.last, parts.jr, parts.first), (["Doe"], ["Jr."], ["Ann"]))
                months = "jan feb mar apr may jun".split()
                self.assertEqual(
                    (int(fields["year"]), months.index(fields["month"]) + 1, int(fields["day"])), record["date"])
                self.assertEqual(fields["doi"], record["doi"])
                self.assertEqual(
                    text_of(fields.get("publisher") or fields.get("institution", "")), "" if kind == "paper" else "Test Center")
                if kind in ["report", "brief"]:
                    self.assertEqual(fields["number"], record["number"])

    def test_csl_comes_back(self):
        items = {item["URL"]: item for item in json.loads(self.read("publications.json"))}
        for kind in KINDS:
            record = self.record(kind)
            item = items[record["url"]]
            with self.subTest(kind):
                self.assertEqual(json.loads(self.read(f"posts/{kind}/cite.json")), [item])
                self.assertEqual(item["title"], record["title"])
                self.assertEqual(item["author"], [
                    {"family": "Wiel", "given": "Jonas", "non-dropping-particle": "van der"},
                    {"family": "Doe", "given": "Ann", "suffix": "Jr."}, {"literal": "Barnes, Noble and Sons"},
                    {"family": "山田", "given": "太郎"}, {"family": "Cruz", "given": "Ana", "non-dropping-particle": "de la"}])
                self.assertEqual(tuple(item["issued"]["date-parts"][0]), record["date"])
                self.assertEqual((item["DOI"], item["number"]), (record["doi"], record["number"]))
                self.assertEqual(item.get("publisher"), None if kind == "paper" else "Test Center")

    def test_ris_comes_back(self):
        for kind in KINDS:
            record = self.record(kind)
            written = self.read(f"posts/{kind}/cite.ris")
            self.assertNotRegex(written, r"[^\r]\n")
            item = rispy.loads(written)[0]
            with self.subTest(kind):
                self.assertEqual(item.get("title") or item["primary_title"], record["title"])
                self.assertEqual(
                    item.get("authors") or item["first_authors"],
                    ["van der Wiel, Jonas", "Doe, Ann, Jr.", "Barnes, Noble and Sons", "山田, 太郎", "de la Cruz, Ana"])
                self.assertEqual(item["date"], "%d/%02d/%02d" % record["date"])
                self.assertEqual(item["doi"], record["doi"])
                self.assertIn(record["url"], item["urls"])
                self.assertEqual(item.get("publisher"), None if kind == "paper" else "Test Center")


class Metadata(Fixture):
    def test_each_kind_says_what_it_is(self):
        for kind in KINDS:
            record = self.record(kind)
            html = self.read(f"posts/{kind}/index.html")
            tree = html5lib.parse(html, namespaceHTMLElements=False)
            tags = {}
            for tag in tree.iter("meta"):
                name = tag.get("name") or tag.get("property")
                if name:
                    self.assertTrue(tag.get("content").strip(), name)
                    tags.setdefault(name, []).append(tag.get("content"))
            with self.subTest(kind):
                self.check_highwire(kind, record, tags)
                self.check_structured(kind, record, extruct.extract(html, syntaxes=["json-ld"])["json-ld"][0])
                links = [(link.get("rel"), link.get("href")) for link in tree.iter("link")]
                self.assertIn(("cite-as", "https://doi.org/" + record["doi"]), links)
                self.assertIn(("canonical", record["url"]), links)
                self.assertIn(("license", "https://creativecommons.org/licenses/by/4.0/"), links)
                self.assertIn(("author", "https://orcid.org/0000-0002-1825-0097"), links)
                self.assertEqual(len([1 for relation, _ in links if relation == "describedby"]), 3)
                shown = "".join(tree.find("body").itertext())
                self.assertIn("Contributed equally: Jonas van der Wiel, Ann Doe Jr.", shown)
                self.assertIn("Correspondence: Ann Doe Jr.", shown)
                self.assertIn("https://credit.niso.org/contributor-roles/software/", html)

    def check_highwire(self, kind, record, tags):
        highwire = {name: values for name, values in tags.items() if name.startswith("citation_")}
        if kind == "news":
            self.assertEqual(highwire, {})
            return
        self.assertEqual(highwire["citation_title"], [record["title"]])
        self.assertEqual(highwire["citation_author"], NAMES)
        self.assertEqual(highwire["citation_publication_date"], ["%d/%02d/%02d" % record["date"]])
        self.assertEqual(highwire["citation_doi"], [record["doi"]])
        self.assertEqual(highwire["citation_reference"], [
            "citation_title=Things, and more;citation_author=Ann Lee;citation_publication_date=2020;citation_doi=10.1000/x"])
        self.assertEqual("citation_technical_report_number" in highwire, kind in ["report", "brief"])
        self.assertEqual("citation_conference_title" in highwire, kind == "paper")
        self.assertEqual("prism.genre" in tags, kind == "essay")

    def check_structured(self, kind, record, item):
        self.assertEqual(item["@type"], TYPES[kind])
        self.assertEqual(item["headline"], record["title"])
        self.assertEqual([author["name"] for author in item["author"]], NAMES)
        self.assertEqual([author["@type"] for author in item["author"]], ["Person", "Person", "Organization", "Person", "Person"])
        first = item["author"][0]
        self.assertEqual(first["@id"], "https://orcid.org/0000-0002-1825-0097")
        self.assertEqual((first["givenName"], first["familyName"]), ("Jonas", "van der Wiel"))
        self.assertEqual(first["affiliation"]["@id"], "https://ror.org/00f54p054")
        self.assertEqual(first["affiliation"]["parentOrganization"]["name"], "University")
        self.assertEqual(item["publisher"]["parentOrganization"]["name"], "University")
        self.assertEqual(item["datePublished"], "%d-%02d-%02d" % record["date"])
        self.assertTrue(item["dateModified"].startswith("2025-1"))
        self.assertEqual(item["license"], "https://creativecommons.org/licenses/by/4.0/")
        self.assertEqual(item["citation"][0]["@id"], "https://doi.org/10.1000/x")
        self.assertEqual(item["correction"][0]["text"], "Wrong")
        self.assertEqual(item["funding"][0]["identifier"], "7")
        self.assertEqual(item["contributor"][0]["roleName"], "https://credit.niso.org/contributor-roles/software/")
        self.assertEqual(item["hasPart"][0]["@id"], record["url"] + "#naming")
        self.assertEqual(item["isPartOf"]["position"], KINDS.index(kind) + 1)
        crumbs = item["mainEntityOfPage"]["breadcrumb"]["itemListElement"]
        self.assertEqual([crumb["position"] for crumb in crumbs], [1, 2, 3])
        self.assertEqual(crumbs[-1]["item"], record["url"])


class Feeds(Fixture):
    def test_every_entry_is_reached_through_the_archives(self):
        for start in ["feed.xml", "topics/things/feed.xml", "people/ana-de-la-cruz/feed.xml"]:
            path, seen = start, []
            while path:
                written = self.read(path)
                feed = feedparser.parse(written, sanitize_html=False, resolve_relative_uris=False)
                self.assertFalse(feed.bozo, path)
                self.assertEqual("fh:archive" in written, path != start)
                links = {link.rel: link.href for link in feed.feed.links}
                self.assertEqual(links["self"], "https://example.org/sub/" + path)
                seen += [entry.id for entry in feed.entries]
                for entry in feed.entries:
                    self.assertEqual("content" in entry, path in ["feed.xml", "topics/things/feed.xml"], path)
                    for content in entry.get("content", []):
                        addresses = re.findall(r'(?:href|src)="([^"]*)"', content["value"])
                        addresses += [part.split()[0] for value in re.findall(r'srcset="([^"]*)"', content["value"])
                                      for part in value.split(",")]
                        self.assertGreater(len(addresses), 4)
                        for address in addresses:
                            self.assertRegex(address, "^https://")
                path = links.get("prev-archive", "").removeprefix("https://example.org/sub/")
            self.assertEqual(set(seen), {self.record(kind)["url"] for kind in KINDS}, start)


@unittest.skipUnless(os.path.isdir(SEED), "the seed is not beside the project")
class Seed(unittest.TestCase):
    def build(self, root):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        return folder.name + "/public", subprocess.run(
            [PROGRAM, "build", "--root", root, "--output", folder.name + "/public", "--now", "2026-01-01"],
            capture_output=True, text=True)

    def test_thirteen_places_lead_where_they_say(self):
        output, run = self.build(SEED)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        with open(glob.glob(output + "/posts/*/index.html")[0], encoding="utf-8") as file:
            tree = html5lib.parse(file.read(), namespaceHTMLElements=False)
        groups = []
        for span in tree.iter("span"):
            if span.get("class") == "citation":
                pages = [link.get("href").split("#page=")[1] for link in span.iter("a") if "#page=" in link.get("href")]
                groups.append(("".join(span.itertext()), pages))
        self.assertEqual([group for group in groups if group[1]], [
            ("(pg. 9-10)", ["9"]), ("(Section 2.2)", ["28"]), ("(Section 2.3)", ["34"]), ("(Section 4.6)", ["101"]),
            ("(Section 4.1)", ["74"]), ("(Section 2.5, 4.3)", ["44", "85"]), ("(Section 4.5)", ["97"]),
            ("(Section 5.2)", ["135"]), ("(Section 5.1)", ["129"]), ("(Section 3)", ["53"]), ("(Section 2.4)", ["40"]),
            ("(see Section 1.2; pg. 7-9)", ["6", "7"]), ("(see pg. 5)", ["5"]), ("Sections 5.1 and 5.6", ["129"])])
        self.assertIn(("(Malik, 2021)", []), groups)
        with open(output + "/people/jitendra-malik/index.html", encoding="utf-8") as file:
            person = "".join(html5lib.parse(file.read(), namespaceHTMLElements=False).find("body").itertext())
        self.assertIn("Turing", person)
        self.assertIn("writing extended commentaries", person)

    def test_a_section_that_is_not_there(self):
        files = {}
        for path in glob.glob(SEED + "/**/*.*", recursive=True):
            if path.endswith((".md", ".bib", ".yaml")):
                with open(path, encoding="utf-8") as file:
                    files[os.path.relpath(path, SEED)] = file.read().replace("[@, Section 2.4]", "[@, Section 2.6]")
        site = Site({path: text.replace("image:\n  src: brick-wall.png\n  alt: A brick wall being built\n", "") for path, text in files.items()})
        self.addCleanup(site.remove)
        _, run = self.build(site.root)
        self.assertEqual(run.returncode, 1)
        self.assertIn("has no section 2.6. Did you mean ‘2.2’?", run.stderr)


if __name__ == "__main__":
    unittest.main()
