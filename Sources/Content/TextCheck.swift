import Bytes
package import Diagnostics

/// What every text file of a site must be: UTF-8 without NUL and other controls, and not too large.
package enum TextCheck {
    package static func diagnostic(
        for bytes: [UInt8], path: String, maximumSize: Int
    ) -> Diagnostic? {
        guard bytes.count <= maximumSize else {
            return Diagnostic(
                "file.too-large",
                "The file has \(bytes.count) bytes; at most \(maximumSize) are read.",
                at: SourceSpan(file: path))
        }
        let (nul, invalid) = bytes.withUnsafeBufferPointer {
            ($0.firstIndex(of: 0, in: 0..<$0.count), $0.firstInvalidUTF8)
        }
        if let nul {
            return Diagnostic(
                "file.nul-byte", "The file holds a NUL byte: it is not a text.",
                at: SourceSpan(path, nul..<nul + 1))
        }
        if let place = invalid {
            return Diagnostic(
                "file.not-utf8",
                "The byte 0x\(String(bytes[place], radix: 16)) here is not UTF-8: save the file in "
                    + "that encoding.", at: SourceSpan(path, place..<place + 1))
        }
        return nil
    }

    /// Each control character of a text, up to so many: a file of them is mended by other means than a list.
    ///
    /// Word processors and copies from PDFs leave them behind. Readers would see nothing, or words run together;
    /// feeds could not be read.
    package static func controlCharacters(
        in bytes: [UInt8], path: String, limit: Int = 20
    ) -> [Diagnostic] {
        bytes.withUnsafeBufferPointer { bytes in
            var diagnostics: [Diagnostic] = []
            var start = 0
            while diagnostics.count < limit, let index = bytes.firstControl(from: start) {
                // Of one, two or three bytes.
                let end = index + (bytes[index] < 0x80 ? 1 : bytes[index] == 0xC2 ? 2 : 3)
                start = end
                let character = String(decoding: bytes[index..<end], as: UTF8.self)
                guard let scalar = character.unicodeScalars.first else { continue }
                diagnostics.append(
                    Diagnostic(
                        "text.control-character",
                        "Here stands the control character \(ControlCharacter.name(scalar)), which nobody sees. "
                            + ControlCharacter.advice(scalar), at: SourceSpan(path, index..<end)))
            }
            return diagnostics
        }
    }

    /// What is wrong with a text that is read as a whole or not at all.
    package static func diagnostics(
        for bytes: [UInt8], path: String, maximumSize: Int
    ) -> [Diagnostic] {
        if let problem = diagnostic(for: bytes, path: path, maximumSize: maximumSize) {
            return [problem]
        }
        return controlCharacters(in: bytes, path: path)
    }
}
