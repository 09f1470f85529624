/// A moment in time, in whole seconds since 1970-01-01T00:00:00Z.
///
/// The core has no clock: whoever calls it says what time it is.
package typealias Moment = Int64

/// A span of time in whole seconds.
package typealias Seconds = Int64
