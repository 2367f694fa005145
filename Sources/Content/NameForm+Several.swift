/// Several people in what should be the name of one: "Bo Li and Ada Example", "Wei Zhang und Bo Li", "Ada Example / Bo Li".

import Bibliography
import Bytes

extension NameForm {
    /// Whether a text is the names of several people, joined by words or signs.
    ///
    /// - Parameters:
    ///   - name: The text.
    ///   - isAuthor: Whether it is cited: then “Bo and Ada” would be one person, called Ada.
    /// - Returns: `false` for what may be an organization.
    static func isSeveral(_ name: String, isAuthor: Bool = false) -> Bool {
        if isSeveralBeyondLatin(name) { return true }
        guard mayBeSeveral(name) else { return false }
        let (parts, joints) = parts(of: name)
        guard parts.count > 1 else { return false }
        if joints.contains(","), Set(joints) == [","] {
            return parts.allSatisfy { isPerson($0) && !hasSuffix($0) }
        }
        // A firm has the sign, “Johnson & Johnson”, and in other languages a name may have the word.
        let fewest = isAuthor && Set(joints).isSubset(of: [",", "and"]) ? 1 : 2
        return parts.allSatisfy { isPerson($0, words: fewest) }
    }

    /// The names of a text that is several, so that they can be written as items.
    static func people(in text: String) -> [String] {
        if isSeveralBeyondLatin(text) { return peopleBeyondLatin(in: text) }
        return parts(of: text).parts.map(String.init)
    }

    static func isPerson(_ name: Substring, words fewest: Int = 2) -> Bool {
        let words = name.split(separator: " ")
        let names = words.filter { !PersonName.isParticle($0) && !iberianJoints.contains($0) }
        guard let last = words.last, !PersonName.isParticle(last) else { return false }
        return (fewest...4).contains(names.count) && words.count < 8
            && names.allSatisfy { word in
                isCapitalized(withoutElision(word))
                    && !organizations.contains(word.lowercased())
                    && !foreignOrganizations.contains(word.lowercased())
            }
    }

    /// `Alembert` for `d’Alembert`.
    private static func withoutElision(_ word: Substring) -> Substring {
        let rest = word.drop(while: \.isLowercase)
        guard rest.startIndex > word.startIndex, let sign = rest.first, "'’".contains(sign) else {
            return word
        }
        return rest.dropFirst()
    }

    private static func hasSuffix(_ part: Substring) -> Bool {
        part.split(separator: " ").contains {
            suffixes.contains($0.lowercased().filter { $0 != "." })
        }
    }

    // MARK: - Parts

    /// By bytes: nearly no name has a sign that joins, and few a word in small letters.
    private static func mayBeSeveral(_ name: String) -> Bool {
        name.withUTF8Bytes { bytes in
            var previous: UInt8 = 0
            for byte in bytes {
                if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "&")
                    || byte == UInt8(ascii: "/") || previous == 0x20 && byte &- 0x61 < 26
                {
                    return true
                }
                previous = byte
            }
            return false
        }
    }

    /// What stands between words and signs that join names, and these.
    private static func parts(of name: String) -> (parts: [Substring], joints: [Substring]) {
        var parts: [[Substring]] = [[]]
        var joints: [Substring] = []
        func end(_ joint: Substring) {
            // The comma before “and” joins nothing by itself.
            if parts[parts.count - 1].isEmpty, joints.last == "," {
                joints[joints.count - 1] = joint
            } else {
                parts.append([])
                joints.append(joint)
            }
        }
        let words = name.replacing("/", with: " / ").split(separator: " ")
        for (index, word) in words.enumerated() {
            if self.joints.contains(word)
                || iberianJoints.contains(word) && isGiven(words[(index + 1)...])
            {
                end(word)
            } else if word.hasSuffix(",") {
                parts[parts.count - 1].append(word.dropLast())
                end(",")
            } else {
                parts[parts.count - 1].append(word)
            }
        }
        return (parts.map { Substring($0.joined(separator: " ")) }, joints)
    }

    private static let joints: Set<Substring> = [
        "and", "&", "/", "und", "et", "en", "och", "og", "ja", "ve", "oraz",
    ]
    /// Within a name, too: “José Ortega y Gasset”, “Domènech i Montaner”, “Sousa e Silva”.
    private static let iberianJoints: Set<Substring> = ["y", "e", "i"]

    /// Whether words begin with a given name and go on: behind it is another person, and no second family name.
    private static func isGiven(_ words: ArraySlice<Substring>) -> Bool {
        guard words.count > 1, let first = words.first else { return false }
        return isInitials(String(first)) || givenNames.contains(SortKey.of(String(first)))
    }

    /// Frequent ones where these words join, without accents; none that is a frequent family name as well (Martín,
    /// Ramón, Alonso, Simón).
    private static let givenNames = Set(
        """
        adriana agnieszka alberto alejandra alejandro alessandra alessandro alicia ana andrea andreia andres andrzej angela anna \
        antonella antonio barbara beatriz camila carla carlos carmen carolina catarina chiara claudia cristina daniel \
        daniela david diego eduardo elena elisa enrique eva ewa federica federico fernanda fernando filipe francesca \
        francesco francisco gabriela giorgio giovanni giulia giuseppe guillermo helena ignacio ines irene \
        isabel jan javier joan joana joao jordi jorge jose josep juan juana julia katarzyna laura leonardo lucia luigi luis \
        luisa luiz magdalena malgorzata manuel manuela marco marcin maria mariana mario marta mateo matteo mercedes \
        michal miguel monica montserrat nicola nuria pablo paola paolo patricia paula paulo pedro piotr pilar rafael raquel \
        ricardo roberto rodrigo rui salvatore sara sergio silvia sofia sonia stefano susana teresa tiago tomasz valentina \
        victor xavier yolanda
        """.split(separator: " ").map(String.init))

    /// Words in the names of organizations of other languages, without those that English has.
    private static let foreignOrganizations: Set<String> = [
        "akademie", "asociación", "associação", "associazione", "bundesamt", "bundesanstalt",
        "centro", "ministerium", "ministère", "ministerio", "ministero", "ministério",
        "département", "departamento", "dipartimento", "escuela", "escola", "école", "fakultät",
        "faculté", "facultad", "faculdade", "facoltà", "fondation", "fondazione", "fundación",
        "fundação", "gesellschaft", "groupe", "grupo", "gruppe", "gruppo", "hochschule", "hospital",
        "institut", "instituto", "instituut", "istituto", "laboratoire", "laboratorio",
        "laboratório", "museo", "musée", "observatoire", "observatorio", "redaktion", "sociedad",
        "sociedade", "società", "société", "stichting", "stiftung", "universidad", "universidade",
        "universitat", "universiteit", "università", "universität", "université", "verband",
        "verein", "zentrum", "équipe", "equipo", "équipes",
    ]
}
