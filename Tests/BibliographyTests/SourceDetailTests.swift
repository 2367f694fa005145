import Bibliography
import Testing

/// Works in volumes, and preprints of arXiv by whatever type they are entered.
@Suite struct SourceDetailTests {
    @Test(arguments: [
        ("@mvbook{k, volumes = 4", "Whole (Vols. 1–4). P."),
        ("@book{k, volumes = 4", "Whole (Vols. 1–4). P."),
        ("@mvbook{k, volumes = 4, edition = 2", "Whole (2nd ed., Vols. 1–4). P."),
        ("@book{k, volumes = 4, volume = 2", "Whole (Vol. 2). P."),
        ("@book{k, volumes = 4, volume = 2, maintitle = {All}", "All: Vol. 2. Whole. P."),
        ("@book{k, volumes = 1", "Whole. P."),
        ("@mvbook{k, volumes = {1--3}", "Whole (Vols. 1–3). P."),
    ])
    func allVolumes(entry: String, expected: String) {
        let page = CitedPage(
            "\(entry), author = {Lee, Ann}, title = {Whole}, publisher = {P}, year = 2020}", ["k"])
        #expect(page.references == ["Lee, A. (2020). \(expected)"])
    }

    @Test func allVolumesInGerman() {
        let book =
            "@mvbook{k, author = {Lee, Ann}, title = {On}, publisher = {P}, year = 2020, volumes = 3}"
        #expect(CitedPage(book, ["k"], .german).references == ["Lee, A. (2020). On (Bde. 1–3). P."])
    }

    @Test(arguments: [
        "@online{k, eprint = {2108.07258}, eprinttype = {arxiv}, eprintclass = {cs.LG}",
        "@online{k, eprint = {arXiv:2108.07258}, eprinttype = {arXiv}, url = {https://arxiv.org/abs/2108.07258}",
        "@misc{k, eprint = {2108.07258}, archivePrefix = {arXiv}, primaryClass = {cs.LG}",
        "@misc{k, eprint = {https://arxiv.org/abs/2108.07258}, archivePrefix = {arXiv}",
        "@unpublished{k, eprint = {2108.07258}, eprinttype = {arxiv}",
    ])
    func arXiv(entry: String) {
        let page = CitedPage(
            "\(entry), author = {Lee, Ann}, title = {On}, date = {2021-08-16}}", ["k"])
        #expect(
            page.references == ["Lee, A. (2021). On. arXiv. https://arxiv.org/abs/2108.07258"])
    }

    /// An article with a copy there, and pages of other archives, are what they were.
    @Test(arguments: [
        (
            "@article{k, journal = {J}, eprint = {2108.07258}, eprinttype = {arxiv}",
            "J. https://arxiv.org/abs/2108.07258"
        ),
        (
            "@online{k, eprint = {123}, eprinttype = {jstor}, url = {https://example.org/}",
            "https://example.org/"
        ),
        (
            "@online{k, doi = {10.48550/arXiv.2108.07258}, eprint = {2108.07258}, eprinttype = {arxiv}",
            "arXiv. https://doi.org/10.48550/arXiv.2108.07258"
        ),
    ])
    func othersStay(entry: String, expected: String) {
        let page = CitedPage("\(entry), author = {Lee, Ann}, title = {On}, year = 2021}", ["k"])
        #expect(page.references == ["Lee, A. (2021). On. \(expected)"])
    }
}
