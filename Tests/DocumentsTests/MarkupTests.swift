import Documents
import Testing

@Suite("HTML from pieces")
struct MarkupTests {
  private func text(_ markup: Markup) -> String { String(decoding: markup.bytes, as: UTF8.self) }

  @Test("a text is escaped wherever it stands: alone, in a literal, in an attribute")
  func escaped() {
    let hostile = #"<script>alert("x")</script> & 'y'"#
    let written = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;"
    #expect(text(Markup(hostile)) == written)
    #expect(text("a \(hostile) b") == "a \(written) b")
    #expect(
      text(.element(.p, [.label(hostile)], Markup(hostile))) == #"<p aria-label="\#(written)">\#(written)</p>"# + "\n")
    #expect(text("<b>") == "&lt;b&gt;")
  }

  @Test("markup in a literal stands as it is, and a number as its digits")
  func interpolated() {
    let link = Markup.element(.a, [.href(WebAddress(local: "x.html"))], "x")
    #expect(text("se \(link), \(12) gånger") == #"se <a href="x.html">x</a>, 12 gånger"#)
  }

  @Test("what shows nothing or turns the reading is written as its number")
  func hidden() {
    #expect(text("a\u{202E}b\u{0}c\u{AD}d\ne") == "a&lt;U+202E&gt;b&lt;U+0000&gt;c&lt;U+00AD&gt;d↵e")
    #expect(text("Åtgärder à la – carte — ÿ") == "Åtgärder à la – carte — ÿ")
    #expect(text("\u{FFFE}") == "&lt;U+FFFE&gt;")
  }

  @Test("an element without content in HTML has no end")
  func void() {
    #expect(text(.element(.br)) == "<br>")
    #expect(text(.element(.td)) == "<td></td>")
    #expect(text(.joined(["a", "b", "c"], by: .element(.br))) == "a<br>b<br>c")
    #expect(text(.joined([Markup]())).isEmpty && Markup().isEmpty)
  }

  @Test("only http, https and mailto become links")
  func addresses() {
    for text in [
      "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//annat.example/", "https://", "https:///x",
      "https://a b.example", "https://exempel.se/å", "https://a.example/\"><script>", " https://a.example",
      "vbscript:x",
      "https://a.example/\u{0}", "",
    ] { #expect(WebAddress(web: text) == nil, "\(text)") }
    #expect(
      WebAddress(web: "https://kommunen.example/l%C3%B6fte?a=1#b")?.text == "https://kommunen.example/l%C3%B6fte?a=1#b")
    #expect(WebAddress(web: "HTTP://kommunen.example")?.text == "HTTP://kommunen.example")
    #expect(WebAddress(mail: "kontakt@kommunen.example")?.text == "mailto:kontakt@kommunen.example")
    for word in ["@", "a@b", "a@.b", "a@b.", "a@b@c.d", "a b@c.d", "a?cc=x@b.c", "a@b.c,"] {
      #expect(WebAddress(mail: word) == nil, "\(word)")
    }
  }
}
