import Testing

/// Texts in code that no pair of fixed marks encloses.
@Suite struct RawTextTests {
    @Test(arguments: [
        (
            "bash", "cat <<EOF > a # b\nit's $x\nEOF\necho 1",
            "cat <<EOF > a «comment # b»\n«string it's $x\nEOF»\n«keyword echo» «number 1»"
        ),
        (
            "bash", "cat <<-'A' <<B\n\tx\n\tA\ny\nB\n'z'",
            "cat <<-'A' <<B\n«string \tx\n\tA»\n«string y\nB»\n«string 'z'»"
        ),
        ("bash", "x <<EOF\nit 'a'", "x <<EOF\nit «string 'a'»"),
        ("bash", "((1<<2)) <<< 'a'", "((«number 1»<<«number 2»)) <<< «string 'a'»"),
        (
            "ruby", "a << b\nx = <<~SQL\n  it's\nSQL\nb",
            "a << b\nx = <<~SQL\n«string   it's\nSQL»\nb"
        ),
        (
            "js", "a = /[/'\"]\\/x/gi; b = c / d / 2",
            "a = «string /[/'\"]\\/x/gi»; b = c / d / «number 2»"
        ),
        (
            "js", "if (/'/.test(a)) return /\"/ // '",
            "«keyword if» («string /'/».test(a)) «keyword return» «string /\"/» «comment // '»"
        ),
        (
            "tsx", "<a></a> f(x) / 2 + y[1] / 3 /* ' */",
            "<a></a> f(x) / «number 2» + y[«number 1»] / «number 3» «comment /* ' */»"
        ),
        (
            "perl", "$x =~ s/'/\"/g; $y =~ m{'}x; @z = qw(a' b); $s{s} / 2",
            "«name $x» =~ «string s/'/\"/g»; «name $y» =~ «string m{'}x»; «name @z» = «string qw(a' b)»; «name $s»{s} / «number 2»"
        ),
        (
            "ruby", "x =~ /it's/i; %w[a' b] + y / 2 % z",
            "x =~ «string /it's/i»; «string %w[a' b]» + y / «number 2» % z"
        ),
        (
            "rust", "let a = r#\"it\"s\"#; r#type 'a b r\"\\\"",
            "«keyword let» a = «string r#\"it\"s\"#»; r#«keyword type» 'a b «string r\"\\\"»"
        ),
        (
            "cs", "var a = @\"C:\\\"; b = \"\"\"x \"y\" z\"\"\"; $@\"a\"\"b\";",
            "«keyword var» a = «string @\"C:\\\"»; b = «string \"\"\"x \"y\" z\"\"\"»; «string $@\"a\"\"b\"»;"
        ),
        (
            "stata", "* it's\ngen x = 2 * y /// note\n  * 3\n use https://b.org // c\n  * `d",
            "«comment * it's»\n«keyword gen» x = «number 2» * y «comment /// note»\n  * «number 3»\n «keyword use» https://b.org «comment // c»\n  «comment * `d»"
        ),
        (
            "yaml", "a:\n  - b: |-\n      it's\n\n      # x\n    c: 'd'\ne: > # f\n  'g\nh: i | j",
            "«name a»:\n  - «name b»: |-\n«string       it's\n\n      # x»\n    «name c»: «string 'd'»\n«name e»: > «comment # f»\n«string   'g»\n«name h»: i | j"
        ),
    ])
    func isTold(language: String, code: String, parts expected: String) {
        #expect(parts(of: code, in: language) == expected)
    }

    /// Signs that begin what never ends cost no more than others.
    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            ("bash", "<<A "), ("bash", "<<A\n"), ("js", "(/["), ("js", "/ \n"), ("js", "= /a\n"),
            ("perl", "m{ "), ("perl", "s(a) q[ "), ("ruby", "%w[ <<~A "), ("rust", "r#\" "),
            ("stata", "* a\n"), ("stata", "///\n"), ("yaml", "- "), ("yaml", "a: |\n"),
            ("cs", "@\"a\" "),
        ])
    func endsInTime(language: String, pattern: String) {
        _ = highlighted(String(repeating: pattern, count: 100_000), in: language)
    }
}
