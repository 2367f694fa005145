"""How pages behave while they load and when they are enlarged: what a reader with a slow network, a small screen
or weak eyes finds."""
import itertools
import os
import unittest

from playwright.sync_api import sync_playwright

from support import ROOT, Site, chromium, post
from test_pages import BuiltSite, one_of_each

# A window of 1280 by 1024 at 400 % (WCAG 1.4.10).
ENLARGED = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}

# Whatever of the focused element is on the screen, and how much of that something else covers.
COVERED = """() => {
  const element = document.activeElement;
  const box = [...element.getClientRects()].find(box => box.width > 0 && box.height > 0);
  if (!box) return "nowhere";
  const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
  const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
  const top = document.elementFromPoint(x, y);
  if (!top) return "outside";
  return element.contains(top) || top.contains(element) && getComputedStyle(top).position !== "sticky" ? "" : top.className || top.tagName;
}"""

SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 50);
})"""


class Layout(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = BuiltSite(ROOT)
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        cls.publication = "/" + os.path.relpath(os.path.dirname(next(cls.site.publications())[0]), cls.site.root) + "/"

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()
        cls.site.close()

    def open(self, **options):
        context = self.browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        self.addCleanup(context.close)
        return context.new_page()

    def test_a_page_is_painted_before_its_script_has_come(self):
        for path in ["/", self.publication, "/search/"]:
            page = self.open()
            held, painted = [], []
            page.route("**/*.js", lambda route: route.continue_() if painted else held.append(route))
            page.goto(self.site.url + path, wait_until="commit")
            painted.append(page.wait_for_function(
                "performance.getEntriesByName('first-contentful-paint').length > 0 && document.querySelector('h1')",
                timeout=10000))
            self.assertTrue(held, f"{path} asked for no script")
            for route in held:
                route.continue_()
            page.wait_for_load_state()

    def test_pages_reflow_when_they_are_enlarged_four_times(self):
        page = self.open(**ENLARGED)
        for path in one_of_each(self.site):
            page.goto(self.site.url + path)
            width = page.evaluate("document.documentElement.scrollWidth")
            self.assertLessEqual(width, 320, f"{path} scrolls sideways")

    def built(self, files):
        source = Site(files)
        self.addCleanup(source.remove)
        site = BuiltSite(source.root)
        self.addCleanup(site.close)
        return site

    def test_a_long_formula_in_a_line_scrolls_in_a_box_that_every_browser_has(self):
        site = self.built({"content/posts/a.md": post("A", "Let $" + "a + b + c + " * 20 + "d$ be, and $x$.")})
        page = self.open(**ENLARGED)
        page.goto(site.url + "/posts/a/")
        self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), 320)
        # Neither Firefox nor Safari lets `math` itself scroll.
        scrolling = "[...document.querySelectorAll('.prose *')].filter(box => box.scrollWidth > box.clientWidth && getComputedStyle(box).overflowX === 'auto')"
        self.assertEqual(page.evaluate(f"{scrolling}.map(box => box.localName)"), ["span"])

    def test_a_long_address_in_a_table_leaves_room_for_the_first_column(self):
        address = "https://doi.org/10.1234/" + "abcdefghijklm/" * 8
        table = f"\n\n| 名前 | 住所 | n |\n|---|---|--:|\n| 壁の調査とその結果 | <{address}> | 1 |\n"
        site = self.built({
            "content/posts/a.md": post("A", "![C](a.csv)" + table, "language: ja\n"),
            "content/posts/a.csv": f"名前;住所;n\n壁の調査とその結果;{address};1,5\n",
        })
        page = self.open(**ENLARGED)
        page.goto(site.url + "/posts/a/")
        # A sign is as wide as it is high.
        signs = page.evaluate("[...document.querySelectorAll('tbody td:first-child')].map(cell => cell.getBoundingClientRect().width / parseFloat(getComputedStyle(cell).fontSize))")
        self.assertEqual(len(signs), 2)
        self.assertGreater(min(signs), 3)
        self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), 320)

    def test_numbers_of_an_arabic_table_have_their_sign_before_them(self):
        site = self.built({"content/posts/a.md": post("A", "| أ | ب |\n|---|--:|\n| ج | -12 |\n| د | 5 |\n", "language: ar\n")})
        page = self.open()
        page.goto(site.url + "/posts/a/")
        place = """(index, from, to) => { const range = document.createRange(); const text = document.querySelectorAll('td.right')[index].firstChild;
            range.setStart(text, from); range.setEnd(text, to); return range.getBoundingClientRect(); }"""
        box = lambda *of: page.evaluate(f"(of) => {{ const box = ({place})(...of); return [box.left, box.right]; }}", list(of))
        self.assertLess(box(0, 0, 1)[0], box(0, 1, 3)[0])
        self.assertAlmostEqual(box(0, 1, 3)[1], box(1, 0, 1)[1], delta=1)

    def test_the_frame_of_a_page_in_another_script_is_as_large_as_elsewhere(self):
        site = self.built({
            "site.yaml": "title: T\nbase_url: https://example.org/\nlanguage: en\nnavigation:\n  - {text: Publications, url: /posts/}\n",
            "content/posts/a.md": post("A", "Words."),
            "content/posts/b.md": post("B", "كلمات.\n\n    f(x);", "language: ar\n"),
            "content/posts/c.md": post("C", "言葉。", "language: ja\n"),
        })
        page = self.open()
        widths = []
        for path in ["/posts/a/", "/posts/b/", "/posts/c/"]:
            page.goto(site.url + path)
            widths.append(page.evaluate("['header', 'footer'].map(name => document.querySelector(`.site-${name} li a`).getBoundingClientRect().width)"))
        # Nearly: fonts for Arabic are not brought to one height, and browsers differ in what they do to others (Chromium
        # 156 with DejaVu alone: 1.22).
        for other in widths[1:]:
            for width, first in zip(other, widths[0]):
                self.assertAlmostEqual(width / first, 1, delta=0.25)
        page.goto(site.url + "/posts/b/")
        self.assertEqual(page.evaluate("getComputedStyle(document.querySelector('.prose pre')).direction"), "ltr")

    def test_nothing_covers_what_has_the_focus(self):
        for options in [ENLARGED, {}]:
            page = self.open(reduced_motion="reduce", **options)
            for path, key in itertools.product(["/", self.publication, "/topics/", "/search/"], ["Tab", "Shift+Tab"]):
                page.goto(self.site.url + path)
                count = page.locator("a[href]:visible, summary:visible, button:visible, input:visible").count()
                checked = 0
                for number in range(min(count, 60)):
                    page.keyboard.press(key)
                    if page.evaluate("document.activeElement === document.body"):
                        break
                    found = page.evaluate(COVERED)
                    html = page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
                    self.assertEqual(found, "", f"{path}: {key} {number}: {html}")
                    checked += 1
                self.assertGreater(checked, 3, f"{path}: {key}")

    def test_nothing_moves_while_a_page_loads(self):
        for width in [360, 1280]:
            page = self.open(viewport={"width": width, "height": 900})
            for path in one_of_each(self.site):
                page.goto(self.site.url + path)
                page.wait_for_timeout(100)
                self.assertLess(page.evaluate(SHIFT), 0.001, f"{path} at {width}")


if __name__ == "__main__":
    unittest.main()
