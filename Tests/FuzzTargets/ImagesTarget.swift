import Content

/// Headers of pictures: measures are of a picture, or there are none.
enum ImagesTarget {
    @Sendable static func run(_ bytes: [UInt8]) {
        _ = ImageSize.isImage(bytes)
        guard let size = ImageSize(of: bytes) else { return }
        precondition(size.width > 0 && size.height > 0, "a picture without a measure")
        // Numbers of 32 bits in any format; a template multiplies them.
        precondition(size.width <= 1 << 32 && size.height <= 1 << 32, "a measure beyond bounds")
    }
}
