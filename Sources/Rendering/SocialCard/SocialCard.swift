/// The image of a publication that has none of its own: a drawing (SVG), of which the publisher has pixels
/// made, since the networks where pages are shared show no drawings.

import Bytes
import Content
import Markup
import Site
import Templates

enum SocialCard {
    static let width = 1200
    static let height = 630
    static let margin = 80
    /// Where the title may stand, and how high its lines are in percent of its type.
    static let titleRange = 130..<470
    static let lineHeight = 115
    /// Large for most titles, smaller for long ones, and how many lines each gives.
    static let titleSizes: [(size: Int, lines: Int)] = [(84, 2), (70, 3), (58, 4), (48, 5)]
    static let textSize = 30

    static func breaker(size: Int) -> LineBreaker {
        LineBreaker(width: (width - 2 * margin) * 1000 / size)
    }

    static func title(_ text: String) -> (lines: [String], size: Int) {
        for (size, limit) in titleSizes {
            if let lines = breaker(size: size).lines(of: text, atMost: limit) {
                return (lines, size)
            }
        }
        let (size, limit) = titleSizes[titleSizes.count - 1]
        return (breaker(size: size).cutLines(of: text, to: limit), size)
    }
}

extension RenderedSite {
    /// Appends the drawing.
    func renderSocialCard(of id: PageID, into output: inout OutputBuffer) {
        let page = graph[id]
        let language = page.language ?? configuration.language
        let direction = LanguageTag.direction(of: language)
        let (lines, size) = SocialCard.title(page.title)
        let byline = wording(of: page).words.conjunction.join(
            page.source.metadata.authors.map(\.name.value))
        let text = SocialCard.breaker(size: SocialCard.textSize)
        let room = SocialCard.titleRange.count - lines.count * size * SocialCard.lineHeight / 100
        let record = SocialCardRecord(
            titleLines: lines, titleSize: size,
            titleTop: SocialCard.titleRange.lowerBound + room / 2,
            bylineLines: text.cutLines(of: byline, to: 2),
            siteName: text.cutLines(of: configuration.title, to: 1).first ?? "",
            language: language, direction: direction,
            start: direction == "rtl" ? SocialCard.width - SocialCard.margin : SocialCard.margin)
        templates.socialCard.render(record, language: language, into: &output)
    }

    /// The card as the head of the page names it; `nil` for a page without one.
    func socialCard(of id: PageID) -> ImageRecord? {
        guard graph.hasSocialCard(id) else { return nil }
        let page = graph[id]
        return ImageRecord(
            url: page.href + OutputPlan.socialCardName, alt: page.title, width: SocialCard.width,
            height: SocialCard.height)
    }
}
