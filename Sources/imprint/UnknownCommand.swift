import ArgumentParser
import Diagnostics

/// A first word that is no command: without this it would be an argument that `build` does not take.
enum UnknownCommand {
    /// What other programs call our commands.
    private static let synonyms = [
        "serve": "preview", "server": "preview", "watch": "preview", "dev": "preview",
        "start": "preview", "render": "build", "generate": "build", "publish": "build",
        "deploy": "build", "lint": "check", "test": "check", "validate": "check", "doctor": "check",
        "create": "new", "add": "new", "post": "new", "convert": "import", "migrate": "import",
    ]

    /// - Throws: What is wrong with the first word, when there is one and it names no command.
    static func check(_ arguments: [String]) throws {
        let names = Imprint.configuration.subcommands.compactMap { $0.configuration.commandName }
        guard let word = arguments.first, !word.hasPrefix("-"), !word.isEmpty, word != "help",
            !names.contains(word)
        else { return }
        let hint = synonyms[word.lowercased()] ?? Spelling.closest(to: word, in: names)
        throw ValidationError("There is no command ‘\(word)’.\(Spelling.hint(hint))")
    }
}
