/// What stands where somebody has yet to write.
package enum Placeholder {
    /// The text of a new page.
    package static let text = "Write here."
}
