/// What belongs to pages that are kept back, so that a use of it can be refused with a reason.

import Bibliography
import Content
import Diagnostics
import Files
import Markup

extension SiteGraph {
    /// The unpublished page whose folder a path lies in, by the paths of such folders (with or
    /// without a slash at their ends).
    func withheldPage(around path: String, in folders: [String: String]) -> String? {
        guard !folders.isEmpty else { return nil }
        for folder in path.foldersAround {
            if let page = folders[String(folder)] ?? folders[folder + "/"] { return page }
        }
        return nil
    }

    /// Cited works that are unpublished pages of this site.
    func citationsOfWithheld(_ works: [CitedWork]) -> [Diagnostic] {
        guard !withheldPermalinks.isEmpty else { return [] }
        let base = configuration.baseURL
        return works.compactMap { cited in
            guard let url = cited.work.url, let place = base.pathOnHost(of: url),
                place.hasPrefix(base.path)
            else { return nil }
            let path = "/" + place.dropFirst(base.path.count)
            guard let owner = withheldPage(around: path + "/", in: withheldPermalinks) else {
                return nil
            }
            let visibility = withheld[owner]?.description ?? "not published"
            return Diagnostic(
                "link.to-unpublished",
                "The work ‘\(cited.key)’ is ‘\(owner)’, which is \(visibility): a published page "
                    + "cannot cite it.", at: cited.work.span)
        }
    }
}
