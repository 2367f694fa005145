extension Character {
    /// The commas of East Asia, also that of half width, and of Arabic.
    ///
    /// YAML, BibTeX and Pandoc's citations know none of them, and writers of these scripts type no other.
    package static let foreignCommas: Set<Character> = ["、", "，", "､", "،"]
}
