"""Inputs that nobody would write, by name: each a function that makes a site in a folder."""
import os
import struct
import zlib

SETTINGS = b"title: Test Center\nbase_url: https://example.org/\nlanguage: en\n"
FRONT = b"---\ntitle: T\ndate: 2025-01-01\nauthors: [Ada Example]\n"
POST = "content/posts/p.md"


def put(root, path, data):
    """Writes a file below a folder; text is UTF-8, a path may be bytes."""
    base = os.fsencode(root) if isinstance(path, bytes) else root
    path = os.path.join(base, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data.encode() if isinstance(data, str) else data)


def body(text, more=b""):
    """A post with this text."""
    text = text.encode() if isinstance(text, str) else text
    return lambda root: put(root, POST, FRONT + more + b"---\n\n" + text)


def front(yaml):
    """A post whose front matter goes on with this."""
    yaml = yaml.encode() if isinstance(yaml, str) else yaml
    return lambda root: put(root, POST, FRONT + yaml + b"\n---\n\nText.\n")


def raw(data):
    """A post with exactly these bytes."""
    return lambda root: put(root, POST, data)


def settings(yaml):
    """More of site.yaml, beside a good post."""
    yaml = yaml.encode() if isinstance(yaml, str) else yaml

    def make(root):
        body("Text.")(root)
        put(root, "site.yaml", SETTINGS + yaml + b"\n")
    return make


def with_settings(yaml, text):
    """More of site.yaml, and a post with this text."""
    def make(root):
        body(text)(root)
        put(root, "site.yaml", SETTINGS + yaml)
    return make


def with_html(text):
    """A post with this text, on a site that lets HTML through."""
    return with_settings(b"raw_html: allow\n", text)


def with_macros(macros, text):
    """A post with this text, on a site with these macros."""
    lines = "".join(f"    {name}: '{body}'\n" for name, body in macros)
    return with_settings(b"math:\n  macros:\n" + lines.encode(), text)


def translations(count, original="a.md"):
    """A post, and as many that each translate the next; the last translates another."""
    def make(root):
        for number in range(count):
            of = f"p{number + 1}.md" if number + 1 < count else original
            yaml = f"language: de-{number + 1000}\ntranslation_of: {of}\n"
            put(root, f"content/posts/p{number}.md", FRONT + yaml.encode() + b"---\n\nText.\n")
        put(root, "content/posts/a.md", FRONT + b"---\n\nText.\n")
    return make


def template(text, name="publication.html"):
    """A template of the site's own."""
    def make(root):
        body("Text.")(root)
        put(root, "templates/" + name, text)
    return make


def works(bibtex, name="references.bib", text="See [@a]."):
    """A bibliography, and a post that cites from it."""
    def make(root):
        body(text)(root)
        put(root, "content/" + name, bibtex)
    return make


def image(data, name="x.png"):
    """An image, and a post that shows it."""
    def make(root):
        body(f"![A wall]({name})")(root)
        put(root, "content/posts/" + name, data)
    return make


def also(*files):
    """A good post, and other files (path, data)."""
    def make(root):
        body("Text.")(root)
        for path, data in files:
            put(root, path, data)
    return make


def disk(*steps):
    """A good post, and then what is done to the folder."""
    def make(root):
        body("Text.")(root)
        for step in steps:
            step(root)
    return make


def link(target, path):
    """A symbolic link."""
    def make(root):
        full = os.path.join(root, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        os.symlink(target, full)
    return make


def deep_folders(root):
    path = "content/" + "d/" * 80 + "p.md"
    put(root, path, FRONT + b"---\n\nText.\n")


def multiplied_links(root):
    for number in range(25):
        os.makedirs(os.path.join(root, f"content/x{number}"))
        for name in "ab":
            os.symlink(f"../x{number + 1}", os.path.join(root, f"content/x{number}", name))
    os.makedirs(os.path.join(root, "content/x25"))


def unreadable(path):
    def make(root):
        put(root, path, FRONT + b"---\n\nText.\n")
        os.chmod(os.path.join(root, path), 0)
    return make


def many_posts(root):
    for number in range(300):
        put(root, f"content/posts/p{number}.md", FRONT + b"topics: [t]\nseries: {name: S}\n---\n\n[x](p0.md)\n" * 1)


def png(width, height, data=b""):
    header = struct.pack(">II5B", width, height, 8, 2, 0, 0, 0)

    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + data


MB = 1 << 20
EMOJI = "👩‍👩‍👧‍👦"

CASES = {
    # The bytes of a file.
    "empty file": raw(b""),
    "one newline": raw(b"\n"),
    "a BOM alone": raw(b"\xef\xbb\xbf"),
    "a BOM before front matter": raw(b"\xef\xbb\xbf" + FRONT + b"---\n\nText.\n"),
    "two BOMs": raw(b"\xef\xbb\xbf\xef\xbb\xbf" + FRONT + b"---\n\nText.\n"),
    "UTF-16": raw("\ufeff---\ntitle: T\n---\nText\n".encode("utf-16-le")),
    "Latin-1": body("Caf\xe9.".encode("latin-1")),
    "invalid UTF-8 in front matter": front(b"subtitle: a\xff\xfeb"),
    "overlong UTF-8": body(b"a \xc0\xaf b"),
    "a UTF-8 surrogate": body(b"a \xed\xa0\x80 b"),
    "truncated UTF-8 at the end": body(b"text \xe2\x82"),
    "NUL in the text": body(b"a\0b"),
    "NUL in front matter": front(b"subtitle: a\0b"),
    "CRLF": raw((FRONT + b"---\n\n## A\n\ntext\n").replace(b"\n", b"\r\n")),
    "CR alone": raw((FRONT + b"---\n\n## A\n\ntext\n").replace(b"\n", b"\r")),
    "mixed line ends": body(b"a\r\nb\rc\n\r\n\rd"),
    "control characters": body(bytes(range(1, 32)) + b"\x7f text"),
    "C1 controls and line separators": body("a\u0085b\u2028c\u2029d\u009fe"),
    "bidirectional overrides": body("## a\u202eb\u2066c\n\ntext \u200b\u200d\ufeff"),
    "private use and noncharacters": body("\ue000\ufffe\uffff\U0010ffff text"),
    "zalgo": body("Z" + "\u0301" * 100_000),
    "one line of 1 MB": body(b"x" * MB),
    "one line of 1 MB of spaces": body(b"a" + b" " * MB + b"b"),
    "5 MB": body(b"word " * MB),
    "1 MB of blank lines": body(b"\n" * MB),
    "400,000 short lines": body(b"a\n" * 400_000),
    "100,000 paragraphs": body(b"a\n\n" * 100_000),
    # Front matter.
    "no front matter": raw(b"Just text.\n"),
    "front matter not closed": raw(b"---\ntitle: T\nText.\n"),
    "front matter of fences": raw(b"---\n---\n---\n---\n"),
    "front matter of 200 KB": front("subtitle: " + "x" * 200_000),
    "a YAML bomb": front("extra:\n  a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"  {b}: &{b} [{','.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefg", "bcdefgh"))),
    "a YAML merge bomb": front("extra: &x\n  <<: *x"),
    "an alias to itself": front("extra: &a [*a]"),
    "10,000 nested brackets in YAML": front("extra: " + "[" * 10_000),
    "10,000 nested maps in YAML": front("extra: " + "{a: " * 10_000),
    "deep block YAML": front("extra:\n" + "".join(" " * n + "a:\n" for n in range(1, 300))),
    "a YAML tag": front("subtitle: !!python/object/apply:os.system [ls]"),
    "a YAML directive": raw(b"---\n%YAML 9.9\n---\ntitle: T\n---\n"),
    "two YAML documents": front("...\nother: x"),
    "a duplicate key": front("title: Again"),
    "a key that is a list": front("? [a, b]\n: c"),
    "a key that is null": front("~: x"),
    "tabs for indentation": front("series:\n\tname: x"),
    "an unclosed quotation": front("subtitle: \"abc"),
    "a title that is a list": raw(b"---\ntitle: [a, b]\ndate: 2025-01-01\nauthors: [A]\n---\n"),
    "a title of 60,000 letters": raw(b"---\ntitle: " + b"x" * 60_000 + b"\ndate: 2025-01-01\nauthors: [A]\n---\n"),
    "an empty title": raw(b"---\ntitle: \"\"\ndate: 2025-01-01\nauthors: [A]\n---\n"),
    "a title of white space": raw("---\ntitle: \"\u00a0 \u2003\"\ndate: 2025-01-01\nauthors: [A]\n---\n".encode()),
    "a title of markup": raw(b"---\ntitle: \"</title><script>alert(1)</script>\"\ndate: 2025-01-01\nauthors: [A]\n---\n"),
    "a gigantic part number": front("series: {name: S, part: " + "9" * 5000 + "}"),
    "a negative part number": front("series: {name: S, part: -1}"),
    "numbers in every base": front("extra: {a: 0x7fffffffffffffff, b: 1e999, c: .inf, d: .nan, e: 0b1, f: 0o7}"),
    "year 0": raw(b"---\ntitle: T\ndate: 0000-01-01\nauthors: [A]\n---\n"),
    "year 9999": raw(b"---\ntitle: T\ndate: 9999-12-31T23:59:60Z\nauthors: [A]\n---\n"),
    "year 99999": raw(b"---\ntitle: T\ndate: 99999-12-31\nauthors: [A]\n---\n"),
    "30 February": raw(b"---\ntitle: T\ndate: 2025-02-30\nauthors: [A]\n---\n"),
    "a date of nines": raw(b"---\ntitle: T\ndate: " + b"9" * 4000 + b"\nauthors: [A]\n---\n"),
    "a zone of 99 hours": front("publish_at: 2025-01-01T00:00:00+99:99"),
    "times at both ends": front("publish_at: 0001-01-01T00:00:00+23:59\nexpires_at: 9999-12-31T23:59:59-23:59"),
    "10,000 topics": front("topics: [" + ", ".join(f"t{n}" for n in range(5000)) + "]"),
    "5,000 authors": raw(b"---\ntitle: T\ndate: 2025-01-01\nauthors: [" + b", ".join(b"A %d" % n for n in range(5000)) + b"]\n---\n"),
    "an author without letters": raw("---\ntitle: T\ndate: 2025-01-01\nauthors: [\"!!!\", \"" .encode() + EMOJI.encode() + b"\"]\n---\n"),
    "an author of 20,000 letters": raw(b"---\ntitle: T\ndate: 2025-01-01\nauthors: [" + b"x" * 20_000 + b"]\n---\n"),
    "a topic without letters": front("topics: [\"???\", \"\u0301\", \"" + EMOJI + "\"]"),
    "a slug that climbs": front("slug: ../../etc"),
    "a slug of 300 letters": front("slug: " + "a" * 300),
    "an alias that climbs": front("aliases: [/../../etc/passwd, //evil, /a/../b/]"),
    "an alias of 300 letters": front("aliases: [/" + "a" * 300 + "/]"),
    "an alias onto itself": front("aliases: [/posts/p/]"),
    "an alias onto the home page": front("aliases: [/]"),
    "an alias onto a file of the program": front("aliases: [/feed.xml/, /404.html, /manifest.json]"),
    "an alias below a file": front("aliases: [/robots.txt/x/]"),
    "1,000 aliases": front("aliases: [" + ", ".join(f"/old/{n}/" for n in range(1000)) + "]"),
    "an image that climbs": front("image: {src: ../../../../etc/passwd, alt: x}"),
    "a PDF with a script": front("pdf: \"javascript:alert(1)\""),
    "an unknown layout": front("layout: ../../etc/passwd"),
    # The text.
    "10,000 nested quotations": body(b">" * 10_000 + b" a"),
    "10,000 nested lists": body(b"- " * 10_000 + b"a"),
    "1,000 lists by indentation": body(b"".join(b"  " * n + b"- a\n" for n in range(1000))),
    "10,000 nested emphasis": body(b"*a " * 10_000 + b"*" * 10_000),
    "50,000 nested links": body(b"[" * 50_000 + b"a" + b"](b)" * 50_000),
    "1 MB of [": body(b"[" * MB),
    "1 MB of ![": body(b"![" * (MB // 2)),
    "1 MB of |": body(b"|" * MB),
    "1 MB of <?": body(b"<?" * (MB // 2)),
    "1 MB of <!": body(b"<!" * (MB // 2)),
    "1 MB of <![CDATA[": body(b"<![CDATA[" * (MB // 9)),
    "1 MB of <!--": body(b"<!-- a " * (MB // 7)),
    "1 MB of `": body(b"`" * MB),
    "backquotes of rising length": body(b" ".join(b"`" * n for n in range(1, 1400))),
    "1 MB of *": body(b"*" * MB),
    "1 MB of a_": body(b"a_" * (MB // 2)),
    "1 MB of ~": body(b"~" * MB),
    "1 MB of ~~a": body(b"~~a" * (MB // 3)),
    "1 MB of &": body(b"&" * MB),
    "1 MB of $": body(b"$" * MB),
    "1 MB of $a$": body(b"$a$ " * (MB // 4)),
    "1 MB of $a": body(b"$a " * (MB // 3)),
    "1 MB of $$a$$": body(b"$$a$$\n" * (MB // 6)),
    "1 MB of $\\text{$}": body(b"$\\text{$} " * (MB // 10)),
    "a formula of 500,000 lines": body(b"$$\n" + b"x\n" * 500_000 + b"$$\n"),
    "1 MB in one formula": body(b"$$" + b"x" * MB + b"$$"),
    "500,000 lines in no formula": body(b"$$\n" + b"x\n" * 500_000 + b"\n"),
    "formulas that are entities": body(b"$" + b"x" * 100_000 + b"$ " + b"&#127;0&#127; " * 60_000),
    "an address with a formula, 100,000 times": body(b"[a]:\n  </$" + b"x" * 50_000 + b"$>\n\n" + b"[a] " * 100_000),
    "1 MB of >": body(b">" * MB),
    "1 MB of #": body(b"#" * MB),
    "1 MB of backslashes": body(b"\\" * MB),
    "1 MB of quotation marks": body(b"\"'" * (MB // 2)),
    "1 MB of @a": body(b"@a " * (MB // 3)),
    "1 MB of [@a]": body(b"[@a] " * (MB // 5)),
    "1 MB of [^": body(b"[^" * (MB // 2)),
    "1 MB of [a](": body(b"[a](" * (MB // 4)),
    "1 MB of [a](<b": body(b"[a](<b" * (MB // 6)),
    "1 MB of www.": body(b"www." * (MB // 4)),
    "1 MB of http://": body(b"http://" * (MB // 7)),
    "1 MB of a@b.": body(b"a@b." * (MB // 4)),
    "1 MB of [a](p.md)": body(b"[a](p.md) " * (MB // 10)),
    "1 MB of <http://a.b>": body(b"<http://a.b> " * (MB // 13)),
    "1 MB of [a](b \"": body(b"[a](b \"" * (MB // 7)),
    "1 MB of ![a](b)": body(b"![a](b) " * (MB // 8)),
    "1 MB of [x]: ": body(b"[x]: " * (MB // 5)),
    "1 MB of <a": body(b"<a " * (MB // 3)),
    "1 MB of :": body(b":" * MB),
    "1 MB of ~~a~~ ": body(b"~~a~~ " * (MB // 6)),
    "1 MB of <<<<<<<": body(b"<<<<<<< a\n\n" * (MB // 11)),
    "1 MB of <<<<<<< on a line": body(b"<<<<<<< " * (MB // 8) + b"\n>>>>>>> b\n"),
    "1 MB of <<<<<<< in code": body(b"```\n<<<<<<< a\n```\n" * (MB // 18) + b"\n>>>>>>> b\n"),
    "1 MB of images beside others": body(b"![a](https://b/c.png \"d\")\n" * (MB // 28)),
    "1 MB of {>>": body(b"{>>" * (MB // 3)),
    "1 MB of {++": body(b"{++" * (MB // 3)),
    "1 MB of Figure ??": body(b"Figure ?? " * (MB // 10)),
    "1 MB of Figure [@fig:a]": body(b"Figure [@fig:a] " * (MB // 16) + b"\n\n![a](https://b/c.png \"d\"){#fig:a}\n"),
    "1 MB of http://~a": body(b"http://~a" * (MB // 9)),
    "5,000 citations of 5,000 works": works("".join(f"@article{{a{n}, title={{T {n}}}, author={{A, B}}, year={{2020}}}}\n" for n in range(5_000)), text=" ".join(f"[@a{n}]" for n in range(5_000))),
    "1 MB of {#": body(b"{#" * (MB // 2)),
    "1 MB of -": body(b"-" * MB),
    "1 MB of ===": body(b"a\n=\n" * (MB // 4)),
    "1 MB of tabs": body(b"\t" * MB),
    "1 MB of 1.": body(b"1. " * (MB // 3)),
    "a list that begins at a gigantic number": body(b"999999999. a\n1000000000. b\n"),
    "50,000 footnotes": body(b"".join(b"[^%d] " % n for n in range(20_000)) + b"\n\n" + b"".join(b"[^%d]: n\n" % n for n in range(20_000))),
    "one footnote named 50,000 times": body(b"[^1] " * 50_000 + b"\n\n[^1]: n\n"),
    "a footnote that only another names, which nothing names": body("a\n\n[^a]: b[^b]\n\n[^b]: c\n"),
    "a footnote that names itself": body(b"a[^1]\n\n[^1]: b[^1]\n"),
    "footnotes in a circle": body(b"a[^1]\n\n[^1]: b[^2]\n\n[^2]: c[^1]\n"),
    "reference bombs": body(b"[a]: " + b"x" * 50_000 + b"\n\n" + b"[a]" * 50_000),
    "50,000 link definitions": body(b"".join(b"[a%d]: /b\n" % n for n in range(50_000))),
    "20,000 headings with one text": body(b"## Same\n\n" * 20_000),
    "a heading of 500 KB": body(b"## " + b"word " * 100_000),
    "headings without letters": body("## \n\n## !!!\n\n## \u0301\n\n## " + EMOJI),
    "heads with braces": body("## a {#}\n\n## b {#x .}\n\n## c {#x#y}\n\n## d {.was-}\n\n## e {#x\n"),
    "two heads with one id": body("## a {#x}\n\n## b {#x}\n\n## c {#y .was-x}\n"),
    "10,000 run-in heads": body(b"**Head.** text\n\n" * 10_000, b"run_in_heads: true\n"),
    "a table of 10,000 columns": body(b"|a" * 10_000 + b"|\n" + b"|-" * 10_000 + b"|\n"),
    "a table of 20,000 rows": body(b"|a|b|\n|-|-|\n" + b"|x|y|\n" * 20_000),
    "a table row without end": body(b"a|b\n-|-\n" + b"|" * 500_000),
    "callouts of every kind": body("> [!NOTE\n\n> [!]\n\n> [!NOTE]\n\n> [!SUMMARY] x {#a}\n> b\n\n> [!DEFINITION]\n> > [!NOTE]\n> > x"),
    "raw HTML": body("<script>alert(1)</script>\n\n<iframe src=//evil>\n\n<img src=x onerror=alert(1)>\n"),
    "script links": body("[a](javascript:alert(1)) [b](  JaVaScRiPt:x) [c](&#106;avascript:x) [d](data:text/html,x) <vbscript:x>"),
    "links that climb": body("[a](../../../../etc/passwd) [b](/../x) [c](%2e%2e/%2e%2e/x) [d](a%00b) [e](file:///etc/passwd)"),
    "links with odd escapes": body("[a](%) [b](%zz) [c](%ff%fe) [d](?) [e](#%) [f](//) [g](:) [h](http://) [i](http://[::1) [j](https://例え.jp/ü)"),
    "citations that are broken": body("[@] [@@] [@a, ] [-@] [@a; ] [@a, p. ] [@a, p. 9-1] [see @, §] @ [x](<@>) [@{] [@a, pp. 99999999999999999999]"),
    "citation keys of 100 KB": body(b"[@" + b"a" * 100_000 + b"]"),
    "math that is broken": body("$\\frac{$ $$ $$ $\\begin{x}$ ${{{{$ $}$ $\\\\$ $^$ $_$ $a^b^c$ $$\n\n$$ \\left( $$"),
    "math 5,000 braces deep": body(b"$" + b"{" * 5000 + b"a" + b"}" * 5000 + b"$"),
    "math 5,000 fractions deep": body(b"$" + b"\\frac{" * 5000 + b"$"),
    "math in braces beside 1 MB of {#": body(b"{#" * (MB // 2) + b" $x$"),
    "1 MB of \\[": body(b"\\[" * (MB // 2)),
    "1 MB of \\(x\\)": body(b"\\(x\\) " * (MB // 6)),
    "1 MB of \\begin{align}": body(b"\\begin{align}\n" * (MB // 14)),
    "1,000 macros, each of the next": with_macros([(f"\\{'a' * n}z", f"\\{'a' * (n + 1)}z") for n in range(1000)], "$\\z$"),
    "macros in a circle": with_macros([("\\aa", "\\bb"), ("\\bb", "\\aa")], "$\\aa$"),
    "a macro bomb": with_macros([(f"\\{a}m", f"\\{b}m" * 16) for a, b in zip("abcdefgh", "bcdefghi")] + [("\\im", "x")], "$\\am$"),
    "1 MB of a macro": with_macros([("\\norm", "\\left\\lVert #1 \\right\\rVert" * 100)], b"$\\norm{x}$ " * (MB // 11)),
    "a macro 5,000 deep in itself": with_macros([("\\norm", "|#1|")], b"$" + b"\\norm{" * 5000 + b"x" + b"}" * 5000 + b"$"),
    # Definitions, widths and addresses.
    "1 MB of definitions": body(b"a\n: b\n\n" * (MB // 8)),
    "1 MB of one term's definitions": body(b"a\n" + b": b\n" * (MB // 4)),
    "10,000 nested definitions": body(b"a\n" + b": " * 10_000 + b"b"),
    "1,000 definitions by indentation": body(b"".join(b"  " * n + b"a\n" + b"  " * n + b": b\n\n" for n in range(1000))),
    "1 MB of widths": body(b"![a](x.png)" + b"{width=5%}" * (MB // 10)),
    "1 MB of images with widths": body(b"![a](/x.png){width=5%} " * (MB // 23)),
    "1 MB of an address's parentheses": body(b"www.a.b/" + b")" * MB),
    "1 MB of addresses that are none": body(b"www.a_" * (MB // 6)),
    # HTML that is let through.
    "1 MB of <div>": with_html(b"<div>" * (MB // 5)),
    "1 MB of <svg>": with_html(b"<svg>" * (MB // 5)),
    "1 MB of drawings that hold HTML": with_html(b"<svg><foreignObject>" * (MB // 20)),
    "1 MB of ids": with_html(b"".join(b"<p id=\"a%d\">\n\n" % n for n in range(MB // 16))),
    "1 MB of one id": with_html(b"<p id=\"a\">\n\n" * (MB // 12)),
    "1 MB of <a href=\"": with_html(b"<a href=\"" * (MB // 9)),
    "1 MB of a srcset": with_html(b"<img alt=\"\" srcset=\"" + b"/a 2x, " * (MB // 7) + b"\">"),
    "1 MB of attributes": with_html(b"<p " + b"a=b " * (MB // 4) + b">"),
    # Files and folders.
    "a folder named index.md": disk(lambda root: os.makedirs(os.path.join(root, "content/posts/x/index.md"))),
    "a folder named p2.md": also(("content/posts/p2.md/a.md", FRONT + b"---\n")),
    "site.yaml is a folder": disk(lambda root: os.remove(os.path.join(root, "site.yaml")), lambda root: os.mkdir(os.path.join(root, "site.yaml"))),
    "content is a file": lambda root: put(root, "content", "x"),
    "templates is a file": also(("templates", "x")),
    "no content": lambda root: None,
    "public is a file": also(("public", "x")),
    "public is somebody else's": also(("public/thesis.txt", "x")),
    "public is a link": disk(link("/tmp", "public")),
    "a link out of the site": disk(link("/etc/passwd", "content/posts/x.md")),
    "a folder link out of the site": disk(link("/etc", "content/etc")),
    "a link to itself": disk(link("x.md", "content/posts/x.md")),
    "links in a circle": disk(link("b", "content/a"), link("a", "content/b")),
    "links that multiply": disk(multiplied_links),
    "a link to the folder above": disk(link("..", "content/posts/up")),
    "a link to nothing": disk(link("nothing.md", "content/posts/x.md")),
    "a link inside the site": disk(link("p.md", "content/posts/q.md")),
    "a pipe": disk(lambda root: os.mkfifo(os.path.join(root, "content/posts/pipe.md"))),
    "a pipe among images": disk(lambda root: os.mkfifo(os.path.join(root, "content/posts/pipe.png"))),
    "a pipe among templates": disk(lambda root: os.mkdir(os.path.join(root, "templates")), lambda root: os.mkfifo(os.path.join(root, "templates/home.html"))),
    "site.yaml is a pipe": disk(lambda root: os.remove(os.path.join(root, "site.yaml")), lambda root: os.mkfifo(os.path.join(root, "site.yaml"))),
    "a file that nobody may read": unreadable("content/posts/secret.md"),
    "80 folders deep": deep_folders,
    "a name of 255 bytes": also(("content/posts/" + "a" * 252 + ".md", FRONT + b"---\n")),
    "a name of 255 bytes in Cyrillic": also(("content/posts/" + "ж" * 126 + ".md", FRONT + b"---\n")),
    "a name that is not UTF-8": also((b"content/posts/a\xff.md", FRONT + b"---\n")),
    "a name with a line break": also(("content/posts/a\nb.md", FRONT + b"---\n"), ("content/files/c\nd.txt", "x")),
    "a name with quotation marks": also(("content/posts/a\"'<&>.md", FRONT + b"---\n"), ("content/files/\"<>&'.txt", "x")),
    "a name of spaces": also(("content/posts/   .md", FRONT + b"---\n"), ("content/   /a.txt", "x")),
    "a name without letters": also(("content/posts/!!!.md", FRONT + b"---\n")),
    "a name that is a date": also(("content/posts/2025-01-01.md", FRONT + b"---\n"), ("content/posts/2025-01-01-.md", FRONT + b"---\n")),
    "names that differ by case": also(("content/posts/P.md", FRONT + b"---\n"), ("content/a.txt", "1"), ("content/A.TXT", "2")),
    "names that differ by NFC": also(("content/posts/\u00e9.md", FRONT + b"---\n"), ("content/posts/e\u0301.md", FRONT + b"---\n")),
    "a post and a file for one path": also(("content/posts/p/index.html", "x")),
    "a file where a folder must be": also(("content/posts/p", "x")),
    "files of the program's own names": also(("content/manifest.json", "{}"), ("content/feed.xml", "x"), ("content/posts/index.html", "x")),
    "a page called people": also(("content/people.md", b"---\ntitle: P\n---\n"), ("content/topics.md", b"---\ntitle: P\n---\n")),
    "people in a bundle": also(("content/people/x/index.md", b"---\ntitle: P\n---\n"), ("content/people/x/y/z.md", b"---\ntitle: Q\n---\n")),
    "two people with one name": also(("content/people/a.md", b"---\ntitle: Ada Example\n---\n"), ("content/people/b.md", b"---\ntitle: ada  example\n---\n")),
    "topics in a circle": also(("content/topics/a.md", b"---\ntitle: a\nbroader: b\n---\n"), ("content/topics/b.md", b"---\ntitle: b\nbroader: a\n---\n")),
    "a topic above itself": also(("content/topics/a.md", b"---\ntitle: a\nbroader: a\nrelated: [a]\n---\n")),
    "300 posts that link to one": many_posts,
    "300 translations in a row": translations(300),
    "300 translations in a circle": translations(300, "p0.md"),
    # Settings.
    "empty settings": lambda root: (body("x")(root), put(root, "site.yaml", "")),
    "settings of a list": lambda root: (body("x")(root), put(root, "site.yaml", "- a\n")),
    "settings with a bomb": settings("extra: " + "[" * 10_000),
    "an organization in itself": settings("organization: " + "{name: a, parent: " * 200 + "{name: a}" + "}" * 200),
    "a base URL with a script": lambda root: (body("x")(root), put(root, "site.yaml", "title: T\nbase_url: javascript:x\nlanguage: en\n")),
    "a base URL with odd parts": lambda root: (body("x")(root), put(root, "site.yaml", "title: T\nbase_url: \"https://u:p@h:99999/a/../b?x#y\"\nlanguage: en\n")),
    "limits out of range": settings("limits: {file_size: 99999999999999999999}"),
    "pagination of nothing": settings("pagination: 0"),
    "a bibliography outside": settings("bibliography: ../../../etc/passwd"),
    "a bibliography that is a folder": settings("bibliography: content"),
    # Templates.
    "a template without end": template("{{#title}}"),
    "a template that includes itself": template("{{> publication.html}}"),
    "partials in a circle": also(("templates/publication.html", "{{> a.html}}"), ("templates/partials/a.html", "{{> b.html}}"), ("templates/partials/b.html", "{{> a.html}}")),
    "a template 10,000 sections deep": template("{{#topics}}" * 10_000),
    "a template of 1 MB of {{": template("{{" * (MB // 2)),
    "a template of unclosed tags": template("<" * 100_000 + "{{title}}"),
    "a template that is not UTF-8": template(b"<p>\xff{{title}}</p>"),
    "a template with NUL": template(b"<p>\0{{title}}</p>"),
    "a tag in a script": template("<script>var a = {{title}};</script>"),
    "a tag in an unquoted attribute": template("<a href={{url}}>x</a>"),
    "delimiters that change for ever": template("{{=<% %>=}}<%={{ }}=%>" * 10_000),
    "an empty template": template(""),
    "a template of 100,000 stray ends": template("{{/a}}" * 100_000),
    "a template of 20,000 unknown names": template("{{nope}}" * 20_000),
    "a template of 2 MB of text": template("<p>x</p>\n" * (2 * MB // 9)),
    "a style sheet of 1 MB of url(": also(("templates/assets/site.css", "url(" * (MB // 4))),
    # Bibliographies.
    "BibTeX without end": works("@article{a, title = {" + "{" * 50_000),
    "BibTeX of 100,000 braces": works("@article{a, title = {" + "{" * 50_000 + "}" * 50_000 + "}}"),
    "BibTeX of 1 MB of @": works("@" * MB),
    "BibTeX strings in a circle": works("@string{a = b} @string{b = a} @article{a, title = a # b # a}"),
    "BibTeX string bomb": works("@string{a = \"xxxxxxxxxxxxxxxx\"}" + "".join(
        f"@string{{{b} = {' # '.join([a] * 16)}}}" for a, b in zip("abcdefgh", "bcdefghi")) + "@article{a, title = i}"),
    "BibTeX that is not UTF-8": works(b"@article{a, title = {\xff}, year = 2020}"),
    "BibTeX with odd years": works("@article{a, title={T}, author={A and and , , and {}}, year={99999999999999999999}}"),
    "20,000 works": works("".join(f"@article{{a{n}, title={{T {n}}}, author={{A, B}}, year={{2020}}}}\n" for n in range(20_000)), text="[@a1]"),
    "CSL of 100,000 brackets": works("[" * 100_000, "references.json"),
    "CSL with odd types": works('[{"id": 1, "type": [], "title": {}, "issued": {"date-parts": [[1e999, -1, []]]}, "author": [null, 1, {"family": []}]}]', "references.json", "[@1]"),
    # Images whose headers lie.
    "a PNG of 4 billion pixels": image(png(0xffffffff, 0xffffffff)),
    "a PNG of no pixels": image(png(0, 0)),
    "a PNG that ends early": image(png(10, 10)[:20]),
    "a JPEG of markers": image(b"\xff\xd8" + b"\xff\xe0\x00\x00" * 60_000, "x.jpg"),
    "a JPEG that ends early": image(b"\xff\xd8\xff\xc0\x00\x11\x08\xff", "x.jpg"),
    "a JPEG of 0xff": image(b"\xff\xd8" + b"\xff" * 200_000, "x.jpg"),
    "a GIF that ends early": image(b"GIF89a\xff", "x.gif"),
    "a WebP that lies": image(b"RIFF\xff\xff\xff\xffWEBPVP8X\xff\xff\xff\xff" + b"\xff" * 4, "x.webp"),
    "an AVIF with boxes without end": image(b"\x00\x00\x00\x18ftypavif" + b"\x00" * 12 + b"\x00\x00\x00\x08meta" * 20_000, "x.avif"),
    "an AVIF with gigantic boxes": image(b"\x00\x00\x00\x01ftypavif\xff\xff\xff\xff\xff\xff\xff\xff" + b"\x00" * 40, "x.avif"),
    "an SVG of nothing": image(b"", "x.svg"),
    "an SVG with odd measures": image(b"<svg width='1e999' height='-5%' viewBox='a b c d e'/>", "x.svg"),
    "an SVG bomb": image(b"<!DOCTYPE x [<!ENTITY a 'x'>" + b"".join(b"<!ENTITY a%d '&a%d;&a%d;'>" % (n + 1, n, n) for n in range(60)) + b"]><svg>&a60;</svg>", "x.svg"),
    "an SVG of 1 MB of <": image(b"<svg " + b"<" * MB, "x.svg"),
}
