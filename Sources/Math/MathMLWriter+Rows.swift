/// Rows of atoms, with TeX's spaces between them.

import Bytes

extension MathMLWriter {
    /// Writes `nodes` as exactly one element: a row only where there is not one already.
    ///
    /// Operators that are alone in their place have no spaces round them, unless the place is a row
    /// by itself.
    mutating func write(
        _ nodes: [MathNode], asOneIn place: Place, _ mark: MarkAttributes = .none,
        isAlone: Bool = true
    ) {
        if nodes.count == 1, isAlone || nodes[0].mark == nil, !nodes[0].isSpace {
            write(nodes[0], in: place, mark)
        } else if nodes.isEmpty {
            // Not an empty row: browsers would take that for a space, and other things for it.
            out.append("<mi></mi>")
        } else {
            writeRowElement(nodes, in: place)
        }
    }

    mutating func writeRowElement(_ nodes: [MathNode], in place: Place) {
        out.append("<mrow>")
        writeRow(nodes, in: place)
        out.append("</mrow>")
    }

    /// Writes the elements of a row; `before` is the class of what stands before it.
    mutating func writeRow(_ nodes: [MathNode], in place: Place, after before: AtomClass? = nil) {
        var (items, rest) = items(of: nodes)
        settleBinaries(&items, after: before)
        setGaps(&items, in: place, after: before)
        insertApplications(&items)
        let spaces = distribute(&items, rest: rest)
        for (item, space) in zip(items, spaces) {
            if space != .zero { writeSpace(space) }
            if let node = item.node {
                write(node, in: place, item.attributes)
            } else {
                write(MathSymbol("\u{2061}", .mark), item.attributes)
            }
        }
        if let last = spaces.last, last != .zero { writeSpace(last) }
    }

    /// The items, each with the written space before it, and the space behind the last.
    private func items(of nodes: [MathNode]) -> (items: [RowItem], rest: Ems) {
        var items: [RowItem] = []
        items.reserveCapacity(nodes.count)
        var kern = Ems.zero
        for node in nodes {
            if case .space(let width) = node {
                kern = kern + width
                continue
            }
            var margin = Ems.zero
            if case .symbol(let symbol) = node { margin = symbol.margin }
            if case .tag = node { kern = .quad + .quad }
            kern = kern + margin
            items.append(
                RowItem(node: node, atomClass: node.atomClass, mark: node.mark, gap: kern))
            kern = margin
        }
        return (items, kern)
    }

    /// A binary operator needs something at both sides; else it is a sign of what it stands by.
    private func settleBinaries(_ items: inout [RowItem], after before: AtomClass?) {
        var previous = before
        for index in items.indices {
            switch items[index].atomClass.left {
            case .binary:
                switch previous {
                case nil, .binary, .largeOperator, .relation, .opening, .punctuation:
                    items[index].atomClass = (.ordinary, .ordinary)
                case .ordinary, .closing, .inner: break
                }
            case .relation, .closing, .punctuation:
                if previous == .binary { items[index - 1].atomClass = (.ordinary, .ordinary) }
            case .ordinary, .largeOperator, .opening, .inner: break
            }
            previous = items[index].atomClass.right
        }
        if previous == .binary, let last = items.indices.last {
            items[last].atomClass = (.ordinary, .ordinary)
        }
    }

    private func setGaps(_ items: inout [RowItem], in place: Place, after before: AtomClass?) {
        var previous = before
        var binary: String?
        for index in items.indices {
            let item = items[index]
            if let previous {
                var gap = AtomClass.space(
                    previous, item.atomClass.left, inScript: place.isScript)
                // Products stand a little closer in MathML than in TeX, and well.
                if item.atomClass.left == .binary { binary = item.mark }
                if gap == .medium, let sign = binary,
                    OperatorDictionary.spaces(of: sign, .infix).left == .thin
                {
                    gap = .thin
                }
                items[index].gap = items[index].gap + gap
            }
            previous = item.atomClass.right
            binary = item.atomClass.right == .binary ? item.mark : nil
        }
    }

    /// Puts U+2061 between a function's name and its argument.
    private func insertApplications(_ items: inout [RowItem]) {
        guard items.contains(where: { $0.node?.isFunction == true }) else { return }
        var result: [RowItem] = []
        result.reserveCapacity(items.count + 4)
        for item in items {
            if result.last?.node?.isFunction == true {
                switch item.atomClass.left {
                case .ordinary, .largeOperator, .opening, .inner:
                    result.append(
                        RowItem(atomClass: (.ordinary, .ordinary), mark: "\u{2061}"))
                case .binary, .relation, .closing, .punctuation: break
                }
            }
            result.append(item)
        }
        items = result
    }

    /// Gives each gap to the operators at its sides, as far as a browser would not set it anyway.
    ///
    /// Returns what has to be written as space: before each item, and behind the last.
    private func distribute(_ items: inout [RowItem], rest: Ems) -> [Ems] {
        var spaces = [Ems](repeating: .zero, count: items.count + 1)
        // Next to nothing but text, an operator makes the whole row an operator, and its spaces go
        // to the row's ends.
        let isEmbellished =
            items.count > 1
            && items.allSatisfy { $0.mark != nil || $0.node?.isSpaceLike == true }
            && items.count { $0.mark != nil } == 1
        for index in items.indices { settleForm(&items, index) }
        for index in 0...items.count {
            let gap = index < items.count ? items[index].gap : rest
            let left = index > 0 ? items[index - 1].defaults?.right : nil
            let right = index < items.count ? items[index].defaults?.left : nil
            if isEmbellished || gap < .zero {
                if let left, left != .zero { items[index - 1].attributes.right = .zero }
                if let right, right != .zero { items[index].attributes.left = .zero }
                spaces[index] = gap
                continue
            }
            switch (left, right) {
            case (nil, nil): spaces[index] = gap
            case (nil, let right?):
                if right != gap { items[index].attributes.left = gap }
            case (let left?, nil):
                if left != gap { items[index - 1].attributes.right = gap }
            case (let left?, let right?):
                if left + right == gap { continue }
                if gap == left {
                    items[index].attributes.left = .zero
                } else if gap >= right {
                    items[index - 1].attributes.right = gap - right
                } else if gap >= left {
                    items[index].attributes.left = gap - left
                } else {
                    items[index - 1].attributes.right = .zero
                    items[index].attributes.left = gap
                }
            }
        }
        return spaces
    }

    /// Says where an operator stands, and of one that browsers would take for another what it is.
    private func settleForm(_ items: inout [RowItem], _ index: Int) {
        guard let mark = items[index].mark, let node = items[index].node else { return }
        let position: OperatorDictionary.Form
        switch node.markPlace {
        case .row where items.count > 1 && index == 0: position = .prefix
        case .row where items.count > 1 && index == items.count - 1: position = .postfix
        case .row, .single: position = .infix
        // Not all browsers agree on a base.
        case .base: position = OperatorDictionary.dependsOnForm(mark) ? .prefix : .infix
        }
        items[index].attributes.position = position
        guard OperatorDictionary.dependsOnForm(mark), items.count > 1 else { return }
        let isBase = node.markPlace == .base
        let form: OperatorDictionary.Form
        switch items[index].atomClass.left {
        case .binary, .relation: form = .infix
        case .opening: form = .prefix
        case .closing: form = .postfix
        case .ordinary, .largeOperator, .punctuation, .inner:
            if OperatorDictionary.isSign(mark) {
                // At the end of a row the dictionary has no sign without spaces.
                guard isBase || position == .infix else { return }
                form = .prefix
            } else {
                guard isBase else { return }
                form = .postfix
            }
        }
        if isBase || form != position { items[index].attributes.form = form }
    }
}
