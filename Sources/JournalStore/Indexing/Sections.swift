/// Flat tables of an index or a snapshot, each an array of numbers or records of one size, in memory or in a cache file.
///
/// A table is asked for by its number. What comes from a file is checked before it is given: a block that is not what
/// was written throws `CacheDamage`, and whoever asked goes on without the file.
package protocol Sections: AnyObject, Sendable {
  /// How many bytes a table has; 0 for one that is not there.
  func byteCount(of table: Int) -> Int
  /// Calls `body` with bytes of a table. Requires a range within it.
  func withBytes<Value>(
    of table: Int, _ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Value
  ) throws(CacheDamage) -> Value
}

/// A cache file is not what was written. It is no damage of the journal, and nobody is told of it.
package struct CacheDamage: Error {
  package init() {}
}

extension Sections {
  /// How many records of a type a table has.
  package func count<T: BitwiseCopyable>(_ table: Int, of type: T.Type) -> Int {
    byteCount(of: table) / MemoryLayout<T>.stride
  }

  /// One record. Requires an index within the table.
  package func load<T: BitwiseCopyable>(_ table: Int, _ index: Int, as type: T.Type) throws(CacheDamage) -> T {
    let stride = MemoryLayout<T>.stride
    return try withBytes(of: table, (index * stride)..<((index + 1) * stride)) { $0.loadUnaligned(as: T.self) }
  }

  /// Records in a row. Requires a range within the table.
  package func load<T: BitwiseCopyable>(_ table: Int, _ range: Range<Int>, as type: T.Type) throws(CacheDamage) -> [T] {
    let stride = MemoryLayout<T>.stride
    return try withBytes(of: table, (range.lowerBound * stride)..<(range.upperBound * stride)) { bytes in
      [T](unsafeUninitializedCapacity: range.count) { buffer, count in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
        count = range.count
      }
    }
  }

  /// The first index whose record is not before what is sought. Requires a table in the order of `isBefore`.
  package func firstIndex<T: BitwiseCopyable>(
    _ table: Int, as type: T.Type, notBefore isBefore: (T) -> Bool
  ) throws(CacheDamage) -> Int {
    var low = 0
    var high = count(table, of: type)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(try load(table, middle, as: type)) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Tables in memory.
package final class MemorySections: Sections {
  private let tables: [Int: [UInt8]]

  package init(_ tables: [Int: [UInt8]] = [:]) {
    self.tables = tables
  }

  package func byteCount(of table: Int) -> Int { tables[table]?.count ?? 0 }

  /// A table's bytes, shared and not copied; none for one that is not there.
  package subscript(table: Int) -> [UInt8] { tables[table] ?? [] }

  package func withBytes<Value>(
    of table: Int, _ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Value
  ) throws(CacheDamage) -> Value {
    guard let bytes = tables[table] else { return body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    return bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  /// These tables and others.
  func adding(_ others: [Int: [UInt8]]) -> MemorySections {
    MemorySections(tables.merging(others) { _, other in other })
  }

  /// The numbers of the tables that are there, in order.
  package var numbers: [Int] { tables.keys.sorted() }
}

/// The bytes of an array of records, as they lie in memory.
package func bytes<T: BitwiseCopyable>(of records: [T]) -> [UInt8] {
  records.withUnsafeBytes { Array($0) }
}
