import Math
import Testing

/// Each construct of the notation by itself, in running text.
@Suite struct ConstructTests {
    @Test(arguments: constructs)
    func becomes(source: String, expected: String) {
        let formula = Formula(source)
        #expect(formula.complaints == [])
        #expect(formula.body == expected)
        #expect(MarkupChecker.problems(in: formula.markup) == [])
    }

    static let constructs: [(String, String)] = [
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
        (#"\mathcal{H}"#, #"<mi>ℋ</mi>"#),
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
        (#"\frac12"#, #"<mfrac><mn>1</mn><mn>2</mn></mfrac>"#),
        (
            #"\frac{a+b}{c}"#,
            #"""
            <mfrac><mrow><mi>a</mi><mo lspace="0" rspace="0">+</mo><mi>b</mi></mrow><mi>c\#
            </mi></mfrac>
            """#
        ),
        (#"\dfrac12"#, #"<mfrac displaystyle="true"><mn>1</mn><mn>2</mn></mfrac>"#),
        (#"\tfrac12"#, #"<mfrac><mn>1</mn><mn>2</mn></mfrac>"#),
        (
            #"\binom nk"#,
            #"""
            <mrow><mo>(</mo><mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac><mo>)\#
            </mo></mrow>
            """#
        ),
        (
            #"{n\choose k}"#,
            #"""
            <mrow><mo>(</mo><mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac><mo>)\#
            </mo></mrow>
            """#
        ),
        (#"a\over b"#, #"<mfrac><mi>a</mi><mi>b</mi></mfrac>"#),
        (#"\sqrt2"#, #"<msqrt><mn>2</mn></msqrt>"#),
        (
            #"\sqrt[3]{x+1}"#,
            #"<mroot><mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow><mn>3</mn></mroot>"#
        ),
        (#"x^2"#, #"<msup><mi>x</mi><mn>2</mn></msup>"#),
        (#"x_i"#, #"<msub><mi>x</mi><mi>i</mi></msub>"#),
        (#"x_i^2"#, #"<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"#),
        (#"x^2_i"#, #"<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"#),
        (#"f'"#, #"<msup><mi>f</mi><mo>′</mo></msup>"#),
        (#"f''"#, #"<msup><mi>f</mi><mo>″</mo></msup>"#),
        (#"f'^2"#, #"<msup><mi>f</mi><mrow><mo>′</mo><mn>2</mn></mrow></msup>"#),
        (#"x_i'"#, #"<msubsup><mi>x</mi><mi>i</mi><mo>′</mo></msubsup>"#),
        (#"{}_a^bX"#, #"<mrow><msubsup><mi></mi><mi>a</mi><mi>b</mi></msubsup><mi>X</mi></mrow>"#),
        (#"x^{y^z}"#, #"<msup><mi>x</mi><msup><mi>y</mi><mi>z</mi></msup></msup>"#),
        (#"\left(x\right)"#, #"<mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow>"#),
        (#"\left.x\right|_0"#, #"<msub><mrow><mi>x</mi><mo>|</mo></mrow><mn>0</mn></msub>"#),
        (
            #"\left(a\middle|b\right)"#,
            #"""
            <mrow><mo>(</mo><mi>a</mi><mo lspace="0" rspace="0" stretchy="true">|</mo><mi>\#
            b</mi><mo>)</mo></mrow>
            """#
        ),
        (#"\left\{x\right."#, #"<mrow><mo>{</mo><mi>x</mi></mrow>"#),
        (#"\left<x\right>"#, #"<mrow><mo>⟨</mo><mi>x</mi><mo>⟩</mo></mrow>"#),
        (
            #"\left/x\right/"#,
            #"""
            <mrow><mo lspace="0" rspace="0" stretchy="true">/</mo><mi>x</mi>\#
            <mo lspace="0" rspace="0" stretchy="true">/</mo></mrow>
            """#
        ),
        (
            #"\big(x\big)"#,
            #"""
            <mrow><mo minsize="1.2em" maxsize="1.2em">(</mo><mi>x</mi>\#
            <mo minsize="1.2em" maxsize="1.2em">)</mo></mrow>
            """#
        ),
        (
            #"\bigl|x\bigr|"#,
            #"""
            <mrow><mo minsize="1.2em" maxsize="1.2em">|</mo><mi>x</mi>\#
            <mo minsize="1.2em" maxsize="1.2em">|</mo></mrow>
            """#
        ),
        (#"\hat x"#, #"<mover accent="true"><mi>x</mi><mo stretchy="false">ˆ</mo></mover>"#),
        (
            #"\widehat{ab}"#,
            #"""
            <mover accent="true"><mrow><mi>a</mi><mi>b</mi></mrow><mo stretchy="true">\#
            &#x302;</mo></mover>
            """#
        ),
        (#"\bar x"#, #"<mover accent="true"><mi>x</mi><mo stretchy="false">ˉ</mo></mover>"#),
        (
            #"\overline{ab}"#,
            #"""
            <mover accent="true" class="overline"><mrow><mi>a</mi><mi>b</mi></mrow><mo>‾\#
            </mo></mover>
            """#
        ),
        (
            #"\underline{a}"#,
            #"<munder accentunder="true" class="underline"><mi>a</mi><mo>_</mo></munder>"#
        ),
        (#"\vec v"#, #"<mover accent="true"><mi>v</mi><mo stretchy="true">&#x20d7;</mo></mover>"#),
        (
            #"\overbrace{a}^b"#,
            #"<mover><mover accent="true"><mi>a</mi><mo>⏞</mo></mover><mi>b</mi></mover>"#
        ),
        (
            #"\underbrace{a+b}_{c}"#,
            #"""
            <munder><munder accentunder="true"><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow>\#
            <mo>⏟</mo></munder><mi>c</mi></munder>
            """#
        ),
        (
            #"\overset{!}{=}"#,
            #"<mrow><mover><mo lspace="0" rspace="0">=</mo><mo>!</mo></mover></mrow>"#
        ),
        (
            #"a\overset{p}{\to}b"#,
            #"<mrow><mi>a</mi><mover><mo>→</mo><mi>p</mi></mover><mi>b</mi></mrow>"#
        ),
        (
            #"a\stackrel{d}{=}b"#,
            #"<mrow><mi>a</mi><mover><mo>=</mo><mi>d</mi></mover><mi>b</mi></mrow>"#
        ),
        (#"\underset{x}{y}"#, #"<munder><mi>y</mi><mi>x</mi></munder>"#),
        (
            #"a\xrightarrow[b]{c}d"#,
            #"""
            <mrow><mi>a</mi><munderover><mo>→</mo><mrow><mspace width=".4em"/><mi>b</mi>\#
            <mspace width=".4em"/></mrow><mrow><mspace width=".4em"/><mi>c</mi>\#
            <mspace width=".4em"/></mrow></munderover><mi>d</mi></mrow>
            """#
        ),
        (#"\text{if}"#, #"<mtext>if</mtext>"#),
        (#"\text{ if }x"#, #"<mrow><mtext>\#u{A0}if\#u{A0}</mtext><mi>x</mi></mrow>"#),
        (
            #"\text{a $x$ b}"#,
            #"<mrow><mtext>a\#u{A0}</mtext><mi>x</mi><mtext>\#u{A0}b</mtext></mrow>"#
        ),
        (#"\textbf{a}"#, #"<mtext><b>a</b></mtext>"#),
        (
            #"\textit{a}\texttt{b}"#,
            #"<mrow><mtext><i>a</i></mtext><mtext><code>b</code></mtext></mrow>"#
        ),
        (#"\text{``a''---b}"#, #"<mtext>“a”—b</mtext>"#),
        (#"\text{50\% \& é}"#, #"<mtext>50% &amp; é</mtext>"#),
        (#"a\,b"#, #"<mrow><mi>a</mi><mspace width=".1667em"/><mi>b</mi></mrow>"#),
        (#"a\!b"#, #"<mrow><mi>a</mi><mspace class="back"/><mi>b</mi></mrow>"#),
        (#"a\quad b"#, #"<mrow><mi>a</mi><mspace width="1em"/><mi>b</mi></mrow>"#),
        (#"a=\;b"#, #"<mrow><mi>a</mi><mo rspace=".5556em">=</mo><mi>b</mi></mrow>"#),
        (#"a~b"#, #"<mrow><mi>a</mi><mspace width=".3333em"/><mi>b</mi></mrow>"#),
        (#"\hspace{1.5em}"#, #"<mrow><mspace width="1.5em"/></mrow>"#),
        (#"a\kern 2em b"#, #"<mrow><mi>a</mi><mspace width="2em"/><mi>b</mi></mrow>"#),
        (#"\phantom{x}"#, #"<mphantom><mi>x</mi></mphantom>"#),
        (
            #"\hphantom{x}"#,
            #"<mpadded height="0" depth="0"><mphantom><mi>x</mi></mphantom></mpadded>"#
        ),
        (#"\vphantom{x}"#, #"<mpadded width="0"><mphantom><mi>x</mi></mphantom></mpadded>"#),
        (#"\smash{x}"#, #"<mpadded height="0" depth="0"><mi>x</mi></mpadded>"#),
        (
            #"\displaystyle\sum_i x"#,
            #"""
            <mrow displaystyle="true"><munder><mo lspace="0">∑</mo><mi>i</mi></munder><mi>\#
            x</mi></mrow>
            """#
        ),
        (
            #"a\textcolor{red}{=}b"#,
            #"<mrow><mi>a</mi><mrow mathcolor="red"><mo>=</mo></mrow><mi>b</mi></mrow>"#
        ),
        (
            #"{\color{#0a0}x}y"#,
            ##"<mrow><mrow mathcolor="#0a0"><mi>x</mi></mrow><mi>y</mi></mrow>"##
        ),
        (#"\boxed{x}"#, #"<mrow class="boxed"><mi>x</mi></mrow>"#),
        (#"\cancel{x}"#, #"<mrow class="cancel"><mi>x</mi></mrow>"#),
        (
            #"a\bmod b"#,
            #"<mrow><mi>a</mi><mo lspace=".2222em" rspace=".2222em">mod</mo><mi>b</mi></mrow>"#
        ),
        (
            #"a\pmod n"#,
            #"""
            <mrow><mi>a</mi><mrow><mo lspace=".4444em" stretchy="false">(</mo><mi>mod</mi>\#
            <mspace width=".3333em"/><mi>n</mi><mo stretchy="false">)</mo></mrow></mrow>
            """#
        ),
        (
            #"a,\dots,b"#,
            #"""
            <mrow><mi>a</mi><mo>,</mo><mo lspace="0" rspace=".1667em">…</mo><mo>,</mo><mi>\#
            b</mi></mrow>
            """#
        ),
        (
            #"a+\dots+b"#,
            #"""
            <mrow><mi>a</mi><mo>+</mo><mo lspace="0" rspace="0">⋯</mo><mo>+</mo><mi>b</mi>\#
            </mrow>
            """#
        ),
        (
            #"a\implies b"#,
            #"<mrow><mi>a</mi><mo lspace=".5556em" rspace=".5556em">⟹</mo><mi>b</mi></mrow>"#
        ),
        (
            #"x\mathrel{R}y"#,
            #"""
            <mrow><mi>x</mi><mspace width=".2778em"/><mi>R</mi><mspace width=".2778em"/>\#
            <mi>y</mi></mrow>
            """#
        ),
        (#"\mathop{F}_x"#, #"<msub><mi>F</mi><mi>x</mi></msub>"#),
        (#"X\perp\!\!\!\perp Y"#, #"<mrow><mi>X</mi><mo>⫫</mo><mi>Y</mi></mrow>"#),
        (
            #"\tag{1}x"#,
            #"""
            <mrow><mi>x</mi><mspace width="2em"/><mrow class="tag"><mtext>(1)</mtext>\#
            </mrow></mrow>
            """#
        ),
        (
            #"x\tag*{A}"#,
            #"""
            <mrow><mi>x</mi><mspace width="2em"/><mrow class="tag"><mtext>A</mtext></mrow>\#
            </mrow>
            """#
        ),
        (
            #"\begin{matrix}a&b\\c\end{matrix}"#,
            #"""
            <mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mi>c\#
            </mi></mtd></mtr></mtable>
            """#
        ),
        (
            #"\begin{pmatrix}a\end{pmatrix}"#,
            #"<mrow><mo>(</mo><mtable><mtr><mtd><mi>a</mi></mtd></mtr></mtable><mo>)</mo></mrow>"#
        ),
        (
            #"\begin{pmatrix*}[r]1\end{pmatrix*}"#,
            #"""
            <mrow><mo>(</mo><mtable><mtr><mtd class="right"><mn>1</mn></mtd></mtr>\#
            </mtable><mo>)</mo></mrow>
            """#
        ),
        (
            #"\begin{smallmatrix}a\end{smallmatrix}"#,
            #"<mtable class="small" scriptlevel="1"><mtr><mtd><mi>a</mi></mtd></mtr></mtable>"#
        ),
        (
            #"\begin{array}{l|r}a&b\\\hline c&d\end{array}"#,
            #"""
            <mtable><mtr><mtd class="left"><mi>a</mi></mtd><mtd class="right rule"><mi>b\#
            </mi></mtd></mtr><mtr class="rule"><mtd class="left"><mi>c</mi></mtd>\#
            <mtd class="right rule"><mi>d</mi></mtd></mtr></mtable>
            """#
        ),
        (
            #"\begin{array}{*{2}{c}}a&b\\[1ex]\end{array}"#,
            #"<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable>"#
        ),
        (
            #"\begin{cases}a&b\end{cases}"#,
            #"""
            <mrow><mo>{</mo><mtable class="cases"><mtr><mtd><mi>a</mi></mtd><mtd><mi>b\#
            </mi></mtd></mtr></mtable></mrow>
            """#
        ),
        (
            #"\begin{aligned}a&=b\\&+c\end{aligned}"#,
            #"""
            <mtable class="align" displaystyle="true"><mtr><mtd><mi>a</mi></mtd><mtd><mo>=\#
            </mo><mi>b</mi></mtd></mtr><mtr><mtd></mtd><mtd><mo form="infix">+</mo><mi>c\#
            </mi></mtd></mtr></mtable>
            """#
        ),
        (
            #"\begin{alignedat}{2}a&b\end{alignedat}"#,
            #"""
            <mtable class="align close" displaystyle="true"><mtr><mtd><mi>a</mi></mtd>\#
            <mtd><mi>b</mi></mtd></mtr></mtable>
            """#
        ),
        (
            #"\begin{gathered}a\\b\end{gathered}"#,
            #"""
            <mtable displaystyle="true"><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b\#
            </mi></mtd></mtr></mtable>
            """#
        ),
        (#"\begin{equation}a\end{equation}"#, #"<mi>a</mi>"#),
        (
            #"\sum_{\substack{a\\b}}c"#,
            #"""
            <mrow><msub><mo lspace="0">∑</mo><mtable class="small"><mtr><mtd><mi>a</mi>\#
            </mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable></msub><mi>c</mi></mrow>
            """#
        ),
        (
            #"\genfrac{[}{]}{0pt}{}{n}{k}"#,
            #"""
            <mrow><mo>[</mo><mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac><mo>]\#
            </mo></mrow>
            """#
        ),
        (
            #"\prescript{a}{b}{X}"#,
            #"<mrow><msubsup><mi></mi><mi>b</mi><mi>a</mi></msubsup><mi>X</mi></mrow>"#
        ),
        (#"α≤ℝ"#, #"<mrow><mi>α</mi><mo>≤</mo><mi>ℝ</mi></mrow>"#),
        (#"e%comment"#, #"<mi>e</mi>"#),
        (
            #"\{x\}"#,
            #"<mrow><mo stretchy="false">{</mo><mi>x</mi><mo stretchy="false">}</mo></mrow>"#
        ),
        (
            #"\langle x\rangle"#,
            #"<mrow><mo stretchy="false">⟨</mo><mi>x</mi><mo stretchy="false">⟩</mo></mrow>"#
        ),
        (
            #"\|x\|"#,
            #"<mrow><mo stretchy="false">‖</mo><mi>x</mi><mo stretchy="false">‖</mo></mrow>"#
        ),
        (
            #"x\text{ a }=\text{ b}"#,
            #"""
            <mrow><mi>x</mi><mtext>\#u{A0}a\#u{A0}</mtext><mo>=</mo><mtext>\#u{A0}b\#
            </mtext></mrow>
            """#
        ),
        (
            #"=\text{a}"#,
            #"""
            <mrow><mo lspace="0" rspace="0">=</mo><mspace width=".2778em"/><mtext>a\#
            </mtext></mrow>
            """#
        ),
        (#"a\colon b"#, #"<mrow><mi>a</mi><mo>:</mo><mi>b</mi></mrow>"#),
        (
            #"\dot x\ddot x"#,
            #"""
            <mrow><mover accent="true"><mi>x</mi><mo>˙</mo></mover><mover accent="true">\#
            <mi>x</mi><mo>¨</mo></mover></mrow>
            """#
        ),
        (#"\mathring A"#, #"<mover accent="true"><mi>A</mi><mo>˚</mo></mover>"#),
        (#"\nleq"#, #"<mrow><mo lspace="0" rspace="0">≰</mo></mrow>"#),
        (#"\emptyset"#, #"<mi>∅</mi>"#),
        (
            #"\cos\left(x\right)"#,
            #"""
            <mrow><mi>cos</mi><mo>\#u{2061}</mo><mrow><mo>(</mo><mi>x</mi><mo>)</mo>\#
            </mrow></mrow>
            """#
        ),
        (
            #"\Pr(X)"#,
            #"""
            <mrow><mi>Pr</mi><mo>\#u{2061}</mo><mo stretchy="false">(</mo><mi>X</mi>\#
            <mo stretchy="false">)</mo></mrow>
            """#
        ),
        (
            #"\|x\|_2 y"#,
            #"""
            <mrow><mo stretchy="false">‖</mo><mi>x</mi><msub>\#
            <mo form="postfix" stretchy="false">‖</mo><mn>2</mn></msub><mi>y</mi></mrow>
            """#
        ),
        (
            #"a-_pb"#,
            #"<mrow><mi>a</mi><msub><mo form="infix">−</mo><mi>p</mi></msub><mi>b</mi></mrow>"#
        ),
        (
            #"a\stackrel{d}{\sim}b"#,
            #"<mrow><mi>a</mi><mover><mo form="infix">∼</mo><mi>d</mi></mover><mi>b</mi></mrow>"#
        ),
        (
            #"|x|\,y"#,
            #"""
            <mrow><mo stretchy="false">|</mo><mi>x</mi><mo lspace="0" rspace=".1667em">|\#
            </mo><mi>y</mi></mrow>
            """#
        ),
        (
            #"\begin{aligned}a&=b\tag{1}\\c&=d&e\tag{2}\end{aligned}"#,
            #"""
            <mtable class="align" displaystyle="true"><mtr><mtd><mi>a</mi></mtd><mtd><mo>=\#
            </mo><mi>b</mi></mtd><mtd></mtd><mtd class="tag"><mtext>(1)</mtext></mtd>\#
            </mtr><mtr><mtd><mi>c</mi></mtd><mtd><mo>=</mo><mi>d</mi></mtd><mtd><mi>e</mi>\#
            </mtd><mtd class="tag"><mtext>(2)</mtext></mtd></mtr></mtable>
            """#
        ),
        (#"\iff x"#, #"<mrow><mo rspace=".5556em">⟺</mo><mi>x</mi></mrow>"#),
        (
            #"a\overset{\text{def}}{=}b"#,
            #"<mrow><mi>a</mi><mover><mo>=</mo><mtext>def</mtext></mover><mi>b</mi></mrow>"#
        ),
        (
            #"\text{ATE}=\mathbb{E}[Y]"#,
            #"""
            <mrow><mtext>ATE</mtext><mo>=</mo><mi>𝔼</mi><mo stretchy="false">[</mo><mi>Y\#
            </mi><mo stretchy="false">]</mo></mrow>
            """#
        ),
        (
            #"\frac{\partial^2 f}{\partial x^2}"#,
            #"""
            <mfrac><mrow><msup><mi>∂</mi><mn>2</mn></msup><mi>f</mi></mrow><mrow><mi>∂\#
            </mi><msup><mi>x</mi><mn>2</mn></msup></mrow></mfrac>
            """#
        ),
        (#"\left\lVert x\right\rVert"#, #"<mrow><mo>‖</mo><mi>x</mi><mo>‖</mo></mrow>"#),
    ]
}
