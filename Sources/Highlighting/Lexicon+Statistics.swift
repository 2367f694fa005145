/// Languages that data are worked on in.
extension Lexicon {
    /// Their names, separated by spaces, with what tells their tokens apart.
    static let statistics: [(names: String, Lexicon)] = [
        (
            "python py python3 ipython cython sage snakemake",
            Lexicon(
                """
                and as assert async await break case class continue def del elif else except False finally
                for from global if import in is lambda match None nonlocal not or pass raise return self True
                try while with yield
                """, lineComments: ["#"],
                quotes: [
                    Quotes("\"\"\"", isMultiline: true), Quotes("'''", isMultiline: true),
                    Quotes("\""), Quotes("'"),
                ],
                sigils: ["@": .keyword])
        ),
        (
            "r rscript splus",
            Lexicon(
                """
                break else FALSE for function if in Inf library NA NA_character_ NA_integer_ NA_real_ NaN
                next NULL repeat require return source TRUE while
                """, lineComments: ["#"],
                quotes: [
                    Quotes("\"", isMultiline: true), Quotes("'", isMultiline: true),
                    Quotes("`", escape: nil),
                ],
                extraInWords: ".")
        ),
        (
            "julia jl",
            Lexicon(
                """
                abstract baremodule begin break catch const continue do else elseif end export false finally
                for function global if import in isa let local macro missing module mutable nothing primitive
                quote return struct true try type using where while
                """, lineComments: ["#"], blockComments: [("#=", "=#")], nestsComments: true,
                quotes: [
                    Quotes("\"\"\"", isMultiline: true), Quotes("\"", isMultiline: true),
                    Quotes("'", isCharacter: true),
                ],
                sigils: ["@": .keyword], extraInWords: "!", quotesTranspose: true)
        ),
        (
            "matlab octave m",
            Lexicon(
                """
                break case catch classdef continue else elseif end endfor endfunction endif endwhile false
                for function global if methods otherwise parfor persistent properties return switch true try
                while
                """, lineComments: ["%", "#"],
                blockComments: [("%{", "%}")],
                quotes: [Quotes("\"", escape: nil), Quotes("'", escape: nil)],
                quotesTranspose: true)
        ),
        (
            "stata do ado",
            Lexicon(
                """
                append by bysort capture collapse display drop else egen encode end estimates foreach
                forvalues gen generate global graph if in keep label local logit matrix merge mi order
                preserve probit program qui quietly reg regress rename replace reshape restore return save
                scalar set sort summarize sysuse tabulate use while xtreg
                """, lineComments: ["//"], commentsStartWords: true, blockComments: [("/*", "*/")],
                quotes: [
                    Quotes("`\"", "\"'", escape: nil), Quotes("\"", escape: nil),
                    Quotes("`", "'", escape: nil),
                ],
                sigils: ["$": .name], peculiar: Peculiarities(starBeginsComment: true))
        ),
        (
            "sas",
            Lexicon(
                """
                array by class data do drop else end format if infile input keep length libname merge model
                output proc quit rename retain run set sort table tables then to title value var where
                """, ignoresCase: true, blockComments: [("/*", "*/")],
                quotes: [Quotes("\"", escape: nil), Quotes("'", escape: nil)],
                sigils: ["&": .name, "%": .keyword])
        ),
        (
            "stan jags bugs",
            Lexicon(
                """
                array break cholesky_factor complex continue corr_matrix cov_matrix data else for functions
                generated if in int matrix model offset ordered parameters print quantities real reject
                return row_vector simplex target transformed unit_vector upper lower vector void while
                """, lineComments: ["//", "#"], blockComments: [("/*", "*/")],
                quotes: [Quotes("\"", escape: nil)])
        ),
        (
            "sql postgresql mysql sqlite plsql duckdb sparql",
            Lexicon(
                """
                add all alter and any as asc ask avg begin between bigint boolean by cascade case cast check
                column commit constraint construct count create cross database date default delete desc
                describe distinct drop else end except exists false filter float foreign from full function
                grant group having if in index inner insert int integer intersect interval into is join key
                lateral left like limit materialized max min not null numeric offset on optional or order
                outer over partition prefix primary references returning right rollback row rows select set
                sum table temporary text then timestamp to true union unique update using values varchar view
                when where with
                """, ignoresCase: true, lineComments: ["--"], blockComments: [("/*", "*/")],
                quotes: [
                    Quotes("'", escape: nil, isMultiline: true), Quotes("\"", escape: nil),
                    Quotes("`", escape: nil),
                ],
                sigils: ["@": .name, "?": .name])
        ),
    ]
}
