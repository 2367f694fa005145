/// A file that is to be made, as a value: who writes it sees that nothing is overwritten.
package struct NewFile: Hashable, Sendable {
    /// Relative to the folder that it will stand in, `/` between its parts.
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    package init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}
