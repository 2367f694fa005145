import Math
import Testing

/// Each construct of the notation by itself, in running text.
@Suite struct ConstructTests {
    @Test(arguments: signs + marks + environments + more)
    func becomes(source: String, expected: String) {
        let formula = Formula(source)
        #expect(formula.complaints == [])
        #expect(formula.body == expected)
        #expect(MarkupChecker.problems(in: formula.markup) == [])
    }

    /// Letters, numbers, signs, large operators and functions.
    static let signs: [(String, String)] = [
        (#"x"#, #"<mi>x</mi>"#),
        (#"\alpha"#, #"<mi>α</mi>"#),
        (#"\Gamma"#, #"<mi mathvariant="normal">Γ</mi>"#),
        (#"\infty"#, #"<mi>∞</mi>"#),
        (#"\nabla"#, #"<mi mathvariant="normal">∇</mi>"#),
        (#"\mathrm{d}"#, #"<mi mathvariant="normal">d</mi>"#),
        (#"\mathrm{Var}"#, #"<mi>Var</mi>"#),
        (#"\mathit{diff}"#, #"<mi>𝑑𝑖𝑓𝑓</mi>"#),
        (#"\mathbf{Ab}"#, #"<mi>𝐀𝐛</mi>"#),
        (#"\mathbf{\beta}"#, #"<mi>𝛃</mi>"#),
        (#"\mathbb{R}"#, #"<mi>ℝ</mi>"#),
        (#"\mathbb{1}"#, #"<mn>𝟙</mn>"#),
        (#"\mathcal{H}"#, "<mi>ℋ\u{FE00}</mi>"), (#"\mathscr{A}"#, "<mi>𝒜\u{FE01}</mi>"),
        (#"\mathscr{a}"#, "<mi>𝒶</mi>"),
        (#"\mathfrak{g}"#, #"<mi>𝔤</mi>"#),
        (#"\mathsf{Ab1}"#, #"<mi>𝖠𝖻𝟣</mi>"#),
        (#"\mathtt{x1}"#, #"<mi>𝚡𝟷</mi>"#),
        (#"\boldsymbol{\beta\Sigma x}"#, #"<mrow><mi>𝜷</mi><mi>𝚺</mi><mi>𝒙</mi></mrow>"#),
        (#"\bm{\mathcal{L}}"#, #"<mi>𝓛</mi>"#),
        (#"{\rm const}"#, #"<mi>const</mi>"#),
        (#"3.14"#, #"<mn>3.14</mn>"#),
        (#".5"#, #"<mn>.5</mn>"#),
        (#"1{,}000"#, #"<mn>1,000</mn>"#),
        (#"12^2"#, #"<msup><mn>12</mn><mn>2</mn></msup>"#),
        (#"x^10"#, #"<mrow><msup><mi>x</mi><mn>1</mn></msup><mn>0</mn></mrow>"#),
        (#"50\%"#, #"<mrow><mn>50</mn><mi>%</mi></mrow>"#),
        (#"a+b"#, #"<mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow>"#),
        (#"-x"#, #"<mrow><mo>−</mo><mi>x</mi></mrow>"#),
        (#"a=-b"#, #"<mrow><mi>a</mi><mo>=</mo><mo form="prefix">−</mo><mi>b</mi></mrow>"#),
        (
            #"(-x)"#,
            #"""
            <mrow><mo stretchy="false">(</mo><mo form="prefix">−</mo><mi>x</mi>\#
            <mo stretchy="false">)</mo></mrow>
            """#
        ),
        (
            #"a-(-b)"#,
            #"""
            <mrow><mi>a</mi><mo>−</mo><mo stretchy="false">(</mo><mo form="prefix">−</mo>\#
            <mi>b</mi><mo stretchy="false">)</mo></mrow>
            """#
        ),
        (#"a,b"#, #"<mrow><mi>a</mi><mo>,</mo><mi>b</mi></mrow>"#),
        (#"a:=b"#, #"<mrow><mi>a</mi><mo>:=</mo><mi>b</mi></mrow>"#),
        (#"a/b"#, #"<mrow><mi>a</mi><mo lspace="0" rspace="0">/</mo><mi>b</mi></mrow>"#),
        (
            #"x_{i+1}"#,
            #"""
            <msub><mi>x</mi><mrow><mi>i</mi><mo lspace="0" rspace="0">+</mo><mn>1</mn>\#
            </mrow></msub>
            """#
        ),
        (
            #"x_{i,j}"#,
            #"<msub><mi>x</mi><mrow><mi>i</mi><mo rspace="0">,</mo><mi>j</mi></mrow></msub>"#
        ),
        (#"A^*"#, #"<msup><mi>A</mi><mo>∗</mo></msup>"#),
        (#"x^{-1}"#, #"<msup><mi>x</mi><mrow><mo>−</mo><mn>1</mn></mrow></msup>"#),
        (
            #"P(A|B)"#,
            #"""
            <mrow><mi>P</mi><mo stretchy="false">(</mo><mi>A</mi>\#
            <mo lspace="0" rspace="0">|</mo><mi>B</mi><mo stretchy="false">)</mo></mrow>
            """#
        ),
        (
            #"|x|"#,
            #"<mrow><mo stretchy="false">|</mo><mi>x</mi><mo stretchy="false">|</mo></mrow>"#
        ),
        (
            #"|x|+|y|"#,
            #"""
            <mrow><mo stretchy="false">|</mo><mi>x</mi><mo lspace="0" rspace="0">|</mo>\#
            <mo>+</mo><mo lspace="0" rspace="0">|</mo><mi>y</mi><mo stretchy="false">|\#
            </mo></mrow>
            """#
        ),
        (
            #"|x|^2+1"#,
            #"""
            <mrow><mo stretchy="false">|</mo><mi>x</mi><msup>\#
            <mo form="postfix" stretchy="false">|</mo><mn>2</mn></msup><mo>+</mo><mn>1\#
            </mn></mrow>
            """#
        ),
        (
            #"\lvert x\rvert y"#,
            #"""
            <mrow><mo stretchy="false">|</mo><mi>x</mi>\#
            <mo form="postfix" stretchy="false">|</mo><mi>y</mi></mrow>
            """#
        ),
        (#"a\mid b"#, #"<mrow><mi>a</mi><mo>∣</mo><mi>b</mi></mrow>"#),
        (#"a\not=b"#, #"<mrow><mi>a</mi><mo>≠</mo><mi>b</mi></mrow>"#),
        (#"a\not\in B"#, #"<mrow><mi>a</mi><mo>∉</mo><mi>B</mi></mrow>"#),
        (#"\not\alpha"#, #"<mi>α̸</mi>"#),
        (#"a\neq b"#, #"<mrow><mi>a</mi><mo>≠</mo><mi>b</mi></mrow>"#),
        (#"2\times3"#, #"<mrow><mn>2</mn><mo>×</mo><mn>3</mn></mrow>"#),
        (
            #"f(x)!"#,
            #"""
            <mrow><mi>f</mi><mo stretchy="false">(</mo><mi>x</mi><mo stretchy="false">)\#
            </mo><mo>!</mo></mrow>
            """#
        ),
        (#"\sum_i x"#, #"<mrow><msub><mo lspace="0">∑</mo><mi>i</mi></msub><mi>x</mi></mrow>"#),
        (
            #"\sum\limits_i x"#,
            #"""
            <mrow><munder><mo lspace="0" movablelimits="false">∑</mo><mi>i</mi></munder>\#
            <mi>x</mi></mrow>
            """#
        ),
        (
            #"\int_0^1 f"#,
            #"<mrow><msubsup><mo lspace="0">∫</mo><mn>0</mn><mn>1</mn></msubsup><mi>f</mi></mrow>"#
        ),
        (
            #"\int\limits_0^1 f"#,
            #"""
            <mrow><munderover><mo lspace="0">∫</mo><mn>0</mn><mn>1</mn></munderover><mi>f\#
            </mi></mrow>
            """#
        ),
        (
            #"\max_i x"#,
            #"""
            <mrow><msub><mi>max</mi><mi>i</mi></msub><mo rspace=".1667em">\#u{2061}</mo>\#
            <mi>x</mi></mrow>
            """#
        ),
        (#"=\sum x"#, #"<mrow><mo lspace="0">=</mo><mo lspace="0">∑</mo><mi>x</mi></mrow>"#),
        (#"\sin x"#, #"<mrow><mi>sin</mi><mo rspace=".1667em">\#u{2061}</mo><mi>x</mi></mrow>"#),
        (
            #"\sin(x)"#,
            #"""
            <mrow><mi>sin</mi><mo>\#u{2061}</mo><mo stretchy="false">(</mo><mi>x</mi>\#
            <mo stretchy="false">)</mo></mrow>
            """#
        ),
        (
            #"2\sin x\cos y"#,
            #"""
            <mrow><mn>2</mn><mspace width=".1667em"/><mi>sin</mi><mo rspace=".1667em">\#
            \#u{2061}</mo><mi>x</mi><mspace width=".1667em"/><mi>cos</mi>\#
            <mo rspace=".1667em">\#u{2061}</mo><mi>y</mi></mrow>
            """#
        ),
        (
            #"\log_2 x"#,
            #"""
            <mrow><msub><mi>log</mi><mn>2</mn></msub><mo rspace=".1667em">\#u{2061}</mo>\#
            <mi>x</mi></mrow>
            """#
        ),
        (
            #"\sin^2x"#,
            #"""
            <mrow><msup><mi>sin</mi><mn>2</mn></msup><mo rspace=".1667em">\#u{2061}</mo>\#
            <mi>x</mi></mrow>
            """#
        ),
        (
            #"\operatorname{tr}A"#,
            #"<mrow><mi>tr</mi><mo rspace=".1667em">\#u{2061}</mo><mi>A</mi></mrow>"#
        ),
        (
            #"\operatorname*{arg\,max}_x f"#,
            #"""
            <mrow><msub><mi>arg\#u{2009}max</mi><mi>x</mi></msub><mo rspace=".1667em">\#
            \#u{2061}</mo><mi>f</mi></mrow>
            """#
        ),
        (
            #"\operatorname{d}x"#,
            #"""
            <mrow><mi mathvariant="normal">d</mi><mo rspace=".1667em">\#u{2061}</mo><mi>x\#
            </mi></mrow>
            """#
        ),
        (
            #"\lim_{x\to0}f"#,
            #"""
            <mrow><msub><mi>lim</mi><mrow><mi>x</mi><mo lspace="0" rspace="0">→</mo><mn>0\#
            </mn></mrow></msub><mo rspace=".1667em">\#u{2061}</mo><mi>f</mi></mrow>
            """#
        ),
    ]
}
