import Integrity
import JournalStore
import StrictJSON
import TestSupport
import Testing

@Suite("merkle, in the program")
struct MerkleCommandTests {
  /// The seven leaves of the shell commands in `MerkleTreeTests`, in hexadecimal.
  private let leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657"]
  private let root = "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"

  private func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  private func hashes(_ count: Int = 7) -> [Digest] {
    leaves.prefix(count).map { MerkleTree.leafHash(Hexadecimal.decode($0) ?? []) }
  }

  private func root(_ count: Int) -> String {
    var range = CompactRange()
    range.append(leaves: hashes(count))
    return range.root.hex
  }

  private func object(_ answer: Program.Answer) throws -> JSONObject {
    guard case .object(let object) = try JSONValue(parsing: answer.bytes) else {
      throw MerkleFailure()
    }
    return object
  }

  private struct MerkleFailure: Error {}

  // MARK: root

  @Test("the root of leaves in hexadecimal, in base64 and as they are")
  func roots() throws {
    let program = try Program()
    let hex = leaves.map { $0 + "\n" }.joined()
    let base64 = leaves.map { Base64.encode(Hexadecimal.decode($0) ?? []) + "\n" }.joined()
    #expect(program("merkle root --hex", input: hex).text == root + "\n")
    #expect(program("merkle root --hex", input: hex.uppercased()).text == root + "\n")
    #expect(program("merkle root --base64", input: base64).text == root + "\n")
    let plain = program("merkle root", input: "a\n\nb")
    var range = CompactRange()
    for leaf in ["a", "", "b"] { range.append(MerkleTree.leafHash(Array(leaf.utf8))) }
    #expect(plain.text == range.root.hex + "\n")
    #expect(plain.exit == 0 && plain.errors.isEmpty)
  }

  @Test("a line end ends a leaf and begins none; bytes that are no text are leaves as well")
  func lineEnds() throws {
    let program = try Program()
    #expect(program("merkle root").text == MerkleTree.emptyRoot.hex + "\n")
    for (input, leaf) in [("\n", ""), ("a", "a"), ("a\n", "a"), ("a\r\n", "a\r"), (" a ", " a "), ("0", "0")] {
      #expect(program("merkle root", input: input).text == MerkleTree.leafHash(Array(leaf.utf8)).hex + "\n")
    }
    #expect(
      program(["merkle", "root"], input: [0xff, 0x00, 0x0a]).text == MerkleTree.leafHash([0xff, 0x00]).hex + "\n")
  }

  @Test("over the lines of a journal the root is its checkpoint's")
  func journal() throws {
    let program = try Program.withMeasure()
    let answer = program("merkle root", input: program.lines.map { $0 + "\n" }.joined())
    #expect(answer.text == (try Journal.open(program.ledger)).range.root.hex + "\n")
  }

  @Test("a leaf that is not what the option says is named with its line, in both languages")
  func unreadableLeaf() throws {
    let program = try Program()
    for (option, input) in [
      ("--hex", "00\n0\n"), ("--hex", "00\n0g\n"), ("--hex", "00\n 00\n"), ("--hex", "00\n00\r\n"),
      ("--base64", "AA==\nAA=\n"), ("--base64", "AA==\nAB==\n"), ("--base64", "AA==\n-_==\n"),
    ] {
      let answer = program("merkle root \(option)", input: input)
      #expect(answer.exit == 2 && answer.text.isEmpty)
      #expect(
        answer.errors == """
          liggare: Rad 2 på standard in är inte vad \(option) säger.
          Skriv ett löv per rad, utan mellanslag; base64 med utfyllnad.

          """)
    }
    #expect(
      program("merkle root --hex --lang en", input: "x\n").errors == """
        liggare: Line 1 of standard input is not what --hex says.
        Write one leaf a line, without spaces; base64 with its padding.

        """)
    #expect(program("merkle root --hex --base64", input: "00\n").exit == 2)
  }

  // MARK: prove and verify

  @Test("every proof at every size of seven leaves is made and verified, and a changed one ends with 3")
  func inclusion() throws {
    let program = try Program()
    let input = leaves.map { $0 + "\n" }.joined()
    for size in 1...7 {
      for index in 0..<size {
        let made = program("merkle prove --hex --index \(index) --size \(size)", input: input)
        #expect(made.exit == 0 && made.errors.isEmpty)
        let proof = lines(made.text)
        let question = "--index \(index) --size \(size) --root \(root(size)) --leaf-hash \(hashes()[index].hex)"
        let options = proof.map { " --proof \($0)" }.joined()
        let verified = program("merkle verify \(question)\(options)")
        #expect(verified.exit == 0 && verified.text == "Beviset håller\n" && verified.errors.isEmpty)
        for place in proof.indices {
          var changed = proof
          changed[place] = MerkleTree.emptyRoot.hex
          let answer = program("merkle verify \(question)\(changed.map { " --proof \($0)" }.joined())")
          #expect(answer.exit == 3 && answer.text.isEmpty)
        }
        #expect(program("merkle verify \(question)\(options) --proof \(root)").exit == 3)
      }
    }
  }

  @Test("every proof that the tree has only grown, up to seven leaves, is made and verified")
  func consistency() throws {
    let program = try Program()
    let input = leaves.map { $0 + "\n" }.joined()
    for to in 1...7 {
      for from in 1...to {
        let proof = lines(program("merkle prove --hex --from \(from) --to \(to)", input: input).text)
        let question = "--from \(from) --to \(to) --from-root \(root(from)) --to-root \(root(to))"
        let options = proof.map { " --proof \($0)" }.joined()
        #expect(program("merkle verify \(question)\(options)").exit == 0, "\(from) to \(to)")
        #expect(program("merkle verify \(question)\(options) --proof \(root)").exit == 3)
        if from < to {
          let swapped = "--from \(from) --to \(to) --from-root \(root(to)) --to-root \(root(from))"
          #expect(program("merkle verify \(swapped)\(options)").exit == 3)
        }
      }
    }
    #expect(
      program("merkle prove --hex --from 3", input: input).text
        == program("merkle prove --hex --from 3 --to 7", input: input).text)
  }

  @Test(
    "the vectors of transparency-dev/merkle end with 0 and 3 as they say",
    .enabled(if: SharedData.exists("merkle/consistency"), "no data folder"))
  func vectors() throws {
    let program = try Program()
    let vectors = try ConsistencyVector.all()
    #expect(vectors.count == 98)
    for vector in vectors {
      let options = vector.hashes.map { " --proof \($0.hex)" }.joined()
      let answer = program(
        "merkle verify --from \(vector.from) --to \(vector.to) --from-root \(vector.fromRoot.hex) "
          + "--to-root \(vector.toRoot.hex)\(options)")
      #expect(answer.exit == (vector.isWrong ? 3 : 0), "\(vector.name): \(answer.errors)")
    }
  }

  @Test("a wrong proof says what is wrong, in both languages")
  func wrongProofs() throws {
    let program = try Program()
    let (a, b) = (hashes()[0].hex, hashes()[1].hex)
    let computed = MerkleTree.nodeHash(hashes()[0], hashes()[1]).hex
    let cases = [
      (
        "--index 0 --size 2 --root \(a) --leaf-hash \(a) --proof \(b)",
        "Beviset leder till en annan rot än den angivna: \(computed).\n",
        "The proof leads to another root than the one stated: \(computed).\n"
      ),
      (
        "--index 2 --size 2 --root \(a) --leaf-hash \(a)",
        "Ett träd med 2 löv har inget löv 2; det första är 0.\n", "A tree of 2 leaves has no leaf 2; the first is 0.\n"
      ),
      (
        "--index 0 --size 2 --root \(a) --leaf-hash \(a)",
        "Beviset har 0 hashvärden; vid dessa storlekar ska det ha 1.\n",
        "The proof has 0 hashes; at these sizes it must have 1.\n"
      ),
      (
        "--from 0 --to 2 --from-root \(a) --to-root \(a)",
        "Varje träd börjar med det tomma trädet: från 0 löv finns inget att bevisa.\n",
        "Every tree begins with the empty tree: from 0 leaves there is nothing to prove.\n"
      ),
      (
        "--from 3 --to 2 --from-root \(a) --to-root \(a)", "Ett träd med 2 löv kan inte börja med ett som har 3.\n",
        "A tree of 2 leaves cannot begin with one of 3.\n"
      ),
      (
        "--from 3 --to 4 --from-root \(a) --to-root \(a) --proof \(a) --proof \(a) --proof \(b)",
        "Beviset leder till en annan rot för det tidigare trädet än den angivna: ",
        "The proof leads to another root of the earlier tree than the one stated: "
      ),
    ]
    for (options, sv, en) in cases {
      for (language, expected) in [("sv", sv), ("en", en)] {
        let answer = program("merkle verify \(options) --lang \(language)")
        #expect(answer.exit == 3 && answer.text.isEmpty)
        #expect(answer.errors.hasPrefix("liggare: \(expected)"), "\(answer.errors)")
      }
    }
    #expect(program("merkle prove --from 0", input: "a\n").exit == 3)
  }

  @Test("wrong usage ends with 2 and says what is missing or too much")
  func usage() throws {
    let program = try Program()
    let hash = hashes()[0].hex
    let cases = [
      ("prove", "En av --index och --from ska anges."),
      ("prove --index 0 --from 1", "En av --index och --from ska anges."),
      ("prove --index 0 --to 1", "--to säger inget utan --from."),
      ("prove --from 1 --size 1", "--size säger inget utan --index."),
      ("prove --index 3", "--index 3 är för mycket: högst 2 med dessa löv."),
      ("prove --index 1 --size 1", "--index 1 är för mycket: högst 0 med dessa löv."),
      ("prove --index 0 --size 0", "--index 0 finns inte: trädet är tomt."),
      ("prove --index 0 --size 4", "--size 4 är för mycket: högst 3 med dessa löv."),
      ("prove --from 4", "--from 4 är för mycket: högst 3 med dessa löv."),
      ("prove --from 2 --to 1", "--from 2 är för mycket: högst 1 med dessa löv."),
      ("prove --from 1 --to 4", "--to 4 är för mycket: högst 3 med dessa löv."),
      ("prove --index=-1", "--index: väntade ett heltal, minst 0, fann ”-1”."),
      ("prove --index x", "--index: väntade ett heltal, minst 0, fann ”x”."),
      ("verify", "En av --index och --from ska anges."),
      ("verify --index 0", "--index säger inget utan --size."),
      ("verify --index 0 --size 1", "--index säger inget utan --root."),
      ("verify --index 0 --size 1 --root \(hash)", "--index säger inget utan --leaf-hash."),
      ("verify --from 1", "--from säger inget utan --to."),
      ("verify --from 1 --to 1", "--from säger inget utan --from-root."),
      ("verify --from 1 --to 1 --from-root \(hash)", "--from säger inget utan --to-root."),
      ("verify --index 0 --to 1", "--index och --to går inte ihop."),
      ("verify --from 0 --leaf-hash \(hash)", "--from och --leaf-hash går inte ihop."),
      ("verify --index 0 --root \(hash.dropLast())", "--root: väntade 64 hexadecimala siffror, fann ”"),
      ("verify --index 0 --proof x", "--proof: väntade 64 hexadecimala siffror, fann ”x”."),
      ("root x", "Oväntat på kommandoraden: ”x”."),
    ]
    for (line, expected) in cases {
      let answer = program("merkle \(line)", input: "a\nb\nc\n")
      #expect(answer.exit == 2 && answer.text.isEmpty, "\(line)")
      #expect(answer.errors.contains(expected), "\(line): \(answer.errors)")
    }
  }

  @Test("standard input that cannot be read ends with 5")
  func unreadable() throws {
    #expect(try Program()(["merkle", "root"], input: nil).exit == 5)
  }

  // MARK: JSON

  @Test("JSON states kind, version and everything that was computed")
  func json() throws {
    let program = try Program()
    let input = "a\nb\nc\n"
    let leaf = ["a", "b", "c"].map { MerkleTree.leafHash(Array($0.utf8)) }
    let two = MerkleTree.nodeHash(leaf[0], leaf[1])
    let three = MerkleTree.nodeHash(two, leaf[2])

    let root = try object(program("merkle root --json", input: input))
    #expect(root == ["kind": "liggare.merkle.root", "version": 1, "size": 3, "root": .string(three.hex)])
    let index = try object(program("merkle prove --index 2 --json", input: input))
    #expect(
      index == [
        "kind": "liggare.merkle.prove", "version": 1, "index": 2, "size": 3, "root": .string(three.hex),
        "leafHash": .string(leaf[2].hex), "proof": .array([.string(two.hex)]),
      ])
    let from = try object(program("merkle prove --from 2 --json", input: input))
    #expect(
      from == [
        "kind": "liggare.merkle.prove", "version": 1, "from": 2, "to": 3, "fromRoot": .string(two.hex),
        "toRoot": .string(three.hex), "proof": .array([.string(leaf[2].hex)]),
      ])
    let question = "--from 2 --to 3 --from-root \(two.hex) --to-root \(three.hex)"
    let verified = try object(program("merkle verify \(question) --proof \(leaf[2].hex) --json"))
    #expect(
      verified == [
        "kind": "liggare.merkle.verify", "version": 1, "holds": .bool(true), "from": 2, "to": 3,
        "fromRoot": .string(two.hex), "toRoot": .string(three.hex),
      ])
    let wrong = program("merkle verify \(question) --json")
    #expect(wrong.exit == 3 && wrong.text.isEmpty)
    #expect(program("merkle prove --index 2 --markdown", input: input).text.hasPrefix("# Bevis att lövet finns"))
  }
}
