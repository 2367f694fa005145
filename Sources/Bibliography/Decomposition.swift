import Bytes
@_spi(_Unicode) import Swift

extension String {
    /// The scalars of the canonical decomposition (Unicode Standard Annex 15).
    var decomposedScalars: some Sequence<Unicode.Scalar> { _nfd }

    /// The text in Normalization Form C.
    var composed: String {
        guard !isASCII else { return self }
        var view = UnicodeScalarView()
        view.append(contentsOf: _nfc)
        return String(view)
    }
}
