import StrictJSON

/// How the characters of a file are written as bytes: the encodings that tables from other programs come in.
package enum TextEncoding: String, Choice {
  case utf8 = "utf-8"
  /// The Windows code page of western Europe. Five of its bytes mean nothing: 81, 8D, 8F, 90 and 9D.
  case windows1252 = "windows-1252"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
}

/// A file's text as UTF-8, without its byte order mark, and the encoding that it came in.
package struct DecodedText: Hashable, Sendable {
  package let utf8: [UInt8]
  package let encoding: TextEncoding
}

/// The place and kind of what keeps a file from being a text in its encoding.
package struct TextProblem: Error, Equatable {
  package enum Kind: Equatable, Sendable {
    /// Bytes that are no character of the encoding.
    case malformed(TextEncoding, bytes: [UInt8])
    /// A zero byte: a text in UTF-16 without its mark, or no text at all.
    case zero
    /// The file begins with the mark of another encoding than the one stated.
    case otherMark(stated: TextEncoding, found: TextEncoding)
  }

  package let kind: Kind
  /// The line, from 1.
  package let line: Int
  /// Where in the file, in bytes from 0.
  package let byteOffset: Int
}

extension DecodedText {
  /// Decodes a file: as the encoding stated, else the one whose byte order mark it begins with, else as UTF-8. Nothing is guessed: bytes that are no character are
  /// refused with their place, and so is a zero byte. Cost: one pass.
  package init(_ bytes: [UInt8], stated: TextEncoding? = nil) throws(TextProblem) {
    let mark = ByteOrderMark.all.first { bytes.starts(with: $0.bytes) }
    if let stated, let mark, mark.encoding != stated {
      throw TextProblem(kind: .otherMark(stated: stated, found: mark.encoding), line: 1, byteOffset: 0)
    }
    encoding = stated ?? mark?.encoding ?? .utf8
    let start = mark?.bytes.count ?? 0
    utf8 =
      switch encoding {
      case .utf8: try Self.checked(bytes, from: start)
      case .windows1252: try Self.fromWindows1252(bytes)
      case .utf16LittleEndian: try Self.fromUTF16(bytes, from: start, encoding, high: 1)
      case .utf16BigEndian: try Self.fromUTF16(bytes, from: start, encoding, high: 0)
      }
  }

  private static func checked(_ bytes: [UInt8], from start: Int) throws(TextProblem) -> [UInt8] {
    if let bad = UTF8Check.firstProblem(in: bytes, from: start) {
      let kind: TextProblem.Kind = bytes[bad] == 0 ? .zero : .malformed(.utf8, bytes: [bytes[bad]])
      throw problem(kind, bytes[..<bad].count { $0 == 0x0A } + 1, bad)
    }
    return start == 0 ? bytes : Array(bytes[start...])
  }

  private static func fromWindows1252(_ bytes: [UInt8]) throws(TextProblem) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 16)
    var line = 1
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      case 0: throw problem(.zero, line, offset)
      case 1..<0x80:
        if byte == 0x0A { line += 1 }
        text.append(byte)
      default:
        let value = byte < 0xA0 ? Windows1252.upper[Int(byte) - 0x80] : UInt16(byte)
        guard value != 0, let scalar = Unicode.Scalar(value) else {
          throw problem(.malformed(.windows1252, bytes: [byte]), line, offset)
        }
        text.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
      }
    }
    return text
  }

  /// `high` is the place of a unit's high byte in its two.
  private static func fromUTF16(
    _ bytes: [UInt8], from start: Int, _ encoding: TextEncoding, high: Int
  ) throws(TextProblem) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2 + 16)
    var line = 1
    var offset = start
    func unit(at offset: Int) -> UInt16? {
      guard offset + 1 < bytes.count else { return nil }
      return UInt16(bytes[offset + high]) << 8 | UInt16(bytes[offset + 1 - high])
    }
    while offset < bytes.count {
      let left = Array(bytes[offset..<min(bytes.count, offset + 2)])
      guard let first = unit(at: offset) else { throw problem(.malformed(encoding, bytes: left), line, offset) }
      if first == 0 { throw problem(.zero, line, offset) }
      if first == 0x0A { line += 1 }
      var scalar = Unicode.Scalar(first)
      if scalar == nil, first < 0xDC00, let second = unit(at: offset + 2), (0xDC00...0xDFFF).contains(second) {
        scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + UInt32(second) - 0xDC00)
        offset += 2
      }
      guard let scalar else { throw problem(.malformed(encoding, bytes: left), line, offset) }
      text.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
      offset += 2
    }
    return text
  }

  private static func problem(_ kind: TextProblem.Kind, _ line: Int, _ byteOffset: Int) -> TextProblem {
    TextProblem(kind: kind, line: line, byteOffset: byteOffset)
  }
}

/// The bytes that a file may begin with to say what encoding it is in (Unicode 16, section 23.8).
private struct ByteOrderMark {
  let bytes: [UInt8]
  let encoding: TextEncoding

  static let all = [
    ByteOrderMark(bytes: [0xEF, 0xBB, 0xBF], encoding: .utf8),
    ByteOrderMark(bytes: [0xFF, 0xFE], encoding: .utf16LittleEndian),
    ByteOrderMark(bytes: [0xFE, 0xFF], encoding: .utf16BigEndian),
  ]
}

/// What sets Windows-1252 apart from Unicode's first 256 characters.
private enum Windows1252 {
  /// The characters of the bytes 80 to 9F; 0 for those that have none.
  static let upper: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]
}

extension TextEncoding {
  /// Whether it has a character: all of them have every one, but for Windows-1252.
  func holds(_ scalar: Unicode.Scalar) -> Bool {
    guard self == .windows1252 else { return true }
    return scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value)
      || Windows1252.upper.contains { UInt32($0) == scalar.value }
  }
}
