/// Sources that could not be read as pages.
///
/// Why is told once, at the file; whatever needs the page is not a second mistake.
package struct UnreadPages: Sendable {
    /// The addresses that their names stand for, by their paths.
    private let permalinks: [String: String]
    private let addresses: Set<String>
    /// The addresses of the folders around them.
    private let folders: Set<String>
    /// In bytes: no longer address has to be looked for.
    private let longest: Int

    init(_ permalinks: [String: String]) {
        self.permalinks = permalinks
        addresses = Set(permalinks.values)
        longest = addresses.lazy.map(\.utf8.count).max() ?? 0
        folders = Set(
            addresses.flatMap { address in
                address.utf8.dropLast().indices.lazy
                    .filter { address.utf8[$0] == UInt8(ascii: "/") }
                    .map { String(address[...$0]) }
            })
    }

    package var isEmpty: Bool { permalinks.isEmpty }

    /// The paths of the sources, in order.
    package var sources: [String] { permalinks.keys.sorted() }

    func contains(source path: String) -> Bool { permalinks[path] != nil }

    func contains(address: String) -> Bool { addresses.contains(address) }

    /// Whether there may be a page, or a file of one, at an address with a slash at its end if they could be read:
    /// people, topics, works and sections may have no other page.
    package func mayHave(_ address: String) -> Bool {
        guard !isEmpty else { return false }
        if folders.contains(address)
            || GeneratedList.allCases.contains(where: { address.hasPrefix($0.permalink.path) })
        {
            return true
        }
        let bytes = address.utf8
        let end = bytes.index(bytes.startIndex, offsetBy: longest, limitedBy: bytes.endIndex)
        return bytes[..<(end ?? bytes.endIndex)].indices.contains {
            bytes[$0] == UInt8(ascii: "/") && addresses.contains(String(address[...$0]))
        }
    }
}
