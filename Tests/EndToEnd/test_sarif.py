"""The SARIF report has the shape of the standard (SARIF 2.1.0, sections 3.13 to 3.30)."""
import json
import subprocess
import unittest

import jsonschema

from support import PROGRAM, Site, post


def exact(required, **properties):
    """An object with these properties and no other; those in `required` must be there."""
    return {"type": "object", "properties": properties, "required": required.split(), "additionalProperties": False}


TEXT = {"type": "string", "minLength": 1}
PLACE = {"type": "integer", "minimum": 1}
MESSAGE = exact("text", text=TEXT)
REGION = exact("startLine startColumn endLine endColumn", startLine=PLACE, startColumn=PLACE, endLine=PLACE, endColumn=PLACE)
# A relative URI reference: nothing that RFC 3986 wants encoded, no scheme, not absolute.
URI = {"type": "string", "pattern": r"^(?!/)([A-Za-z0-9._~/-]|%[0-9A-F]{2})+$"}
LOCATION = exact("", message=MESSAGE, physicalLocation=exact(
    "artifactLocation", artifactLocation=exact("uri", uri=URI), region=REGION))
RESULT = exact(
    "message ruleId level", ruleId=TEXT, level={"enum": ["none", "note", "warning", "error"]}, message=MESSAGE,
    locations={"type": "array", "items": LOCATION, "minItems": 1},
    relatedLocations={"type": "array", "items": LOCATION, "uniqueItems": True})
DRIVER = exact("name rules", name=TEXT, rules={"type": "array", "items": exact("id", id=TEXT), "uniqueItems": True})
LOG = exact(
    "$schema version runs", **{"$schema": {"const": "https://json.schemastore.org/sarif-2.1.0.json"}},
    version={"const": "2.1.0"},
    runs={"type": "array", "minItems": 1, "items": exact(
        "tool results", tool=exact("driver", driver=DRIVER), columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        results={"type": "array", "items": RESULT})})


class Sarif(unittest.TestCase):
    def report(self, files, *options):
        site = Site(files)
        self.addCleanup(site.remove)
        run = subprocess.run([PROGRAM, "check", "--root", site.root, "--format", "sarif", *options],
                             capture_output=True, text=True, check=False)
        log = json.loads(run.stderr)
        jsonschema.validate(log, LOG)
        return log["runs"][0]

    def test_a_site_without_problems(self):
        self.assertEqual(self.report({"content/posts/a.md": post("A", "Text.")})["results"], [])

    def test_problems_with_places_notes_and_odd_names(self):
        run = self.report({
            "content/posts/ä b%.md": post("'\"A\" \\ <b>'", "[x](missing.md) 😀 [y](gone.md)\n\n# One\n\n## A {#x}\n\n## B {#x}"),
            "content/posts/a-1.md": post("A", "Text.", "slug: same\n"),
            "content/posts/a-2.md": post("A", "Text.", "slug: same\n"),
        })
        rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
        self.assertEqual(rules, {result["ruleId"] for result in run["results"]})
        self.assertIn("path.collision", rules)
        self.assertEqual({result["level"] for result in run["results"]}, {"error", "warning"})
        self.assertTrue(any("relatedLocations" in result for result in run["results"]))
        first = next(result for result in run["results"] if "gone.md" in result["message"]["text"])
        region = first["locations"][0]["physicalLocation"]["region"]
        self.assertEqual(first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
                         "content/posts/%C3%A4%20b%25.md")
        self.assertEqual((region["startLine"], region["startColumn"]), (7, 23))

    def test_a_problem_of_the_whole_run_is_placed_in_the_settings(self):
        # Code scanning shows nothing that has no place.
        site = Site({"content/posts/a.md": post("A", "Text.")})
        self.addCleanup(site.remove)
        subprocess.run([PROGRAM, "build", "--quiet", "--root", site.root], check=True)
        run = self.report({"content/about.md": "---\ntitle: About\n---\n"}, "--against", site.root + "/public")
        self.assertIn("ledger.vanished-url", {result["ruleId"] for result in run["results"]})
        places = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]]
        self.assertIn("site.yaml", places)
