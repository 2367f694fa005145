/// Something that becomes one element of a row.
struct RowItem {
    /// `nil` for the invisible sign between a function and what it is applied to.
    var node: MathNode?
    var atomClass: (left: AtomClass, right: AtomClass)
    /// The operator that it is, or is built upon: the one that can carry spaces.
    var mark: String?
    /// The space before it that TeX would set.
    var gap = Ems.zero
    var attributes = MathMLWriter.MarkAttributes()

    /// The spaces that a browser would set.
    var defaults: (left: Ems, right: Ems)? {
        guard let mark else { return nil }
        return OperatorDictionary.spaces(of: mark, attributes.form ?? attributes.position)
    }
}
