import Testing

@testable import Templates

/// Text between tags and values of attributes are read in one step; a template may break them anywhere.
@Suite struct EscapingContextTests {
    @Test(
        "A piece of a template is read alike in one step and byte by byte",
        arguments: [
            "a <b>c</b> & d</p >e", "<a HREF='x' title = \"y>z\" hidden>", "<p class=a b='c'/>text",
            "<meta http-equiv=\"refresh\" content=\"0; URL=", "<meta content='url=' name=\"",
            "<script type=\"Application/LD+JSON\">{\"a\\\"b\": \"", "<script src='a'>x</script><p>",
            "<script type='text/javascript'>\"</scrip</SCRIPT>", "<TITLE>a <b </title",
            "<style>a{}",
            "<!-- a -- b --><!doctype html><?xml ?>c", "<textarea></textarea ><i ", "<a b=",
            "<a b='", "<", "</", "<!-",
            "a long text that is longer than what any rule looks back <i>",
            "<q cite=\"a value that is longer than what any rule looks back, url=\" ",
        ])
    func isReadAlike(text: String) {
        let bytes = Array(text.utf8)
        for syntax in [EscapingContext.Syntax.html, .xml, .json, .plain] {
            for middle in bytes.indices {
                var (whole, parts, single) = (
                    EscapingContext(syntax: syntax), EscapingContext(syntax: syntax),
                    EscapingContext(syntax: syntax)
                )
                whole.advance(over: bytes[...])
                parts.advance(over: bytes[..<middle])
                parts.advance(over: bytes[middle...])
                for index in bytes.indices { single.advance(over: bytes[index...index]) }
                #expect(Self.isAlike(whole, parts), "\(syntax), broken at \(middle)")
                #expect(Self.isAlike(whole, single), "\(syntax)")
            }
        }
    }

    @Test(
        "What a value ends with is no beginning of what stands in the element",
        arguments: [
            (
                #"<script type="application/json" data-root="C:\">""#,
                EscapingContext.State.json(inString: true)
            ),
            (#"<script type="application/json" data-root="C:\">"k", "#, .json(inString: false)),
            (#"<title lang="</titl">e "#, .plainElement),
            (#"<textarea placeholder='</textare'>a "#, .plainElement),
        ])
    func valuesEndWithTheirTag(text: String, state: EscapingContext.State) {
        var context = EscapingContext(syntax: .html)
        context.advance(over: Array(text.utf8)[...])
        #expect(context.state == state)
    }

    private static func isAlike(_ a: EscapingContext, _ b: EscapingContext) -> Bool {
        a == b && a.element == b.element && a.attribute == b.attribute && a.type == b.type
            && a.hasValue == b.hasValue && a.hasSource == b.hasSource && a.holdsJSON == b.holdsJSON
            && a.beginsRefreshAddress == b.beginsRefreshAddress
    }
}
