import Glibc

/// One instance of Postfix, named by its configuration directory.
package struct PostfixInstance: Hashable, Sendable {
    /// The value of `config_directory`, an absolute path such as `/etc/postfix-v6only`.
    package let configurationDirectory: String

    /// Names an instance; nothing is looked at.
    package init(configurationDirectory: String) {
        self.configurationDirectory = configurationDirectory
    }

    /// Whether its main.cf can be read by us.
    ///
    /// Asked before a program is started: for a directory that is not there, Postfix's programs
    /// write a line to the log and end with a status that could mean anything.
    package var isPresent: Bool {
        configurationDirectory.hasPrefix("/") && access(configurationDirectory + "/main.cf", R_OK) == 0
    }
}
