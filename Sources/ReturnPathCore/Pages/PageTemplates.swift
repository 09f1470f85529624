/// The templates of all pages.
///
/// `{{name}}` is escaped, and no template has the form that is not. Names with a dot before them are looked for in
/// the innermost value alone.
enum PageTemplates {
    /// The templates that are whole pages.
    enum Page: String {
        case start, check, statistics
    }

    static let all: [(name: String, text: String)] = [
        ("layout", layout), ("drawing", drawing), (Page.start.rawValue, start),
        (Page.check.rawValue, check), (Page.statistics.rawValue, statistics), ("figures", figures),
    ]

    /// What stands around every page.
    private static let layout = """
        <!DOCTYPE html>
        <html lang="{{language}}">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{{policy}}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        {{#hidden}}<meta name="robots" content="noindex, nofollow">
        {{/hidden}}
        {{#refresh}}<meta http-equiv="refresh" content="20">
        {{/refresh}}
        <title>{{title}} – {{site}}</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="{{root}}style.css">
        {{#translation}}<link rel="alternate" hreflang="{{code}}" href="{{root}}{{path}}">
        {{/translation}}
        {{#script}}<script src="{{root}}{{script}}" defer></script>
        {{/script}}
        </head>
        <body>
        <a class="skip" href="#content">{{frame.skip}}</a>
        <header>
        <a class="site" href="{{root}}{{startPath}}">{{site}}</a>
        <nav aria-label="{{frame.navigation}}">
        <a href="{{root}}{{startPath}}"{{#isStart}} aria-current="page"{{/isStart}}>{{frame.start}}</a>
        <a href="{{root}}{{statisticsPath}}"{{#isStatistics}} aria-current="page"{{/isStatistics}}>{{frame.statistics}}</a>
        {{#translation}}<a href="{{root}}{{path}}" lang="{{code}}" hreflang="{{code}}">{{frame.otherLanguage}}</a>
        {{/translation}}
        </nav>
        </header>
        <main id="content" tabindex="-1">
        {{$content}}{{/content}}
        </main>
        <footer>
        <p>{{frame.questions}} <a href="mailto:{{operator}}">{{operator}}</a>.</p>
        </footer>
        </body>
        </html>

        """

    /// A picture.
    private static let drawing = """
        <svg class="picture" viewBox="0 0 {{width}} {{height}}" role="img" aria-label="{{description}}">
        {{#shapes}}
        {{#.box}}<rect class="{{style}}" x="{{x}}" y="{{y}}" width="{{width}}" height="{{height}}" rx="5"/>
        {{/.box}}
        {{#.path}}<path class="{{style}}" d="{{d}}"/>
        {{/.path}}
        {{#.mark}}<circle class="{{style}}" cx="{{x}}" cy="{{y}}" r="11"/><text class="symbol" x="{{x}}" y="{{base}}">{{symbol}}</text>
        {{/.mark}}
        {{#.text}}<text class="{{style}}" x="{{x}}" y="{{y}}">{{text}}</text>
        {{/.text}}
        {{/shapes}}
        </svg>
        """
}
