/// A width, in ten-thousandths of the font's size.
///
/// TeX's unit between atoms is an eighteenth (mu), which is rounded here once.
struct Ems: Hashable, Comparable, Sendable {
    var tenThousandths: Int

    static let zero = Ems(tenThousandths: 0)
    /// TeX's spaces: 3, 4 and 5 mu.
    static let thin = Ems(tenThousandths: 1667)
    static let medium = Ems(tenThousandths: 2222)
    static let thick = Ems(tenThousandths: 2778)
    static let quad = Ems(tenThousandths: 10_000)

    static func < (a: Ems, b: Ems) -> Bool { a.tenThousandths < b.tenThousandths }
    static func + (a: Ems, b: Ems) -> Ems {
        Ems(tenThousandths: a.tenThousandths &+ b.tenThousandths)
    }
    static func - (a: Ems, b: Ems) -> Ems {
        Ems(tenThousandths: a.tenThousandths &- b.tenThousandths)
    }
    static prefix func - (a: Ems) -> Ems { .zero - a }
}
