/// The independent verifier in Python, as it lies in the repository (`Tests/Outside/liggare_verify.py`, to which the link in
/// this folder leads): one file, standard library only.
///
/// A room of its own, since a compiler takes long over so many bytes. A bundle of evidence carries a copy; whoever does not
/// trust the bundle uses one that they got elsewhere.
package enum VerifierSource {
  /// The bytes of the file.
  package static var bytes: [UInt8] { PackageResources.liggare_verify_py }
}
