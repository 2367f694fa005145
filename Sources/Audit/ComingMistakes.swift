/// What will be wrong as soon as a page appears or ends by itself: nobody looks on then, and the site could not be
/// published any more.

package import Build
import Content
package import Diagnostics
package import Files
package import Markup

package enum ComingMistakes {
    /// For each moment the site is linked anew.
    private static let mostMoments = 20

    /// What a build finds at the times to come, as warnings.
    ///
    /// - Parameters:
    ///   - sources: The site.
    ///   - known: What a build finds now.
    ///   - files: Where the sources were read.
    ///   - now: The time of the build.
    /// - Returns: Each finding once, with the moment from which it holds. Of many moments, those that come first and
    ///   the last are looked at.
    package static func diagnostics(
        of sources: SiteSources, besides known: [Diagnostic], _ files: any FileSystem,
        after now: Moment
    ) async -> [Diagnostic] {
        var known = Set(known.map(Finding.init))
        var found: [Diagnostic] = []
        let all = moments(of: sources, after: now)
        let moments = all.prefix(mostMoments) + all.dropFirst(mostMoments).suffix(1)
        for (moment, reason) in moments {
            let site = await BuiltSite(linking: sources.at(moment), files: files)
            for var diagnostic in site.diagnostics
            where known.insert(Finding(diagnostic)).inserted {
                diagnostic.severity = .warning
                diagnostic.notes.append(
                    Diagnostic.Note("This holds from \(moment.rfc3339) on, when \(reason)."))
                found.append(diagnostic)
            }
        }
        return found
    }

    /// What makes two findings one: what they count may have changed in between.
    private struct Finding: Hashable {
        let id: Diagnostic.ID
        let span: SourceSpan?
        let message: String?

        init(_ diagnostic: Diagnostic) {
            id = diagnostic.id
            span = diagnostic.span
            message = span == nil ? diagnostic.message : nil
        }
    }

    /// When readers will see another site though nobody has changed it, and what happens then.
    private static func moments(
        of sources: SiteSources, after now: Moment
    ) -> [(moment: Moment, reason: String)] {
        var reasons: [Moment: String] = [:]
        for case let page? in sources.parsed.sources.map(\.page) where !page.metadata.isDraft {
            if let start = page.metadata.publishAt?.value, start > now, reasons[start] == nil {
                reasons[start] = "‘\(page.path)’ is published"
            }
            if let end = page.metadata.expiresAt?.value, end > now, reasons[end] == nil {
                reasons[end] = "‘\(page.path)’ expires"
            }
        }
        return reasons.sorted { $0.key < $1.key }.map { (moment: $0.key, reason: $0.value) }
    }
}
