import Foundation
import PackagePlugin

/// Compiles the files of `templates/` into the program, so that one binary holds a whole theme.
@main
struct EmbedThemePlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let templates = context.package.directoryURL.appending(path: "templates")
        let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInTheme.swift")
        return [
            .buildCommand(
                displayName: "Embedding the theme",
                executable: try context.tool(named: "embed-theme").url,
                arguments: [templates.path(), output.path()],
                inputFiles: Self.files(below: templates), outputFiles: [output])
        ]
    }

    private static func files(below folder: URL) -> [URL] {
        let enumerator = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        let files = (enumerator?.allObjects as? [URL] ?? []).filter { !$0.hasDirectoryPath }
        return files.sorted { $0.path() < $1.path() }
    }
}
