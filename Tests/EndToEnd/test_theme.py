"""What a reader does with a page: search, notes, permalinks, the policy that browsers enforce."""
import glob
import json
import os
import re
import shutil
import struct
import subprocess
import unittest
import zlib

import bibtexparser
import rispy
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

import trees
from support import PROGRAM, ROOT, Site, chromium, post, tools
from test_pages import BuiltSite, Quiet, one_of_each


class Theme(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = BuiltSite(ROOT)
        with open(os.path.join(cls.site.root, "_headers"), encoding="utf-8") as file:
            cls.policy = re.search(r"Content-Security-Policy: (.*)", file.read()).group(1)
        # The server says what `_headers` asks hosts to say.
        Quiet.end_headers = lambda handler: cls.end_headers(handler)
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])

    @classmethod
    def end_headers(cls, handler):
        handler.send_header("Content-Security-Policy", cls.policy)
        super(Quiet, handler).end_headers()

    @classmethod
    def tearDownClass(cls):
        del Quiet.end_headers
        cls.browser.close()
        cls.playwright.stop()
        cls.site.close()

    def open(self, path, width=1280, site=None, **options):
        context = self.browser.new_context(viewport={"width": width, "height": 900}, **options)
        self.addCleanup(context.close)
        page = context.new_page()
        page.problems = []
        page.on("console", lambda message: page.problems.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        page.goto((site or self.site).url + path)
        return page

    def with_note(self):
        """A publication that has footnotes and citations."""
        for path, html, _ in self.site.publications():
            if "footnote-ref" in html and 'role="doc-bibliography"' in html:
                return "/" + os.path.relpath(os.path.dirname(path), self.site.root) + "/"
        self.fail("no publication has a note")

    def test_browsers_refuse_nothing_under_the_policy(self):
        for path in one_of_each(self.site):
            page = self.open(path)
            problems = [text for text in page.problems if "favicon.ico" not in text]
            self.assertEqual(problems, [], path)
            page.context.close()

    def test_a_search_leads_to_sections(self):
        page = self.open("/search/?q=evaluation")
        page.locator(".results li").first.wait_for(timeout=10000)
        self.assertEqual(page.locator("#query").input_value(), "evaluation")
        links = page.eval_on_selector_all(".results .section a", "links => links.map(link => link.href)")
        self.assertTrue(links and all("#" in link for link in links), links)
        self.assertEqual(page.problems, [])
        self.assertEqual(Axe().run(page).response["violations"], [])
        page.goto(links[0])
        self.assertEqual(page.evaluate("document.getElementById(location.hash.slice(1)) !== null"), True)

    def test_texts_in_every_language_are_found(self):
        site = Site({
            "content/posts/a.md": post("On naming", "We named all houses and models."),
            "content/posts/b.md": post("Über Namen", "Wir benannten die Häuser und Modelle.", "language: de\ntranslation_of: a.md\n"),
        })
        self.addCleanup(site.remove)
        site.write("site.yaml", "title: T\nbase_url: https://example.org/\nlanguage: en\nsearch: pagefind\n")
        built = BuiltSite(site.root)
        self.addCleanup(built.close)
        # Each by a form of a word that its own language alone leads back to the one in the text; the last is found in both.
        for query, title, language in [("naming houses", "On naming", ""), ("Haus", "Über Namen", "de"), ("benannte", "Über Namen", "de"), ("Modell", "On naming", "")]:
            page = self.open("/search/?q=" + query, site=built)
            page.locator(".results li").first.wait_for(timeout=10000)
            first = page.locator(".results li").first
            self.assertEqual((first.locator("h2").text_content(), first.get_attribute("lang") or ""), (title, language), query)
            self.assertEqual((page.evaluate("document.documentElement.lang"), page.problems), ("en", []))

    def test_the_index_is_the_same_every_time_and_part_of_the_manifest(self):
        other = BuiltSite(ROOT)
        self.addCleanup(other.close)
        manifests = []
        for site in [self.site, other]:
            with open(os.path.join(site.root, "manifest.json"), "rb") as file:
                manifests.append(file.read())
            self.assertEqual(subprocess.run([PROGRAM, "verify", site.root], capture_output=True, check=False).returncode, 0)
        self.assertIn(b"pagefind/pagefind.js", manifests[0])
        self.assertEqual(manifests[0], manifests[1])

    def test_drafts_are_not_found(self):
        site = Site({
            "content/posts/a.md": post("Open", "Published words."),
            "content/posts/b.md": post("Secret", "Unfinishedword.", "draft: true\n"),
        })
        self.addCleanup(site.remove)
        site.write("site.yaml", "title: T\nbase_url: https://example.org/\nlanguage: en\nsearch: pagefind\n")
        def build(*options):
            subprocess.run([PROGRAM, "build", "--root", site.root, "--quiet", *options], check=True, env=tools())
            with open(os.path.join(site.root, "public", "manifest.json"), encoding="utf-8") as file:
                return file.read()
        open_tree = build()
        self.assertIn("pagefind/", open_tree)
        self.assertNotIn('"pagefind/', build("--drafts"))
        os.remove(os.path.join(site.root, "content/posts/b.md"))
        self.assertEqual(build(), open_tree)

    def test_the_index_is_made_by_the_package_of_python_on_the_path(self):
        site = Site({"content/posts/a.md": post("Open", "Words.")})
        self.addCleanup(site.remove)
        site.write("site.yaml", "title: T\nbase_url: https://example.org/\nlanguage: en\nsearch: pagefind\n")
        def script(path, text, mode=0o755):
            site.write(path, text)
            os.chmod(os.path.join(site.root, path), mode)
        environment = "a [b] c/"
        script(environment + "bin/python3", "#!/bin/sh\nexit 1\n")
        script(environment + "pyvenv.cfg", "")
        packages = "lib64/python3.12/site-packages/pagefind_bin/"
        indexer = "#!/bin/sh\nwhile [ $# -gt 0 ]; do [ $1 = --site ] && site=$2; shift; done\nmkdir $site/pagefind\necho NAME >$site/pagefind/by\necho '{\"languages\":{}}' >$site/pagefind/pagefind-entry.json\n"
        script("home/.local/" + packages + "pagefind", indexer.replace("NAME", "user"))
        def build():
            run = subprocess.run(
                [PROGRAM, "build", "--root", site.root], check=True, capture_output=True, text=True,
                env={"PATH": os.path.join(site.root, environment, "bin") + ":/usr/bin:/bin", "HOME": os.path.join(site.root, "home")})
            made = os.path.join(site.root, "public/pagefind/by")
            return (open(made, encoding="utf-8").read() if os.path.exists(made) else None), run.stderr
        made, said = build()
        self.assertEqual(made, None)
        self.assertIn("pip install 'pagefind[bin]'", said)
        script(environment + packages + "pagefind", indexer.replace("NAME", "own"))
        script(environment + packages + "pagefind.sig", "not a program", 0o644)
        self.assertEqual(build(), ("own\n", ""))
        os.remove(os.path.join(site.root, environment, "pyvenv.cfg"))
        os.remove(os.path.join(site.root, environment + packages + "pagefind"))
        self.assertEqual(build(), ("user\n", ""))

    def test_social_cards_are_images_that_networks_show(self):
        site = Site({
            "site.yaml": "title: T\nbase_url: https://example.org/\nlanguage: en\nsocial_cards: true\n",
            "content/posts/a.md": post('"A <b> & title"', "Words."),
            "content/posts/b.md": post("Secret", "Words.", "draft: true\n"),
        })
        self.addCleanup(site.remove)
        def build(*options):
            subprocess.run(
                [PROGRAM, "build", "--root", site.root, "--quiet", *options], check=True,
                env={**os.environ, "XDG_CACHE_HOME": os.path.join(site.root, "cache")})
            found = glob.glob(os.path.join(site.root, "public", "**", "social-card.png"), recursive=True)
            return {path[len(site.root):]: open(path, "rb").read() for path in found}
        cards = build()
        self.assertEqual(list(cards), ["/public/posts/a/social-card.png"])
        card = cards["/public/posts/a/social-card.png"]
        self.assertEqual(card[:8], b"\x89PNG\r\n\x1a\n")
        self.assertEqual(struct.unpack(">II", card[16:24]), (1200, 630))
        self.assertEqual(build(), cards)
        public = os.path.join(site.root, "public")
        self.assertEqual(subprocess.run([PROGRAM, "verify", public], capture_output=True, check=False).returncode, 0)
        # With the same programs at hand, a check finds every address of the old version again.
        subprocess.run([PROGRAM, "check", "--root", site.root, "--against", public, "--quiet"], check=True)
        self.assertEqual(build("--drafts"), {})

    def test_images_are_made_again_only_when_what_they_are_made_of_has_changed(self):
        title = 'title: T\nbase_url: https://example.org/\nlanguage: en\n'
        site = Site({
            "site.yaml": title + "social_cards: true\nimages: {widths: [16]}\n",
            "content/posts/a.md": post("One", "Words."),
            "content/posts/b.md": post("Two", "![A wall](wall.png)"),
        })
        self.addCleanup(site.remove)
        def write_wall(shade):
            def chunk(kind, body):
                return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
            header = struct.pack(">IIBBBBB", 64, 64, 8, 0, 0, 0, 0)
            rows = zlib.compress((b"\0" + bytes([shade]) * 64) * 64)
            with open(os.path.join(site.root, "content/posts/wall.png"), "wb") as file:
                file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b""))
        write_wall(10)
        log = os.path.join(site.root, "log")
        site.write("bin/vipsthumbnail", f"""#!/bin/sh
[ ! -e {site.root}/fails ] || case $1 in *.svg) exit 1; esac
for file; do case $file in *.svg|*.png) basename "$file"; esac; done >>{log}
exec {shutil.which("vipsthumbnail")} "$@"
""")
        os.chmod(os.path.join(site.root, "bin/vipsthumbnail"), 0o755)
        home = os.path.join(site.root, "home")
        def build(**environment):
            """What was made, and the tree."""
            open(log, "w", encoding="utf-8").close()
            subprocess.run([PROGRAM, "build", "--root", site.root, "--quiet"], check=True, env={
                "PATH": os.path.join(site.root, "bin") + ":/usr/bin:/bin", "HOME": home, **environment})
            made = re.sub(r"\d+\.svg", "social-card.svg", open(log, encoding="utf-8").read()).split()
            return sorted(made), trees.digest(os.path.join(site.root, "public"))
        both = ["social-card.svg", "social-card.svg"]
        made, tree = build()
        self.assertEqual(made, both + ["wall.png"])
        self.assertEqual(build(), ([], tree))
        # Where nothing can be kept, all is made.
        site.write("file", "")
        self.assertEqual(build(XDG_CACHE_HOME=os.path.join(site.root, "file")), (both + ["wall.png"], tree))
        site.write("content/posts/a.md", post("Another", "Words."))
        self.assertEqual(build()[0], ["social-card.svg"])
        write_wall(200)
        self.assertEqual(build()[0], ["wall.png"])
        site.write("site.yaml", title + "social_cards: true\nimages: {widths: [17]}\n")
        self.assertEqual(build()[0], ["wall.png"])
        site.write("home/.fonts/new.ttf", "")
        self.assertEqual(build()[0], both)
        site.write("home/.fonts/new.ttf", "another")
        self.assertEqual(build()[0], both)
        site.write("home/.config/fontconfig/fonts.conf", "<fontconfig/>")
        self.assertEqual(build()[0], both)
        # What another has cut short or changed is not published.
        kept = os.path.join(home, ".cache/imprint/images")
        self.assertEqual(os.stat(kept).st_mode & 0o777, 0o700)
        for length in [0, 50]:
            for name in os.listdir(kept):
                for digest in os.listdir(os.path.join(kept, name)):
                    os.truncate(os.path.join(kept, name, digest), length)
            made, tree = build()
            self.assertEqual(made, both + ["wall.png"])
            self.assertEqual(build(), ([], tree))
        os.utime(os.path.join(site.root, "bin/vipsthumbnail"), (1, 1))
        self.assertEqual(build(), (both + ["wall.png"], tree))
        self.assertEqual(build(), ([], tree))
        # What was made before another image fails is kept.
        site.write("content/posts/b.md", post("Two, again", "![A wall](wall.png) ![A fence](fence.png)"))
        shutil.copy(os.path.join(site.root, "content/posts/wall.png"), os.path.join(site.root, "content/posts/fence.png"))
        write_wall(90)
        site.write("fails", "")
        with self.assertRaises(subprocess.CalledProcessError):
            build()
        os.remove(os.path.join(site.root, "fails"))
        # The fence is what the wall was before.
        self.assertEqual(build()[0], ["social-card.svg"])
        self.assertTrue(all(len(name) == 64 for name in os.listdir(kept)))

    def test_notes_stand_beside_the_text_without_script(self):
        page = self.open(self.with_note(), java_script_enabled=False)
        reference = page.locator(".footnote-ref").first.bounding_box()
        note = page.locator(".footnotes li").first.bounding_box()
        text = page.locator(".prose > p").first.bounding_box()
        self.assertGreater(note["x"], text["x"] + text["width"])
        self.assertAlmostEqual(note["y"], reference["y"], delta=12)
        self.assertTrue(page.locator(".toc a").first.is_visible(), "the contents are folded")
        narrow = self.open(self.with_note(), 800, java_script_enabled=False)
        last = narrow.locator(".prose:has(> .footnotes) > p").last.bounding_box()
        self.assertGreater(narrow.locator(".footnotes li").first.bounding_box()["y"], last["y"])
        self.assertFalse(narrow.locator(".toc a").first.is_visible(), "the contents are not folded")

    def test_a_permalink_copies_itself(self):
        page = self.open(self.with_note(), permissions=["clipboard-read", "clipboard-write"])
        anchor = page.locator(".anchor").first
        anchor.focus()
        anchor.click()
        page.wait_for_function("document.querySelector('.anchor[data-copied]') !== null")
        self.assertEqual(page.evaluate("navigator.clipboard.readText()"), anchor.evaluate("link => link.href"))
        self.assertIn("#", page.url)

    def test_a_citation_shows_its_reference(self):
        page = self.open(self.with_note())
        page.locator(".citation a[href^='#']").first.hover()
        preview = page.locator(".preview")
        preview.wait_for(timeout=2000)
        self.assertGreater(len(preview.inner_text()), 30)
        page.keyboard.press("Escape")
        self.assertEqual(preview.count(), 0)

    def small_site(self):
        """In German, with an old address and a section."""
        site = Site({
            "site.yaml": "title: T\nbase_url: https://example.org/\nlanguage: de\n",
            "content/posts/neu.md": post("Neu", "## Über $1 & {alles}. {#alles}\n\nText.", "aliases: [/alt/]\n"),
        })
        self.addCleanup(site.remove)
        built = BuiltSite(site.root)
        self.addCleanup(built.close)
        return built

    def test_at_the_address_of_a_section_the_forms_cite_it(self):
        page = self.open("/posts/neu/#alles", site=self.small_site())
        forms = {
            form: page.locator(f"[data-copy={form}]") for form in ["text", "bibtex", "ris", "csl"]}
        address = "https://example.org/posts/neu/#alles"
        self.assertIn(f" Abschnitt „Über $1 & {{alles}}“: {address}", forms["text"].inner_text())
        entry = bibtexparser.parse_string(forms["bibtex"].text_content()).entries[0].fields_dict
        self.assertEqual(entry["url"].value, address)
        self.assertEqual(entry["note"].value, r"Abschnitt „Über \$1 \& alles“")
        record = rispy.loads(forms["ris"].text_content())[0]
        self.assertEqual(record["urls"], [address])
        item = json.loads(forms["csl"].text_content())
        self.assertEqual((item["URL"], item["section"]), (address, "Über $1 & {alles}"))
        self.assertEqual(page.problems, [])
        page.locator("#cite-this + [role=status] a").click()
        self.assertNotIn("#alles", "".join(form.text_content() for form in forms.values()))
        page.go_back()
        self.assertIn(address, forms["bibtex"].text_content())

    def test_the_contents_follow_the_reader(self):
        text = "## One {#one}\n\nText.\n\n## Two {#two}\n" + "\nText.\n" * 60 + "\n## Three {#three}\n" + "\nText.\n" * 60
        site = Site({"content/posts/a.md": post("A", text)})
        self.addCleanup(site.remove)
        built = BuiltSite(site.root)
        self.addCleanup(built.close)
        page = self.open("/posts/a/#one", site=built, reduced_motion="reduce")
        for section in ["one", "three", "two"]:
            page.evaluate(f"document.getElementById('{section}').scrollIntoView()")
            page.locator(f".toc a[href='#{section}'][aria-current]").wait_for(timeout=5000)
            self.assertEqual(page.locator(".toc a[aria-current]").count(), 1)
        # Between two headings it is the one above.
        page.evaluate("scrollBy(0, innerHeight)")
        page.wait_for_timeout(200)
        self.assertEqual(page.locator(".toc a[aria-current]").get_attribute("href"), "#two")

    def test_an_old_address_leads_to_the_same_place(self):
        page = self.open("/alt/#alles", site=self.small_site())
        page.wait_for_url("**/posts/neu/#alles")
        without = self.open("/alt/", site=self.small_site(), java_script_enabled=False)
        without.wait_for_url("**/posts/neu/")

    def test_targets_are_large_enough(self):
        options = {"runOnly": ["target-size"], "rules": {"target-size": {"enabled": True}}}
        for path in one_of_each(self.site):
            for width in [360, 1280]:
                page = self.open(path, width)
                found = [node["html"] for item in Axe().run(page, options=options).response["violations"] for node in item["nodes"]]
                self.assertEqual(found, [], f"{path} at {width}")
                page.context.close()

    def test_the_keyboard_comes_to_the_skip_links_first(self):
        page = self.open("/")
        page.keyboard.press("Tab")
        box = page.locator(".skip").first.bounding_box()
        self.assertGreaterEqual(box["x"], 0)
        page.keyboard.press("Enter")
        self.assertEqual(page.evaluate("document.activeElement.id"), "main-content")

    def test_motion_is_reduced_when_asked(self):
        for motion, behavior in [("reduce", "auto"), ("no-preference", "smooth")]:
            page = self.open("/", reduced_motion=motion)
            self.assertEqual(page.evaluate("getComputedStyle(document.documentElement).scrollBehavior"), behavior)


if __name__ == "__main__":
    unittest.main()
