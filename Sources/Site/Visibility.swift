/// Whether readers may see a page.

package import Content
package import Markup

/// Why a page is, or is not, part of the published site.
package enum Visibility: Hashable, Sendable {
    case published
    case draft
    /// `publish_at` has not come yet.
    case scheduled(Moment)
    /// `expires_at` has passed.
    case expired(Moment)

    package init(of page: ParsedPage, at now: Moment) {
        if page.metadata.isDraft {
            self = .draft
        } else if let moment = page.metadata.publishAt?.value, now < moment {
            self = .scheduled(moment)
        } else if let moment = page.metadata.expiresAt?.value, moment <= now {
            self = .expired(moment)
        } else {
            self = .published
        }
    }

    package var isExpired: Bool {
        switch self {
        case .expired: true
        case .published, .draft, .scheduled: false
        }
    }

    /// When that begins or began, for a page that waits or has expired.
    package var moment: Moment? {
        switch self {
        case .published, .draft: nil
        case .scheduled(let moment), .expired(let moment): moment
        }
    }

    /// For messages: "a draft", "scheduled for 2031-01-01T00:00:00Z".
    package var description: String {
        switch self {
        case .published: "published"
        case .draft: "a draft"
        case .scheduled(let moment): "scheduled for \(moment.rfc3339)"
        case .expired(let moment): "expired since \(moment.rfc3339)"
        }
    }
}
