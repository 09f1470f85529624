import ArgumentParser
import ReturnPathCore
import ReturnPathService

/// When the time that is looked at begins: an argument of commands.
struct Since: ExpressibleByArgument {
    let moment: Moment
    /// As it was written.
    let text: String

    init?(argument: String) {
        guard let moment = StatisticsTime.moment(argument, at: SystemClock.now()) else { return nil }
        self.moment = moment
        text = argument
    }
}
