/// The arguments of this process, as texts.
///
/// The standard library's `CommandLine.arguments` repairs bytes that are not UTF-8 without a word; here they are refused.
package enum ProcessArguments {
  /// The arguments after the program's name. Throws `notUTF8` for the first one that is not UTF-8.
  package static func read() throws(UsageError) -> [String] {
    var bytes: [[UInt8]] = []
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let start = CommandLine.unsafeArgv[index] else { break }
      var length = 0
      while start[length] != 0 { length += 1 }
      bytes.append((0..<length).map { UInt8(bitPattern: start[$0]) })
    }
    return try decode(bytes)
  }

  /// Texts of byte strings; the first one counts as argument 1.
  static func decode(_ arguments: [[UInt8]]) throws(UsageError) -> [String] {
    var texts: [String] = []
    for bytes in arguments {
      do throws(UTF8.ValidationError) {
        texts.append(String(copying: try UTF8Span(validating: bytes.span)))
      } catch {
        throw .notUTF8(argument: texts.count + 1, byte: error.byteOffsets.lowerBound)
      }
    }
    return texts
  }
}
