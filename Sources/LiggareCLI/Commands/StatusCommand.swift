import CommandArguments
import FollowUps

/// `status`: the board one looks at in the morning.
enum StatusCommand {
  static let verb = Verb(
    spec: CommandSpec(
      ["status"], Localized("vad som är att göra, och när", "what is to be done, and when"), options: Delivery.options,
      examples: [
        .init(
          "liggare status --journal journal/exempel --as-of 2022-10-14",
          Localized("som det såg ut den dagen", "as it looked on that day"))
      ]),
    run: { session throws(Failure) in
      let reading = try session.boardReading()
      let board = StatusBoard(reading.book)
      try session.answer(board.document(reading.language, basis: reading.basis), json: board.json(basis: reading.basis))
    })
}
