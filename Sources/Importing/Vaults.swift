/// Finds the vaults of Obsidian, and sites of Quartz, which are made of them.

import Files

struct Vaults {
    /// What Obsidian writes into each vault (https://help.obsidian.md/configuration-folder), and the settings of Quartz.
    private static let signs = [
        ".obsidian/app.json", ".obsidian/appearance.json", ".obsidian/core-plugins.json",
        ".obsidian/workspace.json", "quartz.config.ts",
    ]

    private let files: any FileSystem
    private var known: [String: Bool] = [:]

    init(in files: any FileSystem) { self.files = files }

    /// Whether a file lies in one; each folder is looked into once.
    mutating func hold(_ path: String) -> Bool {
        let parts = path.split(separator: "/").dropLast()
        var isWithin = false
        // From the outermost on: what is found there holds for all that is below.
        for count in 0...parts.count where !isWithin {
            let folder = parts.prefix(count).map { $0 + "/" }.joined()
            let isVault =
                known[folder] ?? Self.signs.contains { files.exists(folder + $0) }
            known[folder] = isVault
            isWithin = isVault
        }
        return isWithin
    }
}
