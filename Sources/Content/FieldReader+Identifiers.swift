/// Names that others have given out: licences, DOIs, ORCID iDs, language tags.

import Bibliography
import Bytes
import Diagnostics
import Markup

extension FieldReader {
    mutating func license(_ pair: YAMLNode.Pair) -> Located<String>? {
        guard let license = located(pair) else { return nil }
        guard Identifier.isLicense(license.value) else {
            let hint = Spelling.closest(to: license.value, in: Identifier.licenses)
            report(
                "license.unknown",
                "‘\(license.value)’ is no SPDX licence identifier.\(Spelling.hint(hint))",
                at: license.bytes, repair: hint)
            return nil
        }
        return license
    }

    mutating func doi(_ pair: YAMLNode.Pair) -> Located<String>? {
        guard let text = located(pair) else { return nil }
        guard let doi = DOI.bare(text.value) else {
            report(
                "doi.malformed", "‘\(text.value)’ is no DOI: write ‘10.1000/182’.", at: text.bytes)
            return nil
        }
        return Located(doi, at: text.bytes)
    }

    /// What every version of BibTeX takes for a key.
    mutating func citationKey(_ pair: YAMLNode.Pair) -> Located<String>? {
        guard let key = located(pair) else { return nil }
        let isKey = key.value.utf8.allSatisfy { byte in
            byte.isASCIILetterOrDigit || "-_:.+/".utf8.contains(byte)
        }
        guard isKey else {
            report(
                "citation-key.malformed",
                "‘\(key.value)’ is no key that BibTeX reads: write letters of ASCII, digits and ‘-’, as in "
                    + "‘liang2021-reflections’.", at: key.bytes)
            return nil
        }
        return key
    }

    mutating func orcid(_ pair: YAMLNode.Pair) -> String? {
        guard let text = located(pair) else { return nil }
        guard let orcid = Identifier.orcid(text.value) else {
            report(
                "orcid.malformed",
                "‘\(text.value)’ is no ORCID iD: four groups of four digits, the last a check "
                    + "digit.", at: text.bytes)
            return nil
        }
        return orcid
    }

    mutating func language(_ pair: YAMLNode.Pair) -> Located<String>? {
        located(pair).flatMap { language($0) }
    }

    mutating func language(_ text: Located<String>) -> Located<String>? {
        guard let tag = LanguageTag.reading(text.value) else {
            let (message, repair) = LanguageTag.mistake(in: text.value)
            report("language.malformed", message, at: text.bytes, repair: repair)
            return nil
        }
        return Located(tag, at: text.bytes)
    }
}
