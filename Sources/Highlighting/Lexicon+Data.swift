/// Languages of data, of settings and of documents.
extension Lexicon {
    /// Their names, separated by spaces, with what tells their tokens apart.
    static let data: [(names: String, Lexicon)] = [
        (
            "json jsonc json5 geojson jsonld",
            Lexicon(
                "false null true", lineComments: ["//"], blockComments: [("/*", "*/")],
                quotes: [Quotes("\"")], keySign: ":")
        ),
        (
            "yaml yml",
            Lexicon(
                "false no null true yes", lineComments: ["#"], commentsStartWords: true,
                quotes: [
                    Quotes("\"", isMultiline: true), Quotes("'", escape: nil, isMultiline: true),
                ],
                sigils: ["&": .name, "*": .name], keySign: ":", quotesTranspose: true,
                peculiar: Peculiarities(hasBlockScalars: true))
        ),
        (
            "toml ini cfg conf properties",
            Lexicon(
                "false true", lineComments: ["#", ";"], commentsStartWords: true,
                quotes: [
                    Quotes("\"\"\"", isMultiline: true),
                    Quotes("'''", escape: nil, isMultiline: true), Quotes("\""),
                    Quotes("'", escape: nil),
                ],
                keySign: "=", quotesTranspose: true)
        ),
        (
            "bibtex biblatex bib",
            Lexicon(quotes: [Quotes("\"")], sigils: ["@": .keyword], keySign: "=")
        ),
        (
            "tex latex context",
            Lexicon(
                lineComments: ["%"], quotes: [], sigils: ["\\": .keyword], hasNumbers: false)
        ),
        (
            "css scss less sass",
            Lexicon(
                lineComments: ["//"], commentsStartWords: true, blockComments: [("/*", "*/")],
                sigils: ["@": .keyword, "$": .name], extraInWords: "-", keySign: ":")
        ),
        (
            "dockerfile docker",
            Lexicon(
                """
                ADD ARG AS CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL
                STOPSIGNAL USER VOLUME WORKDIR
                """, lineComments: ["#"], commentsStartWords: true, sigils: ["$": .name])
        ),
        (
            "turtle ttl n3",
            Lexicon(
                "a false true prefix base", ignoresCase: true, lineComments: ["#"],
                commentsStartWords: true,
                quotes: [
                    Quotes("\"\"\"", isMultiline: true), Quotes("\""),
                    Quotes("<", ">", escape: nil),
                ],
                sigils: ["@": .keyword])
        ),
        (
            "graphql protobuf proto",
            Lexicon(
                """
                bool bytes directive double enum extend float fragment implements import input int32 int64
                interface message mutation on oneof option optional package query repeated required returns
                rpc scalar schema service string subscription syntax type uint32 uint64 union
                """, lineComments: ["//", "#"], blockComments: [("/*", "*/")],
                quotes: [Quotes("\"\"\"", isMultiline: true), Quotes("\"")],
                sigils: ["$": .name, "@": .keyword])
        ),
    ]
}
