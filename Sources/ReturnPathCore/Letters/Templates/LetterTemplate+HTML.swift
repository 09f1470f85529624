/// Colours stand in the style sheet alone: where a mail program takes it away, text has the colours of everything
/// else, light or dark.
extension LetterTemplate {
    private static let head = """
        <!DOCTYPE html>
        <html lang="{{language}}" dir="ltr" style="color-scheme:light dark">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{subject}}</title>
        """

    private static let body = """
        </head>
        <body style="margin:0;padding:1em;font-family:system-ui,sans-serif;line-height:1.5">
        <main style="max-width:40em;margin:0 auto">
        """

    private static let colours = """
        <style>
        .passed { color: #176b2c; }
        .failed { color: #b3261e; }
        .inconclusive, .waiting { color: #7a4f00; }
        @media (prefers-color-scheme: dark) {
        .passed { color: #6fd08c; }
        .failed { color: #ff9a91; }
        .inconclusive, .waiting { color: #e8bd6a; }
        }
        </style>
        """

    private static let closing = """
        {{#closing}}
        <p style="margin:.5em 0;overflow-wrap:anywhere">{{#.}}{{words}}{{#address}}<a href="{{link}}">{{.}}</a>\
        {{/address}}{{/.}}</p>
        {{/closing}}
        </main>
        </body>
        </html>

        """

    static let probeHTMLSource = """
        \(head)
        \(body)
        {{#paragraphs}}
        <p style="margin:1em 0;overflow-wrap:anywhere">{{.}}</p>
        {{/paragraphs}}
        <hr style="margin:1.5em 0 1em">
        \(closing)
        """

    static let invitationHTMLSource = """
        \(head)
        \(body)
        {{#lines}}
        <p style="margin:1em 0;overflow-wrap:anywhere">{{#.}}{{words}}{{#address}}<a href="{{link}}">{{.}}</a>\
        {{/address}}{{/.}}</p>
        {{/lines}}
        <hr style="margin:1.5em 0 1em">
        \(closing)
        """

    static let verdictHTMLSource = """
        \(head)
        \(colours)
        \(body)
        <h1 style="font-size:1.3em;line-height:1.3;margin:0 0 .5em">{{subject}}</h1>
        <p style="margin:.5em 0;font-size:1.1em">{{outcome}}</p>
        {{#notes}}
        <p style="margin:.5em 0">{{.}}</p>
        {{/notes}}
        {{#tested}}
        <h2 style="font-size:1.1em;margin:1.5em 0 .5em">{{title}}</h2>
        <table style="border-collapse:collapse;width:100%">
        <thead>
        <tr>
        <th scope="col" style="text-align:start;padding:.3em .8em .3em 0">{{columnResult}}</th>
        <th scope="col" style="text-align:start;padding:.3em .8em .3em 0">{{columnNumber}}</th>
        <th scope="col" style="text-align:start;padding:.3em 0">{{columnFinding}}</th>
        </tr>
        </thead>
        <tbody>
        {{#items}}
        <tr style="border-top:1px solid #8888;vertical-align:top">
        <td style="padding:.4em .8em .4em 0;white-space:nowrap"><strong class="{{kind}}"><span
        aria-hidden="true">{{symbol}}</span> {{label}}</strong></td>
        <td style="padding:.4em .8em .4em 0">{{number}}</td>
        <td style="padding:.4em 0;overflow-wrap:anywhere">{{sentence}}</td>
        </tr>
        {{/items}}
        </tbody>
        </table>
        {{/tested}}
        {{#confirmation}}
        <p style="margin:1em 0">{{.}}</p>
        {{/confirmation}}
        {{#mending}}
        <h2 style="font-size:1.1em;margin:1.5em 0 .5em">{{title}}</h2>
        <ul style="margin:.5em 0;padding-inline-start:1.2em">
        {{#items}}
        <li style="margin:.4em 0;overflow-wrap:anywhere"><strong>{{owner}}:</strong> {{remedy}}</li>
        {{/items}}
        </ul>
        {{/mending}}
        {{#faults}}
        <h2 style="font-size:1.1em;margin:1.5em 0 .5em">{{title}}</h2>
        {{#items}}
        \(quotation)
        {{/items}}
        {{/faults}}
        {{#survey}}
        <h2 style="font-size:1.1em;margin:1.5em 0 .5em">{{title}}</h2>
        <ul style="margin:.5em 0;padding-inline-start:1.2em">
        {{#items}}
        <li style="margin:.4em 0;overflow-wrap:anywhere">{{.}}</li>
        {{/items}}
        </ul>
        {{/survey}}
        {{#reception}}
        <h2 style="font-size:1.1em;margin:1.5em 0 .5em">{{title}}</h2>
        {{#items}}
        <p style="margin:.5em 0;overflow-wrap:anywhere">{{.}}</p>
        {{/items}}
        {{/reception}}
        {{#proof}}
        <h2 style="font-size:1.1em;margin:1.5em 0 .5em">{{title}}</h2>
        {{#items}}
        \(quotation)
        {{/items}}
        {{/proof}}
        {{#log}}
        <h2 style="font-size:1.1em;margin:1.5em 0 .5em">{{title}}</h2>
        {{#items}}
        \(quotation)
        {{/items}}
        {{/log}}
        <hr style="margin:1.5em 0 1em">
        <p style="margin:.5em 0">{{times}}</p>
        \(closing)
        """

    private static let quotation = """
        <p style="margin:.8em 0 .2em;overflow-wrap:anywhere">{{title}}</p>
        <pre{{#foreign}} lang="en"{{/foreign}} style="margin:0 0 .8em;padding-inline-start:.8em;border-inline-start:.2em solid #8888;\
        white-space:pre-wrap;overflow-wrap:anywhere;font-family:monospace,monospace;font-size:.9em">{{lines}}</pre>
        """
}
