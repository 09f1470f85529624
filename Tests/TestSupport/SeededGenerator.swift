/// Random numbers that are the same in every run (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// Creates a generator; equal seeds give equal numbers.
    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Every order of the items (Heap's algorithm); with six there are 720.
package func permutations<Item>(of items: [Item]) -> [[Item]] {
    var items = items
    var all: [[Item]] = []
    func permute(_ count: Int) {
        guard count > 1 else {
            all.append(items)
            return
        }
        for index in 0..<count {
            permute(count - 1)
            items.swapAt(count.isMultiple(of: 2) ? index : 0, count - 1)
        }
    }
    permute(items.count)
    return all
}
