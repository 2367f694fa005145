/// What a place in a cited work leads to, and what can be wrong with it.

import Diagnostics

extension PDFLocation {
    /// No file has more pages, and those before its first page are fewer; sums of two are numbers, too.
    static let pageNumbers = -9_999_999...9_999_999

    /// What is wrong with a place.
    enum Problem: Error, Equatable {
        case unknownSection(String, hint: String?, first: String, last: String)
        case pastTheEnd(Int, count: Int)
        case zero
        case reversed(first: String, last: String)
    }

    /// The address of a place in the file: `#page=` counts pages of the file (RFC 8118, section 3).
    func link(to target: LocatorText.Target) throws(Problem) -> String? {
        try Self.check(target)
        switch target {
        case .other: return nil
        case .pages(let first, let last):
            let end = last.map { Self.completed($0, after: first) } ?? first
            if let count = pageCount, end > count - pageOffset {
                throw .pastTheEnd(end, count: count - pageOffset)
            }
            return "\(url)#page=\(first + pageOffset)"
        case .sections(let first, let last):
            guard !sections.isEmpty else { return nil }
            let page = try page(ofSection: first)
            if let last, try self.page(ofSection: last) < page {
                throw .reversed(first: first, last: last)
            }
            return "\(url)#page=\(page + pageOffset)"
        }
    }

    /// What is wrong with a place, whatever the work.
    static func check(_ target: LocatorText.Target) throws(Problem) {
        guard case .pages(let first, let last) = target else { return }
        guard first > 0 else { throw .zero }
        if let last, completed(last, after: first) < first {
            throw .reversed(first: String(first), last: String(last))
        }
    }

    private func page(ofSection number: String) throws(Problem) -> Int {
        if let section = sections.first(where: { $0.number == number }) { return section.page }
        throw .unknownSection(
            number, hint: Spelling.closest(to: number, in: sections.map(\.number)),
            first: sections[0].number, last: sections[sections.count - 1].number)
    }

    /// The end of a range whose leading digits were left out: `112-8` means 112 to 118.
    private static func completed(_ last: Int, after first: Int) -> Int {
        let (start, end) = (String(first), String(last))
        guard end.count < start.count else { return last }
        return Int(start.dropLast(end.count) + end) ?? last
    }
}
