import Foundation
import Testing

/// The built program as a process of its own.
final class Tool {
  static let path = ToolPath.path

  private let process = Process()
  private let output = Pipe()

  /// With variables of its own, or those of the tests; through another program with its arguments, or by itself.
  init(_ arguments: [String], environment: [String: String]? = nil, through other: [String] = []) {
    if let environment { process.environment = environment }
    let command = other + [Tool.path ?? ""] + arguments
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    do { try process.run() } catch { Issue.record(error) }
  }

  /// Waits for its end and gives what it answered.
  private func end() -> String {
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  private(set) var answered = ""

  /// Kills it without mercy, if it still lives.
  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    answered = end()
  }

  static func run(
    _ arguments: [String], environment: [String: String]? = nil, through other: [String] = []
  ) -> (exit: Int32, text: String) {
    let tool = Tool(arguments, environment: environment, through: other)
    let text = tool.end()
    return (tool.process.terminationStatus, text)
  }
}
