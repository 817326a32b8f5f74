import Formulas
import NeuralEngine
import Playground
import Screen
import Words

/// What the computation graph is of: a formula that is typed, or what the network in play computes for a sample.
extension Shell {
  mutating func askForExpression() -> [Effect] {
    ask(
      .expression, title: "An expression, such as (x + y) z or tanh(w x + b)", text: graph.formula.text,
      isSelected: true)
  }

  /// Reads an expression; what is wrong with it is said with its place, and nothing changes.
  mutating func setExpression(_ text: String) -> [Effect] {
    do {
      let formula = try Formula(text)
      guard !formula.isCondition else {
        notice = Notice(text: "A comparison is true or false and has no gradient: write an expression.", isAlarm: true)
        return []
      }
      graph = ComputationGraph(formula, keeping: graph.known)
    } catch {
      notice = Notice(text: "\(error).".uppercasedFirst, isAlarm: true)
    }
    return []
  }

  mutating func askForInput(_ variable: Int) -> [Effect] {
    guard let name = graph.formula.variables[safe: variable], let value = graph.inputs[safe: variable] else {
      return refuse("This expression has no variables: = types another.")
    }
    return ask(.graphInput(variable), title: name, text: Number.typed(value), isSelected: true)
  }

  mutating func setInput(_ variable: Int, to text: String) -> [Effect] {
    guard graph.inputs.indices.contains(variable) else { return [] }
    let number = text.replacing("−", with: "-").filter { !$0.isWhitespace }
    guard let value = decimal(number), value.isFinite else {
      let name = graph.formula.variables[variable]
      notice = Notice(text: "\(name) cannot be “\(text)”: it takes a number such as -0.75.", isAlarm: true)
      return []
    }
    graph.set(variable, to: value)
    return []
  }

  // MARK: - From the network

  /// `g`: the list of what the graph can be of.
  mutating func pickGraph() {
    var items = [
      Picker.Item(value: "typed", label: "an expression", sentence: "typed")
    ]
    if let architecture = network?.architecture {
      items.append(Picker.Item(value: "network", label: "the network", sentence: "and its loss for one sample"))
      for layer in 0..<architecture.layerCount where network?.layout.layers[layer].isDense == true {
        for unit in 0..<min(architecture.units(layer), 12) {
          items.append(
            Picker.Item(
              value: "\(layer).\(unit)", label: unitName(layer: layer, unit: unit).lowercasedFirst,
              sentence: "what it answers to one sample"))
        }
      }
    }
    open(Picker(subject: .graph, title: "Graph of", items: items, selected: 0, takesTyping: false))
  }

  /// A line of that list.
  mutating func chooseGraph(_ value: String) -> [Effect] {
    guard value != "typed" else { return askForExpression() }
    guard let snapshot, let sample = graphSample, let network else { return refuse("The data are not read yet.") }
    let place = value.split(separator: ".").compactMap { Int($0) }
    do throws(GraphRefusal) {
      if place.count == 2 {
        graph = try GraphSource(network, layer: place[0], unit: place[1], inputs: sample.rows).graph
      } else {
        graph = try GraphSource(network, on: sample, loss: snapshot.resolved.loss).graph
      }
    } catch {
      return refuse(error.sentence)
    }
    return []
  }

  /// The sample that is looked at closely, else the first for training.
  private var graphSample: Samples? {
    guard let material = snapshot?.material else { return nil }
    if case .sample(let index)? = probe { return material.sample(index) }
    return material.sample(0)
  }
}
