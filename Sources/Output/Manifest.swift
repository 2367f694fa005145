/// `manifest.json`: where a site stands, every file of an output with its size and digest, every page's anchors, and the key by
/// which readers cite each publication.

package import Bytes
import Diagnostics

package struct Manifest: Sendable {
    package struct Entry: Hashable, Sendable {
        package let path: String
        /// In bytes.
        package let size: Int
        /// SHA-256 in hexadecimal.
        package let sha256: String
        package let anchors: [String]
        /// Of a publication: what readers cite it by.
        package let citationKey: String?

        package init(
            path: String, size: Int, sha256: String, anchors: [String], citationKey: String? = nil
        ) {
            self.path = path
            self.size = size
            self.sha256 = sha256
            self.anchors = anchors
            self.citationKey = citationKey
        }
    }

    package static let fileName = "manifest.json"

    package let generator: String
    /// Where the tree was made to stand; those of older versions do not say.
    package let baseURL: String?
    /// Whether the tree shows drafts, and must not be deployed.
    package let hasDrafts: Bool
    /// Sorted by the bytes of their paths.
    package let entries: [Entry]

    package init(
        generator: String, baseURL: String? = nil, hasDrafts: Bool, entries: [Entry]
    ) {
        self.generator = generator
        self.baseURL = baseURL
        self.hasDrafts = hasDrafts
        self.entries = entries
    }

    /// The file: one entry to a line, so that a difference of two is readable.
    package var bytes: OutputBuffer {
        var text = OutputBuffer()
        text.reserveCapacity(entries.count * 200)
        text.append("{\n\"generator\": ")
        JSONValue.append(quoted: generator, to: &text)
        if let baseURL {
            text.append(",\n\"base_url\": ")
            JSONValue.append(quoted: baseURL, to: &text)
        }
        text.append(hasDrafts ? ",\n\"drafts\": true" : ",\n\"drafts\": false")
        text.append(",\n\"files\": [\n")
        for index in entries.indices {
            text.append("{\"path\":")
            JSONValue.append(quoted: entries[index].path, to: &text)
            text.append(",\"size\":")
            text.append(unescaped: String(entries[index].size))
            text.append(",\"sha256\":")
            JSONValue.append(quoted: entries[index].sha256, to: &text)
            if !entries[index].anchors.isEmpty {
                text.append(",\"anchors\":")
                var sign = UInt8(ascii: "[")
                for anchor in entries[index].anchors {
                    text.append(sign)
                    JSONValue.append(quoted: anchor, to: &text)
                    sign = UInt8(ascii: ",")
                }
                text.append("]")
            }
            if let key = entries[index].citationKey {
                text.append(",\"citation_key\":")
                JSONValue.append(quoted: key, to: &text)
            }
            text.append(index + 1 < entries.count ? "},\n" : "}\n")
        }
        text.append("]\n}\n")
        return text
    }

    /// Whether a file is one that this program has written: applications of the web have others of that name (W3C, Web
    /// Application Manifest).
    ///
    /// The beginning says so: to read all of it takes time with many pages.
    static func isOurs(at path: String) -> Bool {
        guard let bytes = try? PublishedTree.read(path) else { return false }
        return bytes.starts(with: "{\n\"generator\": \"imprint".utf8)
            || (try? Manifest(reading: bytes)) != nil
    }

    /// Reads a manifest that this program has written.
    package init(reading bytes: [UInt8]) throws(PublishError) {
        let root: JSONValue
        do throws(JSONValue.Failure) {
            root = try JSONValue.read(bytes)
        } catch {
            throw PublishError("the manifest is not JSON: \(error.message)")
        }
        guard let generator = root["generator"]?.string, generator.hasPrefix("imprint"),
            let files = root["files"]?.array
        else { throw PublishError("this is no manifest of imprint") }
        self.generator = generator
        baseURL = root["base_url"]?.string
        if case .flag(true)? = root["drafts"]?.content {
            hasDrafts = true
        } else {
            hasDrafts = false
        }
        var entries: [Entry] = []
        for file in files {
            guard let path = file["path"]?.string, OutputFile.isSafe(path),
                let size = file["size"]?.integer, let sha256 = file["sha256"]?.string
            else { throw PublishError("the manifest has a malformed entry") }
            entries.append(
                Entry(
                    path: path, size: size, sha256: sha256,
                    anchors: file["anchors"]?.array?.compactMap(\.string) ?? [],
                    citationKey: file["citation_key"]?.string))
        }
        self.entries = entries
    }
}
