extension String {
    /// The folders that a path lies in, from the innermost out.
    package var foldersAround: UnfoldSequence<Substring, Substring> {
        sequence(state: self[...]) { path in
            // By bytes: a slash is never part of another character.
            guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
            path = path[..<slash]
            return path
        }
    }
}
