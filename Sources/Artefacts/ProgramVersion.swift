/// The version of the program, which every run record carries.
public enum ProgramVersion {
  /// The version by semantic versioning.
  public static let current = "0.1.0"
}
