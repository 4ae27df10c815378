import CommandArguments

extension ParsedCommand {
  /// A required value; its absence is a usage error.
  func value<Value>(_ option: Option<Value>) throws(Failure) -> Value {
    do { return try self[option] } catch { throw .usage(error) }
  }

  func value<Value>(_ positional: Positional<Value>) throws(Failure) -> Value {
    do { return try self[positional] } catch { throw .usage(error) }
  }
}
