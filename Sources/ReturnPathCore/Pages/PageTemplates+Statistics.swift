extension PageTemplates {
    /// The statistics.
    static let statistics = """
        {{<layout}}
        {{$content}}
        <h1>{{words.title}}</h1>
        <p class="lead">{{lead}}</p>
        {{^isEmpty}}<p><a href="{{root}}{{data}}" download>{{words.download}}</a></p>
        {{>figures}}
        {{/isEmpty}}
        <section aria-labelledby="method">
        <h2 id="method">{{words.method}}</h2>
        <ul>
        {{#method}}<li>{{.}}</li>
        {{/method}}
        </ul>
        </section>
        {{/content}}
        {{/layout}}
        """

    /// Pictures, and the table with the same numbers.
    static let figures = """
        {{#figures}}<section aria-labelledby="{{id}}">
        <h2 id="{{id}}">{{heading}}</h2>
        {{#note}}<p>{{note}}</p>
        {{/note}}
        {{#hasLegend}}<ul class="legend">{{#legend}}<li class="{{style}}">{{text}}</li>{{/legend}}</ul>
        {{/hasLegend}}
        {{#drawings}}<figure>
        {{#caption}}<figcaption>{{caption}}</figcaption>
        {{/caption}}
        {{#drawing}}{{>drawing}}{{/drawing}}
        </figure>
        {{/drawings}}
        {{#isWide}}<div class="wide" role="region" tabindex="0" aria-labelledby="{{id}}">
        {{/isWide}}
        <table>
        {{#tableNote}}<caption>{{tableNote}}</caption>
        {{/tableNote}}
        <thead><tr>{{#columns}}<th scope="col"{{#isNumber}} class="number"{{/isNumber}}>{{text}}</th>{{/columns}}</tr></thead>
        <tbody>
        {{#rows}}<tr><th scope="row">{{head}}</th>{{#cells}}<td class="number">{{.}}</td>{{/cells}}</tr>
        {{/rows}}
        </tbody>
        </table>
        {{#isWide}}</div>
        {{/isWide}}
        </section>
        {{/figures}}
        """
}
