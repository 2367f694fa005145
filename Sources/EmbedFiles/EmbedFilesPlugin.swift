import Foundation
import PackagePlugin

/// Compiles a folder of files into the module that uses this plugin, so that one binary holds a whole
/// theme and a whole site to begin with.
@main
struct EmbedFilesPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let (path, type) =
            target.name == "Authoring"
            ? ("Sources/Authoring/Starter", "StarterFiles") : ("templates", "BuiltInTheme")
        let folder = context.package.directoryURL.appending(path: path)
        let output = context.pluginWorkDirectoryURL.appending(path: "\(type).swift")
        return [
            .buildCommand(
                displayName: "Embedding \(path)",
                executable: try context.tool(named: "embed-files").url,
                arguments: [folder.path(), type, output.path()],
                inputFiles: Self.files(below: folder), outputFiles: [output])
        ]
    }

    private static func files(below folder: URL) -> [URL] {
        let enumerator = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        let files = (enumerator?.allObjects as? [URL] ?? []).filter { !$0.hasDirectoryPath }
        return files.sorted { $0.path() < $1.path() }
    }
}
