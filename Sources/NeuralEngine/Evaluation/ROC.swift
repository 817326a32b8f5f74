/// How a class is told from the others by one score, whatever the threshold: the receiver operating characteristic.
///
/// A sample is taken for the class where its score is the threshold or more. From a threshold above all scores to the
/// lowest score both rates rise from 0 to 1 (T. Fawcett: An Introduction to ROC Analysis, 2006).
public struct ROC: Equatable, Sendable {
  /// What a threshold leads to.
  public struct Point: Equatable, Sendable {
    /// The least score that is taken for the class; infinite for the first point, where none is.
    public let threshold: Float
    /// The counts there.
    public let figures: ClassFigures

    /// The share of the other classes' samples that are taken for this one.
    public var falsePositiveRate: Double { figures.falsePositiveRate ?? 0 }
    /// The share of the class's samples that are found.
    public var truePositiveRate: Double { figures.recall ?? 0 }
  }

  /// A point for every score that occurs, the highest first, behind the one where nothing is taken for the class.
  public let points: [Point]
  /// The area under the curve: the probability that a sample of the class has a higher score than one of the others, where
  /// equal scores count half.
  public let area: Double

  /// The curve of scores; nil unless there are samples of the class and others, each with a score that is a number.
  ///
  /// - Parameters:
  ///   - scores: one for each sample.
  ///   - isPositive: whether each belongs to the class.
  public init?(scores: [Float], isPositive: [Bool]) {
    let positives = isPositive.count { $0 }
    let negatives = isPositive.count - positives
    guard positives > 0, negatives > 0, scores.count == isPositive.count, !scores.contains(where: \.isNaN) else {
      return nil
    }
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    var (hits, alarms) = (0, 0)
    func point(_ threshold: Float) -> Point {
      Point(
        threshold: threshold,
        figures: ClassFigures(
          truePositives: hits, falsePositives: alarms, falseNegatives: positives - hits,
          trueNegatives: negatives - alarms))
    }
    var points = [point(.infinity)]
    // Twice the area in pairs of samples: a whole number, so that nothing is lost.
    var doubled = 0
    var place = 0
    while place < order.count {
      let score = scores[order[place]]
      let before = (hits: hits, alarms: alarms)
      while place < order.count, scores[order[place]] == score {
        if isPositive[order[place]] { hits += 1 } else { alarms += 1 }
        place += 1
      }
      doubled += (alarms - before.alarms) * (before.hits + hits)
      points.append(point(score))
    }
    self.points = points
    area = Double(doubled) / (2 * Double(positives) * Double(negatives))
  }

  /// The scores that occur, from the lowest to the highest.
  public var range: ClosedRange<Float> { points[points.count - 1].threshold...points[1].threshold }

  /// What a threshold leads to: the point of the least score that reaches it.
  public func point(at threshold: Float) -> Point {
    // Thresholds fall along the points.
    var (low, high) = (0, points.count)
    while low < high {
      let middle = (low + high) / 2
      if points[middle].threshold >= threshold { low = middle + 1 } else { high = middle }
    }
    return points[max(0, low - 1)]
  }

  /// The point that lies nearest to two rates.
  public func nearest(falsePositiveRate: Double, truePositiveRate: Double) -> Point {
    func distance(_ point: Point) -> Double {
      let (across, up) = (point.falsePositiveRate - falsePositiveRate, point.truePositiveRate - truePositiveRate)
      return across * across + up * up
    }
    return points.min { distance($0) < distance($1) } ?? points[0]
  }
}
