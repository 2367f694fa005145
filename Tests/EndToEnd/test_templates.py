"""Generated templates and hostile values, read by a parser that is not ours.

No value may write an element, an attribute or a scheme that the template did not write: the tree that html5lib reads has the
same shape whatever the values are.
"""
import json
import os
import random
import re
import subprocess
import unittest

import html5lib

from support import PROGRAM, Site

HOSTILE = [
    '"', "'", "<", ">", "&", "`", "=", '"><script>alert(1)</script>', "'><img src=x onerror=x>", "</title><script>",
    "</textarea><p>", "</script><script>", "<!--", "-->", "]]>", "{{title}}", "javascript:alert(1)",
    "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:x", "vbscript:x", "data:text/html,<script>",
    "//evil.example/x", "\\\\evil", "&#106;avascript:x", "&quot; onload=x", '" onclick="x', "' onclick='x",
    "<\u0301script>", '"\u0301 onload=x', "\u202eevil", "\u2028\u2029", "\ufeff", '\\"', "\\", "%22%3E", "é\"è", "😀<b>",
    "a\u00a0onload=x", "<svg/onload=x>", "<a href=javascript:x>", "<plaintext>", "<style>*{}</style>", "&lt;script&gt;",
    "/* */", "${x}", "<![CDATA[", "?><?x", "\u0085", "\u200b<b\u200b>",
]
FIELDS = ["title", "extra.x", "kind_label", "summary"]
TEMPLATES = 60
ALLOWED = {"http", "https", "mailto", "tel"}


def fragment(choice, depth):
    """A piece of a template: text, elements, attributes and sections, nested at random."""
    def field():
        return "{{" + choice.choice(FIELDS) + "}}"

    def inner():
        return "".join(fragment(choice, depth - 1) for _ in range(choice.randint(1, 3))) if depth else field()

    return choice.choice([
        lambda: field(),
        lambda: f"a {field()} b {field()}",
        lambda: f"<div>{inner()}</div>",
        lambda: f"<b title=\"{field()}\" data-a='x {field()} y'>{inner()}</b>",
        lambda: f'<a href="/x/{field()}?q={field()}#{field()}">{field()}</a>',
        lambda: f'<img src="/i/{field()}.png" alt="{field()}"/>',
        lambda: f"<textarea>{field()}</textarea>",
        lambda: '{{#subtitle}}<i title="{{.}}">{{.}}</i>{{/subtitle}}',
        lambda: "{{^subtitle}}<u>" + field() + "</u>{{/subtitle}}",
        lambda: "<p{{#subtitle}} title=\"{{.}}\"{{/subtitle}}>" + field() + "</p>",
        lambda: "<ul>{{#topics}}<li>{{text}} " + field() + "</li>{{/topics}}</ul>",
        lambda: '<script type="application/ld+json">{"a":"' + field() + '","b":["' + field() + '"]}</script>',
    ])()


def template(seed):
    choice = random.Random(seed)
    body = "".join(fragment(choice, 3) for _ in range(4))
    return (
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><title>{{title}}</title>"
        f"<meta name=\"x\" content=\"{{{{extra.x}}}}\"/></head><body>{body}</body></html>\n")


def page(layout, slug, value):
    quoted = json.dumps(value, ensure_ascii=False)
    return (
        f"---\ntitle: {quoted}\nsubtitle: {quoted}\nsummary: {quoted}\ndate: 2025-01-01\nauthors: [Ada Example]\n"
        f"topics: [One, Two]\nslug: {slug}\nlayout: {layout}\nextra:\n  x: {quoted}\n---\n\nText.\n")


def shape(html):
    """Names of elements and attributes, in order; what JSON holds, as its own shape."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    names = []
    for element in tree.iter():
        names.append((str(element.tag), sorted(element.attrib)))
        if element.tag == "script":
            names.append(sorted(json.loads("".join(element.itertext()))))
    return names, tree


class HostileValues(unittest.TestCase):
    def test_no_value_writes_markup(self):
        site = Site({})
        self.addCleanup(site.remove)
        for number in range(TEMPLATES):
            site.write(f"templates/layouts/t{number}.html", template(number))
        harmless = "x"
        values = [harmless] + [value for value in HOSTILE if self.is_accepted(value)]
        self.assertGreater(len(values), 40)
        for number in range(TEMPLATES):
            for index, value in enumerate(values):
                site.write(f"content/posts/p{number}-{index}.md", page(f"t{number}", f"p{number}-{index}", value))
        result = subprocess.run(
            [PROGRAM, "build", "--root", site.root, "--quiet"], capture_output=True, text=True, check=False)
        self.assertEqual(result.returncode, 0, result.stderr[:2000])
        cases = 0
        for number in range(TEMPLATES):
            expected = None
            for index, value in enumerate(values):
                path = os.path.join(site.root, "public", "posts", f"p{number}-{index}", "index.html")
                with open(path, encoding="utf-8", newline="") as file:
                    html = file.read()
                names, tree = shape(html)
                if expected is None:
                    expected = names
                self.assertEqual(names, expected, f"{value!r} in {template(number)}: {html}")
                for element in tree.iter():
                    for name in ("href", "src"):
                        self.assert_safe(element.get(name), value)
                cases += 1
        self.assertGreaterEqual(cases, 2000)

    def test_the_theme_can_be_printed_and_used(self):
        site = Site({"content/posts/a.md": page("t", "a", "x").replace("layout: t\n", "")})
        self.addCleanup(site.remove)
        def show(name):
            return subprocess.run([PROGRAM, "templates", "--show", name], capture_output=True, text=True, check=False)
        def build():
            subprocess.run([PROGRAM, "build", "--root", site.root, "--quiet"], check=True)
            with open(os.path.join(site.root, "public", "manifest.json"), encoding="utf-8") as file:
                return file.read()
        before = build()
        for name in ["partials/footer.html", "publication.html", "assets/main.css"]:
            site.write("templates/" + name, show(name).stdout)
        self.assertEqual(build(), before)
        wrong = show("partials/foter.html")
        self.assertEqual(wrong.returncode, 64)
        self.assertIn("‘partials/foter.html’. Did you mean ‘partials/footer.html’?", wrong.stderr)

    def is_accepted(self, value):
        """Whether a page with such a title is published at all."""
        site = Site({"content/posts/a.md": page("t", "a", value).replace("layout: t\n", "")})
        self.addCleanup(site.remove)
        return subprocess.run(
            [PROGRAM, "check", "--root", site.root, "--quiet"], stderr=subprocess.DEVNULL, check=False).returncode == 0

    def assert_safe(self, url, value):
        if url is None:
            return
        plain = re.sub(r"[\t\n\r]", "", url).lstrip("".join(chr(code) for code in range(0x21)))
        self.assertFalse(plain.startswith(("//", "\\", "/\\")), value)
        scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", plain)
        if scheme:
            self.assertIn(scheme.group(1).lower(), ALLOWED, value)


if __name__ == "__main__":
    unittest.main()
