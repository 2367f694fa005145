extension ConstructTests {
    /// Fractions, roots, scripts, delimiters, accents, text and spaces.
    static let marks: [(String, String)] = [
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
    ]
}
