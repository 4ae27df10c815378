import Documents
import Testing

@Suite("a progress bar")
struct ProgressBarTests {
  @Test("is empty, half full, full")
  func steps() {
    let bar = ProgressBar(width: 30)
    #expect(bar.line("Läser", done: 0, total: 10) == "Läser [................]   0 %")
    #expect(bar.line("Läser", done: 5, total: 10) == "Läser [########........]  50 %")
    #expect(bar.line("Läser", done: 10, total: 10) == "Läser [################] 100 %")
  }

  @Test("says 100 % only when all is done")
  func rounding() {
    #expect(ProgressBar(width: 30).line("", done: 999_999, total: 1_000_000).hasSuffix("  99 %"))
    #expect(ProgressBar(width: 30).line("", done: 0, total: 0).hasSuffix(" 100 %"))
  }

  @Test("takes its width exactly, whatever the label")
  func width() {
    for width in 20...60 {
      for label in ["", "x", "Kontrollerar beviset", "漢字漢字漢字漢字漢字漢字", "a\u{1B}[2Jb"] {
        for done in 0...7 {
          let line = ProgressBar(width: width).line(label, done: done, total: 7)
          #expect(displayWidth(line) == width)
          #expect(!line.contains("\u{1B}"))
        }
      }
    }
  }
}
