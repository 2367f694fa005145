/// The signs: a name and a character, by turns.

extension SymbolTable {
    static let smallGreek = """
        alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
        kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ
        varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ
        """

    static let capitalGreek = """
        Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
        Alpha Α Beta Β Epsilon Ε Zeta Ζ Eta Η Iota Ι Kappa Κ Mu Μ Nu Ν Omicron Ο Rho Ρ Tau Τ Chi Χ
        """

    static let slantedCapitals = """
        varGamma Γ varDelta Δ varTheta Θ varLambda Λ varXi Ξ varPi Π varSigma Σ varUpsilon Υ
        varPhi Φ varPsi Ψ varOmega Ω
        """

    static let letters = """
        infty ∞ ell ℓ hbar ℏ hslash ℏ imath ı jmath ȷ wp ℘ Re ℜ Im ℑ aleph ℵ beth ℶ gimel ℷ daleth ℸ
        partial ∂ emptyset ∅ varnothing ∅ eth ð mho ℧ Finv Ⅎ Game ⅁ Bbbk 𝕜 complement ∁ circledR ®
        circledS Ⓢ yen ¥ maltese ✠ checkmark ✓ & & % % $ $ # # _ _ pounds £ euro € degree °
        textdollar $ copyright © dag † ddag ‡
        clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ flat ♭ natural ♮ sharp ♯
        """

    static let uprightLetters = "nabla ∇"

    static let ordinarySigns = """
        forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠ measuredangle ∡
        sphericalangle ∢ triangle △ triangledown ▽ square □ Box □ blacksquare ■ Diamond ◊ lozenge ◊
        blacklozenge ⧫ bigstar ★ prime ′ backprime ‵ blacktriangle ▲ blacktriangledown ▼ surd √
        vert | | ‖ Vert ‖ backslash \\ diagup ╱ diagdown ╲ slash /
        """

    static let binaryOperators = """
        pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ cap ∩ cup ∪ uplus ⊎ sqcap ⊓
        sqcup ⊔ vee ∨ lor ∨ wedge ∧ land ∧ setminus ∖ smallsetminus ∖ wr ≀ diamond ⋄ oplus ⊕
        ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ bigcirc ◯ dagger † ddagger ‡ amalg ⨿ bigtriangleup △
        bigtriangledown ▽ triangleleft ◃ triangleright ▹ dotplus ∔ ltimes ⋉ rtimes ⋊ Cap ⋒ Cup ⋓
        doublecap ⋒ doublecup ⋓ leftthreetimes ⋋ rightthreetimes ⋌ barwedge ⌅ doublebarwedge ⌆
        veebar ⊻ curlywedge ⋏ curlyvee ⋎ circleddash ⊝ circledast ⊛ circledcirc ⊚ centerdot ·
        intercal ⊺ divideontimes ⋇ boxminus ⊟ boxtimes ⊠ boxdot ⊡ boxplus ⊞ gtrdot ⋗ lessdot ⋖
        lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵
        """

    static let relations = """
        neq ≠ ne ≠ equiv ≡ sim ∼ simeq ≃ approx ≈ cong ≅ propto ∝ varpropto ∝ asymp ≍ doteq ≐
        mid ∣ parallel ∥ perp ⊥ in ∈ ni ∋ owns ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇
        sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩
        Vvdash ⊪ bowtie ⋈ Join ⋈ smile ⌣ frown ⌢ approxeq ≊ thicksim ∼ thickapprox ≈ backsim ∽
        backsimeq ⋍ Subset ⋐ Supset ⋑ subseteqq ⫅ supseteqq ⫆ doteqdot ≑ Doteq ≑ risingdotseq ≓
        fallingdotseq ≒ circeq ≗ eqcirc ≖ triangleq ≜ bumpeq ≏ Bumpeq ≎ between ≬ pitchfork ⋔
        shortmid ∣ shortparallel ∥ smallsmile ⌣ smallfrown ⌢ multimap ⊸ trianglelefteq ⊴
        trianglerighteq ⊵ vartriangleleft ⊲ vartriangleright ⊳ blacktriangleleft ◀
        blacktriangleright ▶ vartriangle △ backepsilon ϶ coloneqq ≔ coloneq ≔ colonequals ≔ vcentcolon : dblcolon ∷ coloncolon ∷ eqcolon ≕ eqqcolon ≕ Coloneqq ⩴
        indep ⫫ Perp ⫫ veeeq ≚ eqsim ≂ therefore ∴ because ∵ gets ← lt < gt >
        """

    static let orderRelations = """
        leq ≤ le ≤ geq ≥ ge ≥ ll ≪ gg ≫ lll ⋘ ggg ⋙ llless ⋘ gggtr ⋙ leqq ≦ geqq ≧ leqslant ⩽
        geqslant ⩾ eqslantless ⪕ eqslantgtr ⪖ lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆ lessgtr ≶
        gtrless ≷ lesseqgtr ⋚ gtreqless ⋛ lesseqqgtr ⪋ gtreqqless ⪌ prec ≺ succ ≻ preceq ⪯ succeq ⪰
        preccurlyeq ≼ succcurlyeq ≽ curlyeqprec ⋞ curlyeqsucc ⋟ precsim ≾ succsim ≿ precapprox ⪷
        succapprox ⪸
        """

    static let negatedRelations = """
        notin ∉ notni ∌ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ nleqslant ⩽̸ ngeqslant ⩾̸ nleqq ≦̸ ngeqq ≧̸
        lneq ⪇ gneq ⪈ lneqq ≨ gneqq ≩ lvertneqq ≨ gvertneqq ≩ lnsim ⋦ gnsim ⋧ lnapprox ⪉ gnapprox ⪊
        nprec ⊀ nsucc ⊁ npreceq ⋠ nsucceq ⋡ precneqq ⪵ succneqq ⪶ precnsim ⋨ succnsim ⋩
        precnapprox ⪹ succnapprox ⪺ nsim ≁ ncong ≇ nmid ∤ nshortmid ∤ nparallel ∦ nshortparallel ∦
        nvdash ⊬ nvDash ⊭ nVdash ⊮ nVDash ⊯ ntriangleleft ⋪ ntriangleright ⋫ ntrianglelefteq ⋬
        ntrianglerighteq ⋭ nsubseteq ⊈ nsupseteq ⊉ nsubseteqq ⫅̸ nsupseteqq ⫆̸ subsetneq ⊊
        supsetneq ⊋ varsubsetneq ⊊ varsupsetneq ⊋ subsetneqq ⫋ supsetneqq ⫌ varsubsetneqq ⫋
        varsupsetneqq ⫌ nleftarrow ↚ nrightarrow ↛ nLeftarrow ⇍ nRightarrow ⇏ nleftrightarrow ↮
        nLeftrightarrow ⇎
        """

    static let arrows = """
        leftarrow ← rightarrow → to → leftrightarrow ↔ Leftarrow ⇐ Rightarrow ⇒ Leftrightarrow ⇔
        longleftarrow ⟵ longrightarrow ⟶ longleftrightarrow ⟷ Longleftarrow ⟸ Longrightarrow ⟹
        Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼ hookleftarrow ↩
        hookrightarrow ↪ leftharpoonup ↼ leftharpoondown ↽ rightharpoonup ⇀ rightharpoondown ⇁
        rightleftharpoons ⇌ leftrightharpoons ⇋ leadsto ⇝ rightsquigarrow ⇝ leftrightsquigarrow ↭
        uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ nearrow ↗
        searrow ↘ swarrow ↙ nwarrow ↖ dashrightarrow ⇢ dashleftarrow ⇠ leftleftarrows ⇇
        rightrightarrows ⇉ leftrightarrows ⇆ rightleftarrows ⇄ upuparrows ⇈ downdownarrows ⇊
        Lleftarrow ⇚ Rrightarrow ⇛ twoheadleftarrow ↞ twoheadrightarrow ↠ leftarrowtail ↢
        rightarrowtail ↣ looparrowleft ↫ looparrowright ↬ curvearrowleft ↶ curvearrowright ↷
        circlearrowleft ↺ circlearrowright ↻ Lsh ↰ Rsh ↱ upharpoonleft ↿ upharpoonright ↾
        restriction ↾ downharpoonleft ⇃ downharpoonright ⇂
        """

    static let implications = "implies ⟹ impliedby ⟸ iff ⟺"

    static let largeOperators = """
        sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂
        bigodot ⨀ biguplus ⨄ bigsqcup ⨆
        """

    static let integrals = """
        int ∫ iint ∬ iiint ∭ iiiint ⨌ oint ∮ oiint ∯ oiiint ∰ intop ∫ smallint ∫
        """

    static let openings = """
        { { lbrace { lbrack [ lparen ( langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ llbracket ⟦ lgroup ⟮ lBrace ⦃
        lmoustache ⎰ ulcorner ⌜ llcorner ⌞
        """

    static let closings = """
        } } rbrace } rbrack ] rparen ) rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rrbracket ⟧ rgroup ⟯ rBrace ⦄
        rmoustache ⎱ urcorner ⌝ lrcorner ⌟
        """

    static let punctuation = "ldotp . cdotp ⋅ colon :"

    static let dots = """
        ldots … cdots ⋯ vdots ⋮ ddots ⋱ iddots ⋰ adots ⋰ dotsc … dotso … dotsb ⋯ dotsm ⋯ dotsi ⋯
        hdots … mathellipsis …
        """

    static let functions = """
        sin cos tan cot sec csc arcsin arccos arctan arccot sinh cosh tanh coth log ln lg exp arg
        deg dim hom ker sgn
        """

    /// Names whose scripts stand below and above in displayed formulas.
    static let functionsWithLimits = [
        ("lim", "lim"), ("max", "max"), ("min", "min"), ("sup", "sup"), ("inf", "inf"),
        ("det", "det"), ("gcd", "gcd"), ("Pr", "Pr"), ("limsup", "lim\u{2009}sup"),
        ("liminf", "lim\u{2009}inf"), ("injlim", "inj\u{2009}lim"), ("projlim", "proj\u{2009}lim"),
        ("argmax", "arg\u{2009}max"), ("argmin", "arg\u{2009}min"), ("plim", "plim"),
        ("esssup", "ess\u{2009}sup"), ("essinf", "ess\u{2009}inf"),
    ]
}
