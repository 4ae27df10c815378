/// A feed that programs follow, as Atom (RFC 4287).
///
/// Moments are written as RFC 3339 has them; the latest entries come first, as the caller orders them. Every text is made
/// `visible` and escaped. A link is relative to the feed where the caller gives it so; `selfLink`, which a feed should have
/// (section 4.1.1), needs an absolute one and is absent without it.
///
/// ```xml
/// <?xml version="1.0" encoding="utf-8"?>
/// <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">
/// <id>urn:uuid:…#kommunen</id><title>Löftet</title><updated>2022-10-14T08:00:00.000Z</updated>
/// <author><name>Kommunen</name></author><link rel="alternate" type="text/html" href="index.html"/>
/// <entry>…</entry>
/// </feed>
/// ```
package struct AtomFeed: Sendable {
  package var id: String
  package var title: String
  package var language: String
  package var author: String
  package var updated: String
  package var selfLink: String?
  package var alternate: String
  package var entries: [Entry] = []

  package struct Entry: Sendable {
    package var id: String
    package var title: String
    package var updated: String
    package var link: String
    package var summary: String

    package init(id: String, title: String, updated: String, link: String, summary: String) {
      self.id = id
      self.title = title
      self.updated = updated
      self.link = link
      self.summary = summary
    }
  }

  package init(id: String, title: String, language: String, author: String, updated: String, alternate: String) {
    self.id = id
    self.title = title
    self.language = language
    self.author = author
    self.updated = updated
    self.alternate = alternate
  }

  /// The whole feed. Ends with one line end.
  package var xml: String {
    var lines = [
      #"<?xml version="1.0" encoding="utf-8"?>"#,
      #"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\#(escapedMarkup(language))">"#,
      element("id", id), element("title", title), element("updated", updated),
      "<author>\(element("name", author))</author>", link("alternate", alternate, type: "text/html"),
    ]
    if let selfLink { lines.append(link("self", selfLink, type: "application/atom+xml")) }
    lines += entries.map { entry in
      [
        "<entry>", element("id", entry.id), element("title", entry.title), element("updated", entry.updated),
        link("alternate", entry.link, type: "text/html"), element("summary", entry.summary), "</entry>",
      ].joined(separator: "\n")
    }
    return (lines + ["</feed>"]).joined(separator: "\n") + "\n"
  }

  private func element(_ name: String, _ text: String) -> String { "<\(name)>\(escapedMarkup(text))</\(name)>" }

  private func link(_ relation: String, _ address: String, type: String) -> String {
    #"<link rel="\#(relation)" type="\#(type)" href="\#(escapedMarkup(address))"/>"#
  }
}
