/// What nodes are to their neighbours.

extension MathNode {
    /// The classes that a node shows at its two sides.
    var atomClass: (left: AtomClass, right: AtomClass) {
        switch self {
        case .symbol(let symbol): return (symbol.atomClass, symbol.atomClass)
        case .delimiter(let delimiter): return (delimiter.atomClass, delimiter.atomClass)
        // TeX has an atom of its own for these, which puts space between a function and its
        // argument; this is what the package mleftright mends.
        case .fenced: return (.opening, .closing)
        case .scripted(let scripted): return scripted.base.atomClass
        case .stacked(let base, _, _):
            // As of a sign by itself, though it stands in braces.
            let content = base.unwrapped
            return content.count == 1 ? content[0].atomClass : (.ordinary, .ordinary)
        case .styled(.framed, _): return (.ordinary, .ordinary)
        case .styled(_, let nodes):
            guard let first = nodes.first, let last = nodes.last else {
                return (.ordinary, .ordinary)
            }
            // To ask the same node twice would double the work at each level.
            let left = first.atomClass
            return nodes.count == 1 ? left : (left.left, last.atomClass.right)
        case .classed(let atomClass, _, _): return (atomClass, atomClass)
        case .group, .fraction, .root, .accented, .text, .space, .phantom, .table, .tag:
            return (.ordinary, .ordinary)
        }
    }

    /// The operator that a node is or is built upon: in MathML it carries the spaces of all.
    var mark: String? {
        switch self {
        case .symbol(let symbol): symbol.element == .mark ? symbol.text : nil
        case .delimiter(let delimiter): delimiter.text
        case .group(let nodes), .styled(_, let nodes): nodes.count == 1 ? nodes[0].mark : nil
        case .scripted(let scripted): scripted.base.mark
        case .stacked(let base, _, _), .accented(let base, _): base.mark
        case .classed(_, let content, _), .phantom(_, let content): content.mark
        case .fenced, .fraction, .root, .text, .space, .table, .tag: nil
        }
    }

    /// Where the operator of ``mark`` stands in the markup: that decides what browsers take it for.
    enum MarkPlace {
        /// In the row itself.
        case row
        /// By itself in an element.
        case single
        /// As what scripts or accents belong to.
        case base
    }

    var markPlace: MarkPlace {
        switch self {
        case .symbol, .delimiter, .fenced, .fraction, .root, .text, .space, .table, .tag: .row
        case .group(let nodes): nodes.first?.markPlace ?? .row
        case .classed(_, let content, _): content.markPlace
        case .styled(_, let nodes): nodes.first?.markPlace.inside(.single) ?? .single
        case .phantom(_, let content): content.markPlace.inside(.single)
        case .scripted(let scripted): scripted.base.markPlace.inside(.base)
        case .stacked(let base, _, _), .accented(let base, _): base.markPlace.inside(.base)
        }
    }

    /// Whether a node is a function's name, with or without scripts.
    var isFunction: Bool {
        switch self {
        case .symbol(let symbol):
            symbol.atomClass == .largeOperator && symbol.element != .mark
        case .scripted(let scripted): scripted.base.isFunction
        case .classed(let atomClass, let content, _):
            atomClass == .largeOperator && content.mark == nil
        case .group, .fenced, .delimiter, .fraction, .root, .stacked, .accented, .text, .space,
            .styled, .phantom, .table, .tag:
            false
        }
    }

    var isSpace: Bool {
        if case .space = self { true } else { false }
    }

    /// Whether MathML takes a node for a kind of space.
    var isSpaceLike: Bool {
        switch self {
        case .text(let pieces):
            pieces.allSatisfy {
                switch $0 {
                case .words: true
                case .formula: false
                }
            }
        case .phantom(_, let content): content.mark == nil
        case .tag: true
        case .symbol, .group, .fenced, .delimiter, .scripted, .fraction, .root, .stacked,
            .accented, .space, .styled, .classed, .table:
            false
        }
    }
}

extension MathNode.MarkPlace {
    /// The place in an element of which this is the content; the innermost element counts.
    fileprivate func inside(_ outer: Self) -> Self { self == .row ? outer : self }
}
