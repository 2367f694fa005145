package import Content
import Diagnostics
package import Markup

/// A page's address within the site: begins and ends with `/`, without the path of `base_url`.
package struct Permalink: Hashable, Comparable, Sendable {
    /// Decoded: `/topics/größe/`.
    package let path: String

    package init(_ segments: [Slug]) {
        path = segments.reduce(into: "/") { path, slug in
            path += slug.rawValue
            path += "/"
        }
    }

    /// The address of a page that the program itself makes, such as `/archive/2021/`.
    package init(generated path: String) { self.path = path }

    /// A page below this one: `/posts/` and `page/2` give `/posts/page/2/`.
    package func appending(_ path: String) -> Permalink {
        Permalink(generated: self.path + path + "/")
    }

    /// A page of a list that begins here, counted from 1.
    package func page(_ number: Int) -> Permalink {
        number > 1 ? appending("page/\(number)") : self
    }

    /// Where the page is written, relative to the output directory.
    package var outputPath: String { path.dropFirst() + "index.html" }

    /// The root-relative URL, under the path of the base URL.
    package func href(under base: BaseURL) -> String {
        base.href(ofOutput: path.dropFirst())
    }

    package static func < (a: Permalink, b: Permalink) -> Bool {
        a.path.precedes(b.path)
    }
}

extension BaseURL {
    /// Root-relative URL of an output file, or of the folder it stands for.
    package func href(ofOutput path: some StringProtocol) -> String {
        (self.path + path).percentEncodedURL
    }
}
