/// A picture in the text of a file of Word: DrawingML (ECMA-376, 20.1 and 20.4.2.8), in line with the text around, of a file of its own.
struct DOCXPicture {
  /// Letters of twelve units are as high as those of the text around, 9.6 points.
  static let twipsPerUnit = 16
  /// English Metric Units, of which a twip has 635.
  private static let lengthPerUnit = twipsPerUnit * 635

  /// 1 for the first of the document.
  let number: Int
  let drawing: Drawing
  /// What it shows, for those who do not see it.
  let description: String

  /// Its file, from the folder of the text, and the relation that names it there.
  var file: String { "media/figure\(number).emf" }
  var relation: String { "rFigure\(number)" }

  /// The stretch of text that it stands in.
  var run: String {
    let extent = #"cx="\#(drawing.width * Self.lengthPerUnit)" cy="\#(drawing.height * Self.lengthPerUnit)""#
    let kind = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    let names = #"id="\#(number)" name="figure\#(number)""#
    return
      #"<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" "#
      + #"distT="0" distB="0" distL="0" distR="0"><wp:extent \#(extent)/><wp:docPr \#(names) descr="\#(escapedMarkup(description))"/>"#
      + #"<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="\#(Self.drawingML)" noChangeAspect="1"/></wp:cNvGraphicFramePr>"#
      + #"<a:graphic xmlns:a="\#(Self.drawingML)"><a:graphicData uri="\#(kind)"><pic:pic xmlns:pic="\#(kind)">"#
      + #"<pic:nvPicPr><pic:cNvPr \#(names)/><pic:cNvPicPr/></pic:nvPicPr>"#
      + #"<pic:blipFill><a:blip r:embed="\#(relation)"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"#
      + #"<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext \#(extent)/></a:xfrm>"#
      + #"<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"#
  }

  private static let drawingML = "http://schemas.openxmlformats.org/drawingml/2006/main"
}
