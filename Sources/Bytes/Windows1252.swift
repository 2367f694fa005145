/// The signs of Windows-1252 that are other characters in Unicode (WHATWG Encoding, "windows-1252").
package enum Windows1252 {
    package static let bytes: [Unicode.Scalar: UInt8] = [
        "€": 0x80, "‚": 0x82, "ƒ": 0x83, "„": 0x84, "…": 0x85, "†": 0x86, "‡": 0x87, "ˆ": 0x88,
        "‰": 0x89, "Š": 0x8A, "‹": 0x8B, "Œ": 0x8C, "Ž": 0x8E, "‘": 0x91, "’": 0x92, "“": 0x93,
        "”": 0x94, "•": 0x95, "–": 0x96, "—": 0x97, "˜": 0x98, "™": 0x99, "š": 0x9A, "›": 0x9B,
        "œ": 0x9C, "ž": 0x9E, "Ÿ": 0x9F,
    ]

    /// The sign that a byte stands for, where Unicode has a control character of this number.
    package static func sign(_ control: Unicode.Scalar) -> Unicode.Scalar? {
        bytes.first { $0.value == control.value }?.key
    }
}
