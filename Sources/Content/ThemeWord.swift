/// The words of the theme that a site may replace.

/// A word of the theme, by its name in templates (`{{words.contents}}`) and in `words` of `site.yaml`.
package enum ThemeWord: String, Hashable, Sendable, CaseIterable {
    // What templates show.
    case skipToMain = "skip_to_main", skipToSecondary = "skip_to_secondary",
        mainNavigation = "main_navigation", secondaryNavigation = "secondary_navigation",
        breadcrumb, home, search, searchFor = "search_for", searching,
        searchUnavailable = "search_unavailable", noResults = "no_results", topics, people,
        acknowledgements, archive, works, atomFeed = "atom_feed", partOf = "part_of",
        textLicense = "text_license", license, draft, withdrawn, isDraft = "is_draft",
        hasDrafts = "has_drafts", doNotShare = "do_not_share", wasWithdrawn = "was_withdrawn",
        otherLanguages = "other_languages", original, contents, revised, version,
        seeSection = "see_section", references, backToCitation = "back_to_citation",
        citedHere = "cited_here", funding, award, contributions, revisions, citeThis = "cite_this",
        contributedEqually = "contributed_equally", correspondence, citeSection = "cite_section",
        citeSectionHint = "cite_section_hint", citeWhole = "cite_whole", more,
        citedBy = "cited_by", related, publications, latest, featured, topic, alsoCalled =
        "also_called",
        withinTopic = "within_topic", relatedTopics = "related_topics",
        besideTopic = "beside_topic", topicFeed = "topic_feed", allTopics = "all_topics", wrote,
        helpedWith = "helped_with", isCited = "is_cited", cites, website,
        personFeed = "person_feed", citedWork = "cited_work", pdf, thankYou = "thank_you",
        notFound = "not_found", nothingHere = "nothing_here", moved,
        movedSection = "moved_section", pages, newer, older, copy,
        copied, save, linked

    // Kinds of pages and of revisions.
    case essay, report, paper, brief, news, talk, page
    case typo, clarification, correction, retraction

    // What the Markdown dialect puts into a text.
    case note, tip, important, warning, caution, summary, definition, theorem,
        lemma, proposition, corollary, conjecture, assumption, example, remark, proof, figure,
        table, equation,
        section, notes, permalink, backToReference = "back_to_reference",
        downloadData = "download_data"
}

/// Words that a site uses in place of the theme's, in one language.
package struct SiteWords: Sendable {
    /// BCP 47 tag.
    package var language: String
    package var words: [ThemeWord: String]
}
