"""The preview in a real browser: what an author sees while writing."""
import glob
import os
import unittest

from playwright.sync_api import expect, sync_playwright

from support import PreviewCase, chromium, post

LONG = "\n\n".join(f"Paragraph number {number}, long enough to scroll past." for number in range(80))


class LiveReload(PreviewCase):
    files = {"content/posts/a.md": post("A post", LONG), "content/posts/b.md": post("Another", "Text.")}

    @classmethod
    def setUpClass(cls):
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()

    def open(self, path):
        page = self.browser.new_page(viewport={"width": 1000, "height": 700})
        self.addCleanup(page.close)
        page.goto(self.preview.url + path)
        # The marker is lost with a reload, and only then.
        page.evaluate("window.marker = 1")
        page.wait_for_timeout(200)
        return page

    def is_reloaded(self, page):
        return page.evaluate("window.marker") is None

    def test_a_saved_text_is_shown_at_the_same_place(self):
        page, other = self.open("posts/a/"), self.open("posts/b/")
        page.evaluate("scrollTo({ top: 900, behavior: 'instant' })")
        self.site.write("content/posts/a.md", post("A post", LONG + "\n\nA new ending."))
        page.get_by_text("A new ending.").wait_for(state="attached", timeout=5000)
        page.wait_for_timeout(300)
        self.assertAlmostEqual(page.evaluate("scrollY"), 900, delta=5)
        self.assertFalse(self.is_reloaded(other), "a page that did not change was reloaded")

    def test_an_error_is_shown_over_the_page_and_goes_away(self):
        page = self.open("posts/a/")
        self.site.write("content/posts/a.md", post("A post", "See [it](nowhere.md)."))
        overlay = page.locator("imprint-problems")
        overlay.locator("article").wait_for(timeout=5000)
        text = overlay.evaluate("element => element.shadowRoot.textContent")
        self.assertIn("content/posts/a.md:7:10", text)
        self.assertIn("See [it](nowhere.md).", text)
        self.site.write("content/posts/a.md", post("A post", "See it."))
        overlay.wait_for(state="detached", timeout=5000)

    def test_a_page_that_cannot_be_read_leaves_the_last_good_one(self):
        page = self.open("posts/a/")
        self.site.write("content/posts/a.md", "---\ntitle: [\n---\n\nText.\n")
        page.locator("imprint-problems").locator("article").wait_for(timeout=5000)
        self.assertIn("Paragraph number 3", page.content())
        self.site.write("content/posts/a.md", post("A post", "It is well again."))
        page.get_by_text("It is well again.").wait_for(timeout=5000)

    def test_a_style_sheet_is_swapped_without_a_reload(self):
        page = self.open("posts/a/")
        self.site.write("templates/assets/main.css", "body { background: rgb(1, 2, 3) }")
        expect(page.locator("body")).to_have_css("background-color", "rgb(1, 2, 3)", timeout=5000)
        self.site.write("templates/assets/main.css", "body { background: rgb(4, 5, 6) }")
        expect(page.locator("body")).to_have_css("background-color", "rgb(4, 5, 6)", timeout=5000)
        self.assertFalse(self.is_reloaded(page), "the page was reloaded")

    def test_an_open_page_comes_back_after_a_restart(self):
        from support import Preview

        page = self.open("posts/a/")
        self.assertEqual(self.preview.stop(), 0)
        self.site.write("content/posts/a.md", post("A post", "Written while nobody looked."))
        self.preview = Preview(self.site)
        page.get_by_text("Written while nobody looked.").wait_for(timeout=10000)

    def test_a_new_post_appears_where_nothing_was(self):
        page = self.open("posts/c/")
        self.site.write("content/posts/c.md", post("A third", "Here it is."))
        page.get_by_text("Here it is.").wait_for(timeout=5000)

    def test_nothing_of_this_is_in_the_output(self):
        import subprocess

        from support import PROGRAM

        subprocess.run([PROGRAM, "build", "--root", self.site.root], check=True, stdout=subprocess.DEVNULL)
        for path in glob.glob(os.path.join(self.site.root, "public", "**", "*.html"), recursive=True):
            with open(path, encoding="utf-8") as file:
                self.assertNotIn("_imprint", file.read(), path)


if __name__ == "__main__":
    unittest.main()
