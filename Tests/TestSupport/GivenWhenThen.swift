package import LedgerDomain
import Projections
import StrictJSON
package import Testing

/// What is known before a command: `given(world).when(command).then(.accepted)`.
package struct Given {
  package let world: World

  package func when(_ command: Command) -> When { When(world: world, command: command) }

  package func when(
    _ subject: SubjectID, _ fact: Fact, on effective: Effective? = nil, _ circumstances: Circumstances = Circumstances()
  ) -> When {
    when(.about(subject, fact, on: effective, circumstances))
  }
}

package func given(_ world: World) -> Given { Given(world: world) }

/// The standard world after some commands.
package func given(_ commands: Command...) -> Given { Given(world: World.standard.after(commands)) }

/// How a decision falls out.
package enum Outcome: Equatable {
  /// Recorded, with no mark.
  case accepted
  /// Refused while no reason is given; recorded with one, marked with exactly these.
  case irregular([Irregularity])
  /// Refused for exactly this, with or without a reason.
  case refused(Refusal)

  /// In a few words, for tables.
  package var summary: String {
    switch self {
    case .accepted: "accepted"
    case .irregular(let kinds): kinds.map(\.text).joined(separator: ", ")
    case .refused(let refusal): "refused: \(refusal)"
    }
  }
}

/// A command in a world, whose outcome is to be stated.
package struct When {
  let world: World
  let command: Command
  /// The reason with which an irregular command is tried again.
  private static let reason: Text = "så gick det till"

  /// How it falls out. Both tries are made: without a reason and with one.
  package var outcome: Outcome {
    do {
      _ = try world.desk.decide(command)
      return .accepted
    } catch .irregular(let kinds) {
      return .irregular(kinds)
    } catch {
      return .refused(error)
    }
  }

  /// Expects the outcome and everything that goes with it; gives the world after the command. `declared` is what it is marked with
  /// where it is regular and a reason is given all the same.
  @discardableResult
  package func then(
    _ expected: Outcome, declared: [Irregularity] = [.declared], sourceLocation: SourceLocation = #_sourceLocation
  ) -> World {
    let outcome = outcome
    #expect(outcome == expected, sourceLocation: sourceLocation)
    guard outcome == expected else { return world }
    var explained = command
    explained.irregularReason = Self.reason
    switch expected {
    case .accepted:
      // A reason for what no rule sees is a declaration of the recorder's own.
      if command.irregularReason == nil { expect(explained, isMarked: declared, sourceLocation) }
      return record(command, sourceLocation)
    case .irregular(let kinds):
      expect(explained, isMarked: kinds, sourceLocation)
      return record(explained, sourceLocation)
    case .refused(let refusal):
      // No reason gives meaning to what has none.
      #expect(throws: refusal, sourceLocation: sourceLocation) { try world.desk.decide(explained) }
      return world
    }
  }

  private func record(_ command: Command, _ sourceLocation: SourceLocation) -> World {
    var world = world
    #expect(throws: Never.self, sourceLocation: sourceLocation) {
      let event = try world.record(command)
      #expect(event.fact == command.fact, sourceLocation: sourceLocation)
      #expect(event.effective == command.effective, sourceLocation: sourceLocation)
      if command.irregularReason == nil {
        #expect(event.circumstances.irregular == nil, sourceLocation: sourceLocation)
      }
    }
    return world
  }

  private func expect(_ command: Command, isMarked kinds: [Irregularity], _ sourceLocation: SourceLocation) {
    #expect(throws: Never.self, sourceLocation: sourceLocation) {
      let draft = try world.desk.decide(command)
      #expect(
        draft.circumstances.irregular == Irregular(kinds: kinds, reason: Self.reason), sourceLocation: sourceLocation)
    }
  }
}
