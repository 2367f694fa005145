/// Texts that stand where the name of one person belongs, and most likely are none.
///
/// A guess, and so the reason for a warning at most: names have every form. Only what is clear is judged; an
/// organization may look like people, and says ‘organization: true’.

import Bytes
import Markup

package enum NameForm {
    /// Words in the names of organizations.
    static let organizations: Set<String> = [
        "academy", "agency", "alliance", "alumni", "analysis", "analytics", "arts", "association",
        "authors", "bank", "board", "bureau", "center", "centre", "coalition", "collective",
        "college", "commission", "committee", "company", "consortium", "council", "data",
        "department", "design", "development", "division", "editors", "education", "engineering",
        "ethics", "faculty", "federation", "foundation", "fund", "governance", "government",
        "group", "health", "house", "initiative", "innovation", "institute", "institution",
        "intelligence", "justice", "lab", "laboratory", "labs", "law", "learning", "liberties",
        "library", "management", "ministry", "museum", "network", "news", "observatory", "office",
        "partners", "policy", "press", "program", "programme", "project", "research", "rights",
        "safety", "school", "science", "sciences", "security", "service", "services", "society",
        "software", "staff", "studies", "systems", "team", "technologies", "technology", "trust",
        "union", "unit", "university", "working",
    ]
    /// What stands behind a comma without being a given name.
    static let suffixes: Set<String> = [
        "co", "company", "corp", "corporation", "dr", "electronics", "esq", "gmbh", "inc",
        "incorporated",
        "international", "jr", "limited", "ltd", "phd", "pty", "sarl", "spa", "sr",
    ]

    /// Whether a name has nothing but words in Latin letters, as most have: no check of this type has anything to say.
    ///
    /// One look in place of a dozen: a site thanks a hundred thousand times.
    static func isPlain(_ name: String) -> Bool {
        name.withUTF8Bytes { bytes in
            guard let first = bytes.first, first.isASCIILetter, first & 0x20 == 0 else {
                return false
            }
            let other = bytes.firstIndex(from: 0) { byte in
                ((byte | 0x20) &- 0x61 >= 26).bit & (byte != 0x20).bit & (byte != 0x2D).bit
                    & (byte != 0x2E).bit
            }
            return other == bytes.count
        } && !hasSmallWord(name)
    }

    /// Whether a word begins with a small letter, as those that join names do: of other names, few have one.
    private static func hasSmallWord(_ name: String) -> Bool {
        name.withUTF8Bytes { bytes in
            var previous: UInt8 = 0
            for byte in bytes {
                if previous == 0x20, byte &- 0x61 < 26 { return true }
                previous = byte
            }
            return false
        }
    }

    /// What stands for the names that somebody left out, in a byline that was copied.
    static func isRest(_ name: String) -> Bool {
        // By its first byte, nearly no name is.
        guard name.utf8.count < 16, let first = name.utf8.first,
            first >= 0x80 || "EeAaOoUu".utf8.contains(first)
        else { return false }
        return [
            "et al.", "et al", "and others", "others", "u. a.", "u.a.", "ほか", "他", "その他", "其他", "等",
            "وآخرون", "وآخرين", "آخرون",
        ].contains(name.lowercased())
    }

    /// A character that nobody sees, and that makes another name of one: a soft hyphen, a space without width, a mark
    /// of direction; copies from PDFs and web pages have them.
    ///
    /// Joiners are none: Persian and Indic names are written with them.
    static func invisible(in name: String) -> Unicode.Scalar? {
        guard !name.isASCII else { return nil }
        return name.unicodeScalars.first { scalar in
            switch scalar.value {
            case 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: true
            default: false
            }
        }
    }

    /// The name as it is spoken, where it is written with the family name first.
    ///
    /// "Ada Example" for "Example, Ada", and "A. B. Example" for "Example, A. B.".
    static func upright(_ name: String) -> String? {
        if let upright = uprightArabic(name) { return upright }
        guard name.contains(byte: UInt8(ascii: ",")) else { return nil }
        let sides = name.split(separator: ",", omittingEmptySubsequences: false)
            .map { $0.split(separator: " ") }
        guard sides.count == 2, sides[0].count == 1, let first = sides[1].first,
            sides.joined().allSatisfy({ isCapitalized($0) && !isAcronym($0) }),
            sides[1].dropFirst().allSatisfy({ isInitial($0) }),
            !suffixes.contains(first.lowercased().filter { $0 != "." }),
            !sides.joined().contains(where: { organizations.contains($0.lowercased()) })
        else { return nil }
        return (sides[1] + sides[0]).joined(separator: " ")
    }

    static func isCapitalized(_ word: Substring) -> Bool {
        word.first?.isUppercase ?? false
            && word.allSatisfy { $0.isLetter || ".-'’‑".contains($0) }
    }

    /// "GmbH" is none, "MIT", "II" and "D.C." are; "A." and "A.-B." are initials.
    private static func isAcronym(_ word: Substring) -> Bool {
        let letters = word.filter(\.isLetter)
        return letters.count > 1 && letters.allSatisfy(\.isUppercase) && !word.contains("-")
    }

    /// "A." or "A.-B.".
    private static func isInitial(_ word: Substring) -> Bool {
        word.hasSuffix(".") && word.count < 7
    }
}
