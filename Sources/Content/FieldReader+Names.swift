/// Names in bylines and in thanks that are more than one name, or another form of it.

import Bytes
import Diagnostics

extension FieldReader {
    /// Warns where the item of a list is not the name of one person.
    ///
    /// - Parameters:
    ///   - name: The item.
    ///   - isAuthor: Whether it stands under `authors`, where an organization can be said to be one.
    mutating func checkForm(of name: Located<String>, isAuthor: Bool) {
        let text = name.value
        guard !NameForm.isPlain(text) else { return }
        let organization = isAuthor ? " An organization has ‘organization: true’." : ""
        if let rest = NameForm.withoutJoint(text) {
            report(
                "author.joint", "‘\(text)’ begins with the word that joins names: write ‘\(rest)’.",
                at: name.bytes, repair: rest)
        } else if text.contains(byte: UInt8(ascii: ";"))
            || NameForm.isSeveral(text, isAuthor: isAuthor)
        {
            report(
                "author.several",
                "‘\(text)’ looks like several people: write each as an item of the list\(order(in: text)).\(organization)",
                at: name.bytes, severity: .warning)
        } else if let upright = NameForm.upright(text) {
            report(
                "author.inverted",
                "‘\(text)’ stands in \(isAuthor ? "the byline" : "the thanks") as it is written: write ‘\(upright)’."
                    + organization,
                at: name.bytes, repair: upright, severity: .warning)
        } else if let (rest, addition) = NameForm.addition(to: text) {
            report(rest, addition, of: name, isAuthor, organization)
        } else if !isAuthor, NameForm.isGroup(text) {
            report(
                "acknowledgements.not-a-person",
                "‘\(text)’ would have a page like a person. Whoever is thanked without a name is thanked in "
                    + "words, in a section ‘## Acknowledgements’ of the text.", at: name.bytes,
                severity: .warning)
        }
    }

    /// “García Márquez, Gabriel José” has the same form as “Wei Zhang, Bo Li”.
    private func order(in text: String) -> String {
        text.utf8.count { $0 == UInt8(ascii: ",") } == 1 && NameForm.people(in: text).count == 2
            ? ", each with the given name first" : ""
    }

    private mutating func report(
        _ rest: String, _ addition: NameForm.Addition, of name: Located<String>,
        _ isAuthor: Bool, _ organization: String
    ) {
        var advice: String
        switch addition {
        case .mark:
            advice =
                "has the mark of a note behind it, and would be another person than ‘\(rest)’: write ‘\(rest)’."
            if isAuthor {
                advice +=
                    " What the note says is told by ‘affiliation’, ‘equal’ or ‘corresponding’."
            }
        case .address where rest.isEmpty:
            advice = "is an address, and would be shown as a name: write the name."
        case .address: advice = "has an address in it: write ‘\(rest)’."
        case .institution(let institution) where isAuthor:
            advice =
                "would be another person than ‘\(rest)’: write ‘{name: \(rest), affiliation: \(institution)}’."
                + organization
        case .spelling(let other):
            advice =
                "would be another person than ‘\(rest)’: write ‘\(rest)’; ‘\(other)’ stands under ‘names’ of a "
                + "record in content/people/."
        case .institution:
            advice = "would be another person than ‘\(rest)’: write ‘\(rest)’."
        }
        let isWhole = rest.isEmpty || addition != .mark && addition != .address
        report(
            "author.addition", "‘\(name.value)’ \(advice)", at: name.bytes,
            repair: isWhole ? nil : rest, severity: .warning)
    }

    /// `[Example, A., Li, B.]`: YAML takes each comma for the end of an item.
    mutating func checkInitials(_ names: [Located<String>]) {
        for (family, initials) in zip(names, names.dropFirst())
        where NameForm.isInitials(initials.value) && !family.value.contains(" ") {
            report(
                "author.inverted",
                "‘\(initials.value)’ would be a person: a comma ends an item. Write ‘\(initials.value) "
                    + "\(family.value)’ as one.", at: initials.bytes, severity: .warning)
        }
    }
}
