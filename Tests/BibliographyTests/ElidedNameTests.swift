import Bibliography
import Testing

/// Particles with an apostrophe: `d’` and `l’` are none of the family name, `D’` is.
@Suite struct ElidedNameTests {
    /// `given|particle|family|suffix`, what a citation says, and how an index sorts it.
    @Test(arguments: [
        ("Louis d’Auvergne", "Louis|d’|Auvergne|", "d’Auvergne, L.", "auvergne louis"),
        ("Gabriele D’Annunzio", "Gabriele||D’Annunzio|", "D’Annunzio, G.", "dannunzio gabriele"),
        (
            "Guillaume de l’Hôpital", "Guillaume|de l’|Hôpital|", "de l’Hôpital, G.",
            "hopital guillaume"
        ),
        ("Lucia dell’Orto", "Lucia|dell’|Orto|", "dell’Orto, L.", "orto lucia"),
        ("Gerard ’t Hooft", "Gerard|’t|Hooft|", "’t Hooft, G.", "hooft gerard"),
        ("Jacobus van ’t Hoff", "Jacobus|van ’t|Hoff|", "van ’t Hoff, J.", "hoff jacobus"),
        ("Sinéad O’Connor", "Sinéad||O’Connor|", "O’Connor, S.", "oconnor sinead"),
        ("Chidi Thiong’o", "Chidi||Thiong’o|", "Thiong’o, C.", "thiongo chidi"),
        ("d’Auvergne, Louis", "Louis|d’|Auvergne|", "d’Auvergne, L.", "auvergne louis"),
        (
            "de l’Hôpital, Guillaume", "Guillaume|de l’|Hôpital|", "de l’Hôpital, G.",
            "hopital guillaume"
        ),
    ])
    func aNameHasParts(written: String, parts: String, inverted: String, key: String) {
        let name = PersonName(splitting: written)
        #expect(name.inverted == inverted)
        #expect(name.sortKey == key)
        #expect(Described.name(name) == parts)
        let read = Described.bibtex("@misc{k, author = {\(written)}}")
        #expect(read == ["k other; by \(parts)"])
    }

    /// Whatever sign stands for the apostrophe; and braces of BibTeX say what belongs together.
    @Test func otherForms() {
        #expect(PersonName(splitting: "Louis d'Auvergne").familyWithParticle == "d'Auvergne")
        #expect(
            Described.bibtex("@misc{k, author = {{d’Auvergne}, Louis}}")
                == ["k other; by Louis||d’Auvergne|"])
        // As citeproc parts it.
        let name = PersonName(given: "Jean", particle: "d’", family: "Alembert")
        #expect(name.display == "Jean d’Alembert")
        #expect(name.referenceKey.hasPrefix("dalembert "))
    }

    @Test func aRecordSaysWhereTheFamilyNameIs() {
        let sorted = PersonName(sortName: "d’Auvergne, Louis")
        let name = PersonName(splitting: "Louis-Marie d’Auvergne", sortedAs: sorted)
        #expect(Described.name(name) == "Louis-Marie|d’|Auvergne|")
    }
}
