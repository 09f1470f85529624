import Mustache

/// Fills the templates of the pages.
package struct PageRenderer: Sendable {
    private let library: MustacheLibrary

    /// Takes the templates apart.
    ///
    /// - Throws: The library's error where a template is malformed.
    package init() throws {
        _ = HTMLEscaping.registered
        var library = MustacheLibrary()
        for (name, text) in PageTemplates.all {
            // In every template, for a partial begins with the library's own way of escaping.
            try library.register("{{% CONTENT_TYPE: \(HTMLEscaping.name)}}" + text, named: name)
        }
        self.library = library
    }

    /// The page that a template makes of values; empty where there is no such template.
    func page(_ template: PageTemplates.Page, _ values: [String: Any]) -> String {
        library.render(values, withTemplate: template.rawValue) ?? ""
    }
}
