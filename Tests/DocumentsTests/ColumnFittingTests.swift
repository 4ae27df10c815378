import Testing

@testable import Documents

@Suite("columns are fitted")
struct ColumnFittingTests {
  private func needs(_ pairs: (Int, Int)...) -> [ColumnNeed] { pairs.map { ColumnNeed(natural: $0.0, least: $0.1) } }

  @Test("to what they ask for when there is room")
  func natural() {
    #expect(fittedWidths(needs((3, 1), (10, 5)), room: 13) == [3, 10])
  }

  @Test("to a fair share of what the modest leave, the first taking what is left over")
  func fair() {
    #expect(fittedWidths(needs((3, 1), (30, 1), (40, 1)), room: 24) == [3, 11, 10])
  }

  @Test("no narrower than their least width")
  func least() {
    #expect(fittedWidths(needs((30, 18), (30, 2), (30, 2)), room: 30) == [18, 6, 6])
    #expect(fittedWidths(needs((30, 18), (30, 12)), room: 30) == [18, 12])
    #expect(fittedWidths(needs((30, 18), (30, 13)), room: 30) == nil)
  }

  @Test("to fill the room exactly, whenever the least widths fit and the natural ones do not")
  func exhaustive() {
    let asked = (1...5).flatMap { natural in (1...natural).map { ColumnNeed(natural: natural, least: $0) } }
    for a in asked {
      for b in asked {
        for c in asked {
          for room in 1...16 {
            let needs = [a, b, c]
            let least = a.least + b.least + c.least
            let natural = a.natural + b.natural + c.natural
            guard let widths = fittedWidths(needs, room: room) else {
              if least <= room { Issue.record("\(needs) fit in \(room)") }
              continue
            }
            let isRight =
              widths.reduce(0, +) == min(room, natural)
              && zip(widths, needs).allSatisfy { $0 >= $1.least && $0 <= $1.natural }
            if !isRight || least > room { Issue.record("\(needs) in \(room) became \(widths)") }
          }
        }
      }
    }
  }
}
