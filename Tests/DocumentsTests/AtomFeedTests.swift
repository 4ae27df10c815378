import Documents
import Testing

@Suite("Atom feeds")
struct AtomFeedTests {
  private static let feed: AtomFeed = {
    var feed = AtomFeed(
      id: "urn:uuid:1#kommunen", title: "Löftet & mer", language: "sv", author: "Kommunen <x>",
      updated: "2022-10-14T08:00:00.000Z", alternate: "index.html")
    feed.entries = [
      AtomFeed.Entry(
        id: "urn:uuid:2", title: "Belysning: \u{1}genomförd", updated: "2022-10-13T08:00:00.000Z",
        link: "atgarder/m-0001.html", summary: "klar ]]>")
    ]
    return feed
  }()

  @Test("has what RFC 4287 asks for, every text escaped and made visible")
  func whole() {
    #expect(
      Self.feed.xml == """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">
        <id>urn:uuid:1#kommunen</id>
        <title>Löftet &amp; mer</title>
        <updated>2022-10-14T08:00:00.000Z</updated>
        <author><name>Kommunen &lt;x&gt;</name></author>
        <link rel="alternate" type="text/html" href="index.html"/>
        <entry>
        <id>urn:uuid:2</id>
        <title>Belysning: &lt;U+0001&gt;genomförd</title>
        <updated>2022-10-13T08:00:00.000Z</updated>
        <link rel="alternate" type="text/html" href="atgarder/m-0001.html"/>
        <summary>klar ]]&gt;</summary>
        </entry>
        </feed>

        """)
    #expect(ParsedXML.read(Self.feed.xml)?.elements.count == 13)
  }

  @Test("says where it lies itself where that is known")
  func own() {
    var feed = Self.feed
    feed.selfLink = "https://kommunen.example/flode.xml"
    #expect(
      feed.xml.contains(
        #"<link rel="self" type="application/atom+xml" href="https://kommunen.example/flode.xml"/>"#))
  }
}
