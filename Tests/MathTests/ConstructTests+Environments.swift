extension ConstructTests {
    /// Rows and columns.
    static let environments: [(String, String)] = [
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
    ]

    /// What is written in more than one way, and what stands beside other things.
    static let more: [(String, String)] = [
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
