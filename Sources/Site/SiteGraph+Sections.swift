/// Sections, series and old addresses.

import Content
import Diagnostics
import Markup

extension SiteGraph {
    /// Every folder that holds a publication or has an `index.md` of its own becomes a section with
    /// a listing.
    ///
    /// `people` and `topics` are indices of another kind, and the root is the home page.
    mutating func linkSections() {
        var idByPath: [String: SectionID] = [:]
        for (index, page) in pages.enumerated() where page.source.role == .sectionIndex {
            idByPath[page.permalink.path] = SectionID(sections.count)
            sections.append(
                SiteSection(permalink: page.permalink, title: page.title, record: PageID(index)))
        }
        for index in pages.indices
        where pages[index].source.role == .page && !pages[index].source.section.isEmpty {
            let folder = pages[index].source.section
            let permalink = Permalink(folder)
            if let known = idByPath[permalink.path] {
                pages[index] = pages[index].with { $0.section = known }
            } else if pages[index].isPublication {
                let id = SectionID(sections.count)
                idByPath[permalink.path] = id
                sections.append(
                    SiteSection(
                        permalink: permalink, title: Self.title(of: folder), record: nil))
                pages[index] = pages[index].with { $0.section = id }
            }
        }
        for index in sections.indices {
            var path = sections[index].permalink.path.dropLast()
            while let slash = path.lastIndex(of: "/") {
                path = path[..<slash]
                guard let parent = idByPath[path + "/"] else { continue }
                sections[index].parent = parent
                sections[parent.index].children.append(SectionID(index))
                break
            }
        }
        fillSections()
    }

    private mutating func fillSections() {
        for id in publications {
            var section = pages[id.index].section
            while let current = section {
                sections[current.index].publications.append(id)
                section = sections[current.index].parent
            }
        }
        for (index, page) in pages.enumerated() where page.source.role == .page {
            if !page.isPublication, let section = page.section {
                sections[section.index].pages.append(PageID(index))
            }
        }
        let permalinks = sections.map(\.permalink)
        for index in sections.indices {
            sections[index].pages = inOrder(sections[index].pages, of: sections[index])
            sections[index].children.sort { permalinks[$0.index] < permalinks[$1.index] }
        }
    }

    /// `policy-briefs` reads "Policy briefs".
    private static func title(of folder: [Slug]) -> String {
        let words = (folder.last?.rawValue ?? "").split(separator: "-").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// Groups the publications of a series, by part number where they have one, else by date.
    ///
    /// A part in several languages is one part.
    mutating func linkSeries() {
        for id in publications.reversed() {
            guard let part = pages[id.index].source.metadata.series else { continue }
            let key = Self.nameKey(part.name.value)
            guard !followsAVersion(id, inSeries: key) else { continue }
            if let known = seriesByName[key] {
                series[known].parts.append(id)
            } else {
                seriesByName[key] = series.count
                series.append(Series(name: part.name.value, parts: [id]))
            }
        }
        for index in series.indices {
            // The parts are in the order of their dates: a stable sort by number keeps it.
            let numbered = series[index].parts.enumerated().sorted { a, b in
                let (partA, partB) = (seriesNumber(a.element), seriesNumber(b.element))
                return partA == partB ? a.offset < b.offset : partA < partB
            }
            series[index].parts = numbered.map(\.element)
            reportRepeatedParts(of: series[index])
        }
    }

    private func followsAVersion(_ id: PageID, inSeries key: String) -> Bool {
        pages[id.index].translations.prefix { $0 != id }.contains { version in
            let page = pages[version.index]
            return page.isPublication
                && page.source.metadata.series.map { Self.nameKey($0.name.value) } == key
        }
    }

    private func seriesNumber(_ id: PageID) -> Int {
        pages[id.index].source.metadata.series?.part ?? .max
    }

    private mutating func reportRepeatedParts(of series: Series) {
        for (a, b) in zip(series.parts, series.parts.dropFirst()) {
            let (first, second) = (min(a, b), max(a, b))
            guard let part = pages[second.index].source.metadata.series,
                let number = part.part, number == seriesNumber(first)
            else { continue }
            let other = pages[first.index]
            diagnostics.append(
                Diagnostic(
                    "series.repeated-part",
                    "The series ‘\(series.name)’ has two parts with the number \(number).",
                    at: SourceSpan(pages[second.index].path, part.name.bytes),
                    notes: [
                        Diagnostic.Note("The other is ‘\(other.title)’, \(other.path).")
                    ]))
        }
    }

    /// Old addresses: those of pages, and those of `site.yaml` that a page can stand at.
    mutating func linkRedirects() {
        for (index, page) in pages.enumerated() {
            for alias in page.source.metadata.aliases {
                redirects.append(
                    Redirect(
                        from: alias.value, path: alias.value, target: .page(PageID(index))))
            }
        }
        for (index, redirect) in configuration.redirects.enumerated()
        where !redirect.isWildcard {
            let path = redirect.source.value
            redirects.append(
                Redirect(from: path.percentEncodedPath, path: path, target: .setting(index)))
        }
    }
}
