/// What the front matter of a page says, checked and typed, with the place of every value that a
/// later stage may have to complain about.

package import Diagnostics
package import Markup

/// A value and where it stands in its file.
package struct Located<Value: Hashable & Sendable>: Hashable, Sendable {
    package var value: Value
    package var bytes: ByteRange

    package init(_ value: Value, at bytes: ByteRange) {
        self.value = value
        self.bytes = bytes
    }
}

/// Front matter of a page, a person or a topic.
package struct PageMetadata: Hashable, Sendable {
    package var title: Located<String>
    package var subtitle: String?
    package var summary: String?
    package var date: Located<Moment>?
    package var updated: Located<Moment>?
    /// `nil` when the file does not say: the section decides.
    package var kind: Located<PageKind>?
    package var authors: [Author] = []
    package var topics: [Located<String>] = []
    package var acknowledgements: [AcknowledgementGroup] = []
    package var funders: [Funder] = []
    package var isDraft = false
    package var publishAt: Located<Moment>?
    package var expiresAt: Located<Moment>?
    package var slug: Located<Slug>?
    /// Old addresses, as paths of the site (`/old/place/`).
    package var aliases: [Located<String>] = []
    package var series: SeriesPart?
    package var image: HeroImage?
    package var license: Located<String>?
    package var doi: Located<String>?
    /// Under which readers cite the page, where it is not made of author, year and slug.
    package var citationKey: Located<String>?
    package var version: String?
    package var pdf: Located<String>?
    /// The conference or event.
    package var venue: String?
    /// What appeared in a journal is cited as an article in it.
    package var journal: String?
    /// Where in the journal, or in the proceedings of the conference.
    package var volume: Located<String>?
    package var issue: Located<String>?
    /// A range has an en dash.
    package var pages: Located<String>?
    package var language: Located<String>?
    /// The source of the page that this one translates, relative to its own.
    package var translationOf: Located<String>?
    package var number: String?
    package var defaultWork: Located<String>?
    package var revisions: [Revision] = []
    /// A reason; the page says so instead of showing its text.
    package var withdrawn: FrontMatterLine?
    package var runInHeads: Bool?
    package var isNumbered = false
    package var showsContents: Bool?
    package var layout: Located<String>?
    /// Of the home page: the sources of the publications that it shows first.
    package var featured: [Located<String>] = []
    /// Of the page of a folder: how its list has the plain pages.
    package var sortBy: Located<PageOrder>?
    package var extra: [ExtraValue] = []
    /// A person's record: `orcid`, `url`, `affiliation`, `role`, `names` (other spellings).
    package var person: PersonFields?
    /// A topic's record: `names` (synonyms), `broader`, `related`.
    package var topic: TopicFields?
    /// What of all this stands in `site.yaml`, as a default of the folder.
    package var inherited: InheritedKeys = []

    package init(title: Located<String>) { self.title = title }

    /// Of a page of which nothing is known yet.
    static let beforeReading = PageMetadata(title: Located("", at: ByteRange(0, 0)))
}

package enum PageKind: String, Hashable, Sendable, CaseIterable {
    case essay, report, paper, brief, news, talk, page
}

/// Someone who wrote a page.
package struct Author: Hashable, Sendable {
    package var name: Located<String>
    package var role: String?
    package var affiliations: [String] = []
    /// Bare: `0000-0002-1825-0097`.
    package var orcid: String?
    package var url: String?
    package var isEqualContributor = false
    package var isCorresponding = false
    /// CRediT role names, lower case (`writing – original draft`).
    package var contributions: [String] = []
    /// A group or organization, not to be split into given and family name.
    package var isOrganization = false

    package init(name: Located<String>) { self.name = name }
}

/// People thanked together, for one reason.
package struct AcknowledgementGroup: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case commentary, comments, data, funding, compute, other
    }
    package var people: [Located<String>]
    /// Completes "We thank A and B for …".
    package var reason: String?
    package var kind: Kind

    package init(people: [Located<String>], reason: String?, kind: Kind) {
        self.people = people
        self.reason = reason
        self.kind = kind
    }
}

package struct Funder: Hashable, Sendable {
    package var name: String
    package var award: String?

    package init(name: String, award: String?) {
        self.name = name
        self.award = award
    }
}

package struct SeriesPart: Hashable, Sendable {
    package var name: Located<String>
    /// 1, 2, 3 …; `nil`: ordered by date.
    package var part: Int?

    package init(name: Located<String>, part: Int?) {
        self.name = name
        self.part = part
    }
}

package struct HeroImage: Hashable, Sendable {
    package var source: Located<String>
    package var alt: String
    package var caption: String?
    package var credit: String?

    package init(
        source: Located<String>, alt: String, caption: String? = nil, credit: String? = nil
    ) {
        self.source = source
        self.alt = alt
        self.caption = caption
        self.credit = credit
    }
}

/// A sentence to readers, which may have emphasis, links and code.
package struct FrontMatterLine: Hashable, Sendable {
    /// Without markup.
    package var text: String
    /// With its links among those of the page; `nil` where it has no markup.
    package var html: Fragment?
    package var bytes: ByteRange

    init(_ written: Located<String>) {
        text = written.value
        bytes = written.bytes
    }
}

package struct Revision: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case typo, clarification, correction, retraction
    }
    package var date: Moment
    package var kind: Kind
    /// Whether readers are told of it before the text.
    package var isNotice: Bool { kind == .correction || kind == .retraction }
    package var note: FrontMatterLine
    /// Anchor of the section it touches, without its `#`.
    package var section: Located<String>?

    package init(
        date: Moment, kind: Kind, note: FrontMatterLine, section: Located<String>?
    ) {
        self.date = date
        self.kind = kind
        self.note = note
        self.section = section
    }
}

package struct PersonFields: Hashable, Sendable {
    package var orcid: String?
    package var url: String?
    package var affiliations: [String] = []
    package var role: String?
    /// Other spellings under which the person is found.
    package var names: [Located<String>] = []
    /// `Liang, Percy`, when the last word is not the family name.
    package var sortName: String?

    package init() {}
}

package struct TopicFields: Hashable, Sendable {
    /// Synonyms under which the topic is found.
    package var names: [Located<String>] = []
    package var broader: Located<String>?
    package var related: [Located<String>] = []

    package init() {}
}
