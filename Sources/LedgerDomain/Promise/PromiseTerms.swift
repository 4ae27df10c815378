package import StrictJSON

/// A goal or an effect that the promise serves, in its own words, and how it is to be followed up.
package struct EffectGoal: JSONRecord, Hashable, Sendable {
  package var text: Text
  package var horizon: Horizon?
  package var followedUpBy: [Text]

  package init(text: Text, horizon: Horizon? = nil, followedUpBy: [Text] = []) {
    self.text = text
    self.horizon = horizon
    self.followedUpBy = followedUpBy
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    text = try members.read("text")
    horizon = try members.read("horizon")
    followedUpBy = try members.read("followedUpBy")
  }

  package func write(members: inout JSONPen) {
    members.write("text", text)
    members.write("horizon", horizon)
    members.write("followedUpBy", followedUpBy)
  }
}

/// One thing that the parties promise, in their own words.
package struct Commitment: JSONRecord, Hashable, Sendable {
  package var text: Text

  package init(text: Text) {
    self.text = text
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    text = try members.read("text")
  }

  package func write(members: inout JSONPen) {
    members.write("text", text)
  }
}

/// How the promise is to be reported: to whom, how often, and where citizens read it.
package struct Reporting: JSONRecord, Hashable, Sendable {
  /// The body, as named in the promise.
  package var to: Text
  /// Times per year, 1–12.
  package var timesPerYear: Int
  /// When, in the promise's words.
  package var occasion: Text?
  /// Where it is published for citizens.
  package var sites: [Named]

  package init(to: Text, timesPerYear: Int, occasion: Text? = nil, sites: [Named] = []) {
    self.to = to
    self.timesPerYear = timesPerYear
    self.occasion = occasion
    self.sites = sites
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    to = try members.read("to")
    timesPerYear = try members.read("timesPerYear")
    occasion = try members.read("occasion")
    sites = try members.read("sites")
  }

  package func write(members: inout JSONPen) {
    members.write("to", to)
    members.write("timesPerYear", timesPerYear)
    members.write("occasion", occasion)
    members.write("sites", sites)
  }
}

/// A passage of the promise's own wording.
package struct Passage: JSONRecord, Hashable, Sendable {
  package var heading: Text
  package var text: Text

  package init(heading: Text, text: Text) {
    self.heading = heading
    self.text = text
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    heading = try members.read("heading")
    text = try members.read("text")
  }

  package func write(members: inout JSONPen) {
    members.write("heading", heading)
    members.write("text", text)
  }
}
