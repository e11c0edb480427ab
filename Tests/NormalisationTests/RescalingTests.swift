import Settings
import Testing

@testable import Normalisation

@Suite struct RescalingTests {
  private func feature(
    _ transform: Transform, centre: Double, spread: Double, weight: Double = 1
  ) -> FittedFeature {
    FittedFeature(
      name: "f", feature: "f", label: LocalText(nl: "f", en: "f"), block: "b", source: "question.f", share: [],
      use: .cluster, transform: transform, scaling: .zScore, centre: centre, spread: spread, weight: weight,
      imputation: 0.5, imputed: 0, reason: LocalText(nl: "r", en: "r"))
  }

  @Test func `a value goes from one scale to another, worked by hand`() {
    let (old, new) = (feature(.identity, centre: 10, spread: 2), feature(.identity, centre: 12, spread: 4, weight: 0.5))
    // (1 · 2 + 10 - 12) / 4 · .5
    #expect(old.rescaled(1, to: new) == 0)
    #expect(old.rescaled(3, to: new) == 0.5)
    #expect(new.rescaled(0.5, to: old) == 3)
    #expect(!old.scalesAlike(new) && old.scalesAlike(old))
  }

  @Test(arguments: [Transform.log, .asinh, .logit, .identity])
  func `the scaled values of a wave become those that the other fit gives`(transform: Transform) {
    let (old, new) = (feature(transform, centre: 0.3, spread: 1.7), feature(transform, centre: -0.2, spread: 0.9))
    for raw in stride(from: 0.05, through: 0.95, by: 0.05) {
      #expect(abs(old.rescaled(old.scaled(raw), to: new) - new.scaled(raw)) < 1e-8)
    }
    let plain = feature(.identity, centre: 0.4, spread: 0.1)
    #expect(abs(old.rescaled(old.scaled(0.25), to: plain) - plain.scaled(0.25)) < 1e-7)
  }

  @Test func `a share of nought stays one`() {
    let (old, new) = (feature(.logit, centre: 0.1, spread: 1.1), feature(.logit, centre: 0.4, spread: 1.3))
    #expect(abs(old.rescaled(old.scaled(0), to: new) - new.scaled(0)) < 1e-8)
    #expect(abs(old.rescaled(old.scaled(1), to: new) - new.scaled(1)) < 1e-8)
  }

  @Test func `bounds of the other fit hold`() {
    let old = feature(.identity, centre: 0, spread: 1)
    var new = old
    new.winsorised = Winsorising(spreads: 3, low: -2, high: 2)
    #expect(old.rescaled(5, to: new) == 2)
    #expect(!old.scalesAlike(new))
  }
}
