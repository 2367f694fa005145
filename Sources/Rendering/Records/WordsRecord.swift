/// The words of the theme, as templates see them: `{{words.contents}}`.

package import Templates

/// The theme's words in one language.
///
/// The words lie in a class: a template that shows one of them must not copy all.
package struct WordsRecord: TemplateRecord {
    let wording: Wording

    package static let schema = RecordSchema<WordsRecord>(
        "Words", "The theme's words, in the language of the page or of the site.",
        [
            .text("skip_to_main", "The first skip link.") { $0.wording.words.skipToMain },
            .text("skip_to_secondary", "The second skip link.") {
                $0.wording.words.skipToSecondary
            },
            .text("main_navigation", "Name of the main navigation.") {
                $0.wording.words.mainNavigation
            },
            .text("secondary_navigation", "Name of the secondary navigation.") {
                $0.wording.words.secondaryNavigation
            },
            .text("breadcrumb", "Name of the way from the home page.") {
                $0.wording.words.breadcrumb
            },
            .text("home", "The home page.") { $0.wording.words.home },
            .text("search", "The search page, and the button that searches.") {
                $0.wording.words.search
            },
            .text("search_for", "Label of the search field.") { $0.wording.words.searchFor },
            .text("searching", "While a search runs.") { $0.wording.words.searching },
            .text("search_unavailable", "Where there is no index: in previews, or without script.")
            {
                $0.wording.words.searchUnavailable
            },
            .text("no_results", "When a search finds nothing.") { $0.wording.words.noResults },
            .text("topics", "Topics.") { $0.wording.words.topics },
            .text("people", "People.") { $0.wording.words.people },
            .text("acknowledgements", "Acknowledgements.") { $0.wording.words.acknowledgements },
            .text("archive", "The archive.") { $0.wording.words.archive },
            .text("works", "The index of cited works.") { $0.wording.words.works },
            .text("atom_feed", "The site's feed.") { $0.wording.words.atomFeed },
            .text("part_of", "Before what an organization or a topic is part of.") {
                $0.wording.words.partOf
            },
            .text("text_license", "Before the licence that holds for the whole site.") {
                $0.wording.words.textLicense
            },
            .text("license", "Before the licence of a publication.") { $0.wording.words.license },
            .text("draft", "Mark of a page that is not published.") { $0.wording.words.draft },
            .text("withdrawn", "Mark of a page that was withdrawn.") { $0.wording.words.withdrawn },
            .text("is_draft", "The banner over a draft.") { $0.wording.words.isDraft },
            .text("has_drafts", "The banner over the other pages of a site with drafts.") {
                $0.wording.words.hasDrafts
            },
            .text("do_not_share", "The end of that banner.") { $0.wording.words.doNotShare },
            .text("was_withdrawn", "Instead of a text that was withdrawn.") {
                $0.wording.words.wasWithdrawn
            },
            .text("other_languages", "Before the other languages of a page.") {
                $0.wording.words.otherLanguages
            },
            .text("original", "Mark of the language that a page was translated from.") {
                $0.wording.words.original
            },
            .text("contents", "The table of contents.") { $0.wording.words.contents },
            .text("revised", "Before the date of the last revision.") { $0.wording.words.revised },
            .text("version", "Before a version.") { $0.wording.words.version },
            .text("see_section", "Link from a notice to the section it is about.") {
                $0.wording.words.seeSection
            },
            .text("references", "The list of references.") { $0.wording.words.references },
            .text("back_to_citation", "Before the number of a place that cites a reference.") {
                $0.wording.words.backToCitation
            },
            .text("cited_here", "Link from a reference to the page about the work.") {
                $0.wording.words.citedHere
            },
            .text("funding", "The list of funders.") { $0.wording.words.funding },
            .text("award", "Before the number of a grant.") { $0.wording.words.award },
            .text("contributions", "The list of who did what.") { $0.wording.words.contributions },
            .text("revisions", "The list of revisions.") { $0.wording.words.revisions },
            .text("cite_this", "How to cite a publication.") { $0.wording.words.citeThis },
            .text("contributed_equally", "Before authors who contributed equally.") {
                $0.wording.words.contributedEqually
            },
            .text("correspondence", "Before authors to write to.") {
                $0.wording.words.correspondence
            },
            .text("cite_section", "How to cite one section.") {
                $0.wording.words.citeSection
            },
            .text("cite_section_hint", "What to do, before an example.") {
                $0.wording.words.citeSectionHint
            },
            .text("cite_whole", "Link back to citing the whole.") {
                $0.wording.words.citeWhole
            },
            .text("more", "What follows a publication.") { $0.wording.words.more },
            .text("cited_by", "Publications that cite a publication or a work.") {
                $0.wording.words.citedBy
            },
            .text("related", "Related publications.") { $0.wording.words.related },
            .text("publications", "Publications.") { $0.wording.words.publications },
            .text("latest", "The newest publications.") { $0.wording.words.latest },
            .text("topic", "Kind of a page about a topic.") { $0.wording.words.topic },
            .text("also_called", "Before other names of a topic.") { $0.wording.words.alsoCalled },
            .text("within_topic", "Narrower topics.") { $0.wording.words.withinTopic },
            .text("related_topics", "Related topics.") { $0.wording.words.relatedTopics },
            .text("beside_topic", "What follows a page about a topic.") {
                $0.wording.words.besideTopic
            },
            .text("topic_feed", "Feed of a topic.") { $0.wording.words.topicFeed },
            .text("all_topics", "All topics, from A to Z.") { $0.wording.words.allTopics },
            .text("wrote", "What a person wrote.") { $0.wording.words.wrote },
            .text("helped_with", "What a person was thanked for.") { $0.wording.words.helpedWith },
            .text("is_cited", "Where works of a person are cited.") { $0.wording.words.isCited },
            .text("cites", "Before the work of a person that is cited.") { $0.wording.words.cites },
            .text("website", "A person's own site.") { $0.wording.words.website },
            .text("person_feed", "Feed of what a person wrote.") { $0.wording.words.personFeed },
            .text("cited_work", "Kind of a page about a cited work.") {
                $0.wording.words.citedWork
            },
            .text("pdf", "A PDF.") { $0.wording.words.pdf },
            .text("thank_you", "The end of the acknowledgements index.") {
                $0.wording.words.thankYou
            },
            .text("not_found", "Title of the page at an address that is none.") {
                $0.wording.words.notFound
            },
            .text("nothing_here", "Text of that page.") { $0.wording.words.nothingHere },
            .text("moved", "Title of the page at an old address.") { $0.wording.words.moved },
            .text("pages", "Name of the navigation between pages of a list.") {
                $0.wording.words.pages
            },
            .text("newer", "The page before.") { $0.wording.words.newer },
            .text("older", "The page after.") { $0.wording.words.older },
            .text("copy", "Button that copies.") { $0.wording.words.copy },
            .text("copied", "After something was copied.") { $0.wording.words.copied },
            .text("save", "Link that saves a file.") { $0.wording.words.save },
        ])
}
