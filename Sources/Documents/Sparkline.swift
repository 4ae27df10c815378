/// A series as a line of blocks, from the least value to the highest: `▁▅█`. All of one height where all values are the same; the numbers
/// must stand beside it.
package func sparkline(_ values: [Double]) -> String {
  let blocks = Array("▁▂▃▄▅▆▇█")
  guard let least = values.min(), let most = values.max() else { return "" }
  return String(
    values.map { value in
      most > least ? blocks[Int(((value - least) / (most - least) * 7).rounded())] : blocks[3]
    })
}

/// A number as a bar of blocks, at most `width` columns where it is `most`; at least a sliver of what is not 0.
package func textBar(_ number: Int, of most: Int, width: Int) -> String {
  guard number > 0, most > 0 else { return "" }
  let eighths = max(1, number * width * 8 / most)
  let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
  return String(repeating: "█", count: eighths / 8) + part
}
