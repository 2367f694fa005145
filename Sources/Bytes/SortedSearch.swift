extension RandomAccessCollection {
    /// The first index of the elements for which a condition holds, in a collection that has all of these at its
    /// end (as in Swift Algorithms).
    @inlinable
    public func partitioningIndex(where belongsToEnd: (Element) -> Bool) -> Index {
        var (start, count) = (startIndex, count)
        while count > 0 {
            let half = count / 2
            let middle = index(start, offsetBy: half)
            if belongsToEnd(self[middle]) {
                count = half
            } else {
                start = index(after: middle)
                count -= half + 1
            }
        }
        return start
    }
}
