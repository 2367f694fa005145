/// Languages that programs are written in.
extension Lexicon {
    private typealias Block = (String, String)

    private static let cComments: [Block] = [("/*", "*/")]
    private static let character = Quotes("'", isCharacter: true)

    /// C and the languages that have its comments and strings.
    private static func likeC(
        _ keywords: String, nestsComments: Bool = false,
        quotes: [Quotes] = [Quotes("\""), character], sigils: [Character: CodePart] = [:],
        peculiar: Peculiarities = Peculiarities()
    ) -> Lexicon {
        Lexicon(
            keywords, lineComments: ["//"], blockComments: cComments, nestsComments: nestsComments,
            quotes: quotes, sigils: sigils, peculiar: peculiar)
    }

    /// Their names, separated by spaces, with what tells their tokens apart.
    static let programming: [(names: String, Lexicon)] = [
        (
            "c h cpp c++ cxx cc hpp cuda opencl arduino",
            likeC(
                """
                alignas alignof asm auto bool break case catch char class concept const consteval constexpr
                const_cast continue co_await co_return co_yield decltype default delete do double dynamic_cast
                else enum explicit export extern false float for friend goto if inline int int8_t int16_t int32_t
                int64_t long mutable namespace new noexcept NULL nullptr operator override private protected
                public register requires restrict return short signed sizeof size_t static static_assert
                static_cast struct switch template this thread_local throw true try typedef typeid typename
                uint8_t uint16_t uint32_t uint64_t union unsigned using virtual void volatile while
                """, sigils: ["#": .keyword])
        ),
        (
            "java groovy",
            likeC(
                """
                abstract assert boolean break byte case catch char class const continue default do double else
                enum extends false final finally float for if implements import instanceof int interface long
                native new null package permits private protected public record return sealed short static
                super switch synchronized this throw throws transient true try var void volatile while yield
                """, quotes: [Quotes("\"\"\"", isMultiline: true), Quotes("\""), character],
                sigils: ["@": .keyword])
        ),
        (
            "csharp cs c#",
            likeC(
                """
                abstract as async await base bool break byte case catch char class const continue decimal
                default delegate do double else enum event explicit extern false finally fixed float for
                foreach get if implicit in int interface internal is lock long namespace new null object
                operator out override params private protected public readonly record ref return sealed set
                short sizeof static string struct switch this throw true try typeof uint ulong unsafe using
                var virtual void volatile when where while yield
                """,
                quotes: [
                    Quotes("\"\"\"", escape: nil, isMultiline: true), Quotes("\""), character,
                    Quotes("@\"", "\"", escape: nil, isMultiline: true),
                    Quotes("$@\"", "\"", escape: nil, isMultiline: true),
                    Quotes("@$\"", "\"", escape: nil, isMultiline: true),
                ], sigils: ["#": .keyword])
        ),
        (
            "javascript js jsx mjs typescript ts tsx",
            likeC(
                """
                abstract any as async await boolean break case catch class const continue debugger declare
                default delete do else enum export extends false finally for from function get if implements
                import in instanceof interface keyof let namespace never new null number of private protected
                public readonly return satisfies set static string super switch this throw true try type
                typeof undefined unknown var void while with yield
                """, quotes: [Quotes("\""), Quotes("'"), Quotes("`", isMultiline: true)],
                sigils: ["@": .keyword],
                peculiar: Peculiarities(beforePattern: javaScriptPatterns))
        ),
        (
            "go golang",
            likeC(
                """
                any bool break byte case chan const continue default defer else error fallthrough false
                float32 float64 for func go goto if import int int32 int64 interface iota map nil package
                range return rune select string struct switch true type uint uint8 uint32 uint64 uintptr var
                """,
                quotes: [Quotes("\""), Quotes("`", escape: nil, isMultiline: true), character])
        ),
        (
            "rust rs",
            likeC(
                """
                as async await bool break char const continue crate dyn else enum extern f32 f64 false fn for
                i8 i16 i32 i64 if impl in isize let loop match mod move mut pub ref return self Self static
                str struct super trait true type u8 u16 u32 u64 union unsafe use usize where while
                """, nestsComments: true, quotes: [Quotes("\"", isMultiline: true), character],
                peculiar: Peculiarities(hasRawStrings: true))
        ),
        (
            "swift",
            likeC(
                """
                actor any as associatedtype async await borrowing break case catch class consuming continue
                default defer deinit do else enum extension fallthrough false fileprivate final for func get
                guard if import in indirect init inout internal is lazy let mutating nil nonisolated open
                operator override package private protocol public repeat rethrows return self Self set some
                static struct subscript super switch throw throws true try typealias unowned var weak where
                while
                """, nestsComments: true,
                quotes: [Quotes("\"\"\"", isMultiline: true), Quotes("\"")],
                sigils: ["@": .keyword, "#": .keyword])
        ),
        (
            "kotlin kt kts scala",
            likeC(
                """
                abstract as break by case catch class companion const constructor continue data def do else
                enum extends false final finally for fun given if implicit import in init inner interface
                internal is lateinit lazy match new null object open operator out override package private
                protected public return sealed super suspend this throw trait true try type typealias using
                val var when where while with yield
                """, nestsComments: true,
                quotes: [
                    Quotes("\"\"\"", escape: nil, isMultiline: true), Quotes("\""), character,
                ],
                sigils: ["@": .keyword])
        ),
        (
            "php",
            Lexicon(
                """
                abstract and array as break callable case catch class clone const continue declare default do
                echo else elseif empty enum extends false final finally fn for foreach function global if
                implements include instanceof interface isset list match namespace new null or print private
                protected public readonly require require_once return static switch throw trait true try
                unset use var while xor yield
                """, lineComments: ["//", "#"], blockComments: cComments,
                quotes: [Quotes("\"", isMultiline: true), Quotes("'", isMultiline: true)],
                sigils: ["$": .name])
        ),
        (
            "bash sh shell zsh",
            Lexicon(
                """
                break case cd continue declare do done echo elif else esac eval exec exit export fi for
                function if in local read readonly return select set shift source test then trap unset until
                while
                """, lineComments: ["#"], commentsStartWords: true,
                quotes: [
                    Quotes("\"", isMultiline: true), Quotes("'", escape: nil, isMultiline: true),
                ],
                sigils: ["$": .name], extraInWords: "-",
                peculiar: Peculiarities(hereDocuments: .shell))
        ),
        (
            "powershell ps1",
            Lexicon(
                """
                begin break catch class continue do else elseif end exit filter finally for foreach from
                function if in param process return switch throw trap try until while
                """, ignoresCase: true, lineComments: ["#"], blockComments: [("<#", "#>")],
                quotes: [Quotes("\"", escape: "`"), Quotes("'", escape: nil)],
                sigils: ["$": .name], extraInWords: "-")
        ),
        (
            "makefile make",
            Lexicon(
                "define else endef endif export ifdef ifeq ifndef ifneq include override",
                lineComments: ["#"], quotes: [], sigils: ["$": .name])
        ),
        (
            "haskell hs",
            Lexicon(
                """
                case class data deriving do else family forall foreign if import in infix infixl infixr
                instance let mdo module newtype of qualified then type where
                """, lineComments: ["--"], blockComments: [("{-", "-}")], nestsComments: true,
                quotes: [Quotes("\""), character], extraInWords: "'")
        ),
        (
            "ocaml ml fsharp",
            Lexicon(
                """
                and as assert begin class constraint do done downto else end exception external false for fun
                function functor if in include inherit initializer lazy let match method module mutable new
                object of open or private rec sig struct then to true try type val virtual when while with
                """, lineComments: ["//"], blockComments: [("(*", "*)")], nestsComments: true,
                quotes: [Quotes("\"", isMultiline: true), character])
        ),
        (
            "lua",
            Lexicon(
                """
                and break do else elseif end false for function goto if in local nil not or repeat return
                then true until while
                """, lineComments: ["--"], blockComments: [("--[[", "]]")],
                quotes: [
                    Quotes("\""), Quotes("'"), Quotes("[[", "]]", escape: nil, isMultiline: true),
                ])
        ),
        (
            "ruby rb crystal",
            Lexicon(
                """
                alias and begin break case class def defined do else elsif end ensure extend false for if in
                include module next nil not or private protected public raise redo require rescue retry
                return self super then true undef unless until when while yield
                """, lineComments: ["#"], sigils: ["@": .name, "$": .name], extraInWords: "?!",
                peculiar: Peculiarities(
                    hereDocuments: .script, beforePattern: rubyPatterns, hasPercentQuotes: true))
        ),
        (
            "perl pl",
            Lexicon(
                """
                and cmp die each else elsif eq for foreach ge given gt if keys last le local lt my ne next no
                not or our package print push redo require return say shift sub undef unless until use values
                warn when while
                """, lineComments: ["#"], commentsStartWords: true,
                quotes: [Quotes("\"", isMultiline: true), Quotes("'", isMultiline: true)],
                sigils: ["$": .name, "@": .name, "%": .name],
                peculiar: Peculiarities(
                    hereDocuments: .script, beforePattern: perlPatterns, quoteWords: perlQuotes))
        ),
        (
            "fortran f90 f95 f03 f08",
            Lexicon(
                """
                allocatable allocate associate block call case character class close complex contains cycle
                deallocate dimension do elemental else elseif end enddo endif entry exit external false
                forall format function go goto if implicit in inout integer intent interface intrinsic kind
                logical module none nullify only open optional out parameter pointer print private procedure
                program public pure read real recursive result return save select stop subroutine target then
                to true type use where while write
                """, ignoresCase: true, lineComments: ["!"],
                quotes: [Quotes("\"", escape: nil), Quotes("'", escape: nil)])
        ),
        (
            "lisp scheme racket clojure elisp emacs-lisp",
            Lexicon(
                """
                and begin case cond def define defmacro defn defun defvar do else fn for if lambda let letrec
                loop nil ns or progn quote recur require set! setf setq unless when
                """, lineComments: [";"], blockComments: [("#|", "|#")], nestsComments: true,
                quotes: [Quotes("\"", isMultiline: true)], extraInWords: "-!?*+/<>=")
        ),
        (
            "prolog erlang",
            Lexicon(
                "after and begin case catch div end fun if is mod module not of or receive rem try when xor",
                lineComments: ["%"], blockComments: cComments)
        ),
        (
            "lean lean4 agda coq rocq",
            Lexicon(
                """
                abbrev at axiom by calc class data def Definition deriving do else end End example exact
                Export extends fix Fixpoint for forall from fun have if import in inductive Inductive infix
                instance intro Lemma lemma let Ltac match module mutual namespace notation of open postulate
                private Proof Prop Qed record return Require rewrite rfl section Section show simp sorry
                structure theorem Theorem then Type universe variable Variable where with
                """, lineComments: ["--"],
                blockComments: [("/-", "-/"), ("(*", "*)"), ("{-", "-}")],
                nestsComments: true, quotes: [Quotes("\"")], extraInWords: "'")
        ),
    ]
}
