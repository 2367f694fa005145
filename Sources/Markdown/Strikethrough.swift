import Bytes
import Markup

/// `~~text~~` and `~text~` among siblings (GFM, "Strikethrough").
///
/// cmark's own extension is not safe in parallel. It pairs runs of one or two tildes as delimiters; so
/// does this, over the text nodes of one parent.
struct Strikethrough {
    private struct Run {
        let node: Node
        let offset: Int
        let length: Int
        let canOpen: Bool
        let canClose: Bool
        var role = Role.text
    }

    enum Role { case text, opens, closes }

    /// Where a run of tildes stands.
    private struct Place: Hashable {
        let node: Node
        let offset: Int
    }

    private let first: Node?
    private let end: Node?
    /// What the paired runs do, by their places; `nil` until that is asked: on a page with a tilde, nearly no
    /// paragraph has one.
    private var roles: [Place: (role: Role, length: Int)]?

    /// Of the runs among `first` and its following siblings, up to one that is none of them.
    init(siblings first: Node?, upTo end: Node?) {
        self.first = first
        self.end = end
    }

    /// What the run of tildes at `offset` does, and how long it is.
    mutating func role(in node: Node, at offset: Int) -> (role: Role, length: Int)? {
        let roles = self.roles ?? pairedRoles()
        self.roles = roles
        return roles[Place(node: node, offset: offset)]
    }

    private func pairedRoles() -> [Place: (role: Role, length: Int)] {
        var runs: [Run] = []
        var current = first
        while let node = current, node != end {
            if node.kind == .text { Self.collect(node, into: &runs) }
            current = node.next
        }
        guard runs.count > 1 else { return [:] }
        Self.pair(&runs)
        var roles: [Place: (role: Role, length: Int)] = [:]
        for run in runs where run.role != .text {
            roles[Place(node: run.node, offset: run.offset)] = (run.role, run.length)
        }
        return roles
    }

    /// Pairs each run that closes with the last open one of its length.
    ///
    /// Open runs of each length are a stack of their own, so that no run is looked at twice.
    private static func pair(_ runs: inout [Run]) {
        var open: [[Int]] = [[], [], []]
        for index in runs.indices {
            let length = runs[index].length
            if runs[index].canClose, let match = open[length].popLast() {
                runs[match].role = .opens
                runs[index].role = .closes
                // What was opened in between cannot close any more: pairs nest.
                let other = 3 - length
                while let last = open[other].last, last > match { open[other].removeLast() }
            } else if runs[index].canOpen {
                open[length].append(index)
            }
        }
    }

    private static func collect(_ node: Node, into runs: inout [Run]) {
        let text = node.literal
        var addresses = AddressScan(text)
        var start = 0
        while let index = text.firstIndex(of: UInt8(ascii: "~"), in: start..<text.count) {
            var end = index
            while end < text.count, text[end] == UInt8(ascii: "~") { end += 1 }
            let length = end - index
            let isInAddress =
                addresses.reaches(index) && end < text.count && text[end].isASCIILetterOrDigit
            if length <= 2, !isInAddress {
                let before =
                    index > 0 ? Flank(before: index, in: text) : Flank(neighbor: node.previous)
                let after =
                    end < text.count ? Flank(after: end, in: text) : Flank(neighbor: node.next)
                let isLeft =
                    after != .space && (after != .punctuation || before != .word)
                let isRight =
                    before != .space && (before != .punctuation || after != .word)
                runs.append(
                    Run(
                        node: node, offset: index, length: length, canOpen: isLeft,
                        canClose: isRight))
            }
            start = end
        }
    }

    /// Tells whether a place stands within an address that becomes a link, as the tilde of
    /// `https://example.org/~ada` does.
    ///
    /// It is asked from left to right, so that a text without spaces is read once, however many
    /// tildes it has.
    private struct AddressScan {
        let text: UnsafeBufferPointer<UInt8>
        private var position = 0
        private var isInAddress = false

        init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

        mutating func reaches(_ index: Int) -> Bool {
            while position < index {
                switch text[position] {
                case ...0x20: isInAddress = false
                case UInt8(ascii: "/") where ends(with: "://"),
                    UInt8(ascii: ".") where ends(with: "www."):
                    isInAddress = true
                default: break
                }
                position += 1
            }
            return isInAddress
        }

        private func ends(with sign: StaticString) -> Bool {
            let start = position + 1 - sign.utf8CodeUnitCount
            return start >= 0
                && text[start...position].elementsEqual(
                    UnsafeBufferPointer(start: sign.utf8Start, count: sign.utf8CodeUnitCount))
        }
    }

    /// What stands beside a run, for the rule of left- and right-flanking runs.
    private enum Flank {
        case space, punctuation, word

        init(neighbor: Node?) {
            switch neighbor?.kind {
            case nil, .softBreak, .lineBreak: self = .space
            // Markup such as `*a*` or a code span begins and ends with a sign.
            case .some: self = .punctuation
            }
        }

        init(before index: Int, in text: UnsafeBufferPointer<UInt8>) {
            var start = index - 1
            while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
            self.init(String(decoding: text[start..<index], as: UTF8.self).unicodeScalars.first)
        }

        init(after index: Int, in text: UnsafeBufferPointer<UInt8>) {
            var end = index + 1
            while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
            self.init(String(decoding: text[index..<end], as: UTF8.self).unicodeScalars.first)
        }

        private init(_ scalar: Unicode.Scalar?) {
            guard let scalar, !scalar.properties.isWhitespace else {
                self = .space
                return
            }
            switch scalar.properties.generalCategory {
            case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
                .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol,
                .currencySymbol, .modifierSymbol, .otherSymbol:
                self = .punctuation
            default: self = .word
            }
        }
    }
}
