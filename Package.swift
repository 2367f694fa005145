// swift-tools-version: 6.2
import PackageDescription

/// What every module is held to: strict concurrency, no import that leaks, no warning left standing.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .treatAllWarnings(as: .error),
]

/// A module of the line from source to site.
///
/// Its dependencies are the only arrows it may draw.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A folder of tests for one module.
func tests(
    _ name: String, _ dependencies: [Target.Dependency], resources exclude: [String] = []
) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
    name: "imprint",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "imprint", targets: ["imprint"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
            providers: [
                .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
            ]),
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .systemLibrary(
            name: "CNettle", pkgConfig: "nettle",
            providers: [.apt(["nettle-dev"]), .brew(["nettle"])]),
        .systemLibrary(name: "CLinux"),
        .target(name: "CThreadLocal"),

        // The line, top to bottom. Imports point up this list only.
        module("Bytes"),
        module("Diagnostics", ["Bytes"]),
        module("Math", ["Diagnostics", "Bytes"]),
        module("Files", ["Diagnostics"]),
        module("Markup", ["Diagnostics", "Bytes"]),
        module("Highlighting", ["Markup", "Bytes"]),
        module(
            "Markdown",
            [
                "CCMarkGFM", "CThreadLocal", "Highlighting", "Math", "Markup", "Diagnostics",
                "Bytes",
            ]),
        module("Templates", ["Markup", "Diagnostics", "Bytes"]),
        module("Bibliography", ["Markup", "Diagnostics", "Bytes"]),
        module(
            "Content",
            [
                "CLibYAML", "Bibliography", "Markdown", "Markup", "Files", "Math", "Diagnostics",
                "Bytes",
            ]),
        module("Site", ["Content", "Bibliography", "Markup", "Files", "Diagnostics", "Bytes"]),
        module(
            "Rendering",
            [
                "Site", "Content", "Bibliography", "Templates", "Markup", "Files", "Diagnostics",
                "Bytes",
            ]),
        module(
            "Consistency",
            [
                "Rendering", "Site", "Content", "Bibliography", "Markup", "Files", "Diagnostics",
                "Bytes",
            ]),
        module("Output", ["CLinux", "CNettle", "Files", "Diagnostics", "Bytes"]),
        .executableTarget(name: "embed-files", swiftSettings: strict),
        .plugin(
            name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"],
            path: "Sources/EmbedFiles"),
        .target(
            name: "Build",
            dependencies: [
                "Output", "Rendering", "Site", "Content", "Bibliography", "Templates", "Markup",
                "Files", "Diagnostics", "Bytes",
            ],
            swiftSettings: strict, plugins: ["EmbedFiles"]),
        .target(
            name: "Authoring",
            dependencies: [
                "Site", "Content", "Bibliography", "Markup", "Files", "Diagnostics",
            ],
            exclude: ["Starter"], swiftSettings: strict, plugins: ["EmbedFiles"]),
        module(
            "Importing", ["Content", "Bibliography", "Markup", "Files", "Diagnostics", "Bytes"]),
        module(
            "Preview",
            [
                "Build", "Rendering", "Site", "Content", "Markup", "Files", "Diagnostics", "Bytes",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]),
        module(
            "Audit",
            [
                "Build", "Output", "Rendering", "Site", "Content", "Bibliography", "Markup",
                "Files",
                "Diagnostics", "Bytes",
            ]),
        module(
            "ExternalLinks",
            ["Output", "Site", "Content", "Bibliography", "Markup", "Files", "Diagnostics"]),
        .executableTarget(
            name: "imprint",
            dependencies: [
                "CLinux", "Audit", "ExternalLinks", "Preview", "Importing", "Authoring", "Build",
                "Consistency", "Output", "Rendering", "Site", "Content", "Templates", "Markup",
                "Files", "Diagnostics",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .target(
            name: "SiteTesting",
            dependencies: [
                "Build", "Consistency", "Rendering", "Site", "Content", "Markup", "Files",
                "Diagnostics", "Bytes",
            ],
            path: "Tests/SiteTesting",
            swiftSettings: strict),
        .target(
            name: "FuzzTargets",
            dependencies: [
                "Audit", "ExternalLinks", "Importing", "Build", "Consistency", "Output",
                "Rendering", "Site", "Content", "Bibliography", "Templates", "Markdown",
                "Highlighting", "Math", "Markup", "Files", "Diagnostics", "Bytes",
            ],
            path: "Tests/FuzzTargets",
            swiftSettings: strict),
        tests("BytesTests", ["Bytes"]),
        tests("DiagnosticsTests", ["Diagnostics"]),
        tests(
            "MathTests", ["SiteTesting", "Math", "Diagnostics", "Bytes"], resources: ["Goldens"]),
        tests("FilesTests", ["Files"]),
        tests("HighlightingTests", ["SiteTesting", "Highlighting", "Markup", "Bytes"]),
        tests("MarkupTests", ["Markup", "Diagnostics"]),
        tests(
            "MarkdownTests", ["SiteTesting", "Markdown", "Markup", "Diagnostics", "Bytes"],
            resources: ["gfm-differences.txt", "Goldens"]),
        tests(
            "TemplatesTests", ["SiteTesting", "Templates", "Markup", "Diagnostics", "Bytes"],
            resources: ["Goldens"]),
        tests("BibliographyTests", ["Bibliography", "Markup", "Diagnostics", "Bytes"]),
        tests(
            "PreviewTests",
            [
                "SiteTesting", "Preview", "Build", "Rendering", "Site", "Content", "Markup",
                "Files", "Diagnostics", "Bytes",
            ]),
        tests(
            "ConsistencyTests",
            [
                "SiteTesting", "Consistency", "Build", "Rendering", "Site", "Content", "Files",
                "Diagnostics",
            ]),
        tests("OutputTests", ["SiteTesting", "Output", "Files", "Diagnostics", "Bytes"]),
        tests(
            "AuditTests",
            [
                "SiteTesting", "Audit", "Build", "Rendering", "Site", "Content", "Output", "Markup",
                "Files", "Diagnostics",
            ]),
        tests(
            "ExternalLinksTests",
            ["ExternalLinks", "Output", "Site", "Content", "Markup", "Diagnostics"]),
        tests(
            "AuthoringTests",
            [
                "SiteTesting", "Authoring", "Build", "Rendering", "Site", "Content", "Markup",
                "Files",
                "Diagnostics",
            ]),
        tests(
            "ImportingTests",
            [
                "SiteTesting", "Importing", "Build", "Content", "Markup", "Files", "Diagnostics",
            ],
            resources: ["Goldens"]),
        tests(
            "BuildTests",
            [
                "SiteTesting", "FuzzTargets", "Build", "Rendering", "Site", "Content", "Output",
                "Markup", "Files", "Diagnostics",
            ]),
    ]
)

// Benchmarks, and what they compare with, are fetched and built only when they are asked for.
if Context.environment["IMPRINT_BENCH"] != nil {
    package.dependencies += [
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/stencilproject/Stencil", from: "0.15.1"),
    ]
    package.targets += [
        .target(name: "CAllocations"),
        .executableTarget(
            name: "imprint-bench",
            dependencies: [
                "CAllocations", "CCMarkGFM", "Build", "Output", "Rendering", "Site", "Content",
                "Markdown", "Templates", "Markup", "Files", "Diagnostics", "Bytes", "Stencil",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: strict),
    ]
}

// Fuzzers need every module that they run instrumented, and libFuzzer's own main function.
if Context.environment["IMPRINT_FUZZ"] != nil {
    let instrumented: SwiftSetting = .unsafeFlags(["-sanitize=fuzzer"])
    for target in package.targets where target.type == .regular {
        target.swiftSettings = (target.swiftSettings ?? []) + [instrumented]
    }
    package.targets.append(
        .executableTarget(
            name: "imprint-fuzz", dependencies: ["FuzzTargets"],
            swiftSettings: strict + [instrumented],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]))
}
