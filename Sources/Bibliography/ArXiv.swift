/// Identifiers of arXiv: `2108.07258`, and `hep-th/9711200` before 2007.
enum ArXiv {
    /// Without what people put before it: `arXiv:`, or an address.
    static func identifier(_ text: String) -> String {
        let lower = text.lowercased()
        for start in ["arxiv:", "https://arxiv.org/abs/", "http://arxiv.org/abs/"]
        where lower.hasPrefix(start) {
            return String(text.dropFirst(start.count)).trimmed
        }
        return text
    }
}
