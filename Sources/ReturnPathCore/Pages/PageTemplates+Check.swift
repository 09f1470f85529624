extension PageTemplates {
    /// The page of a check.
    static let check = """
        {{<layout}}
        {{$content}}
        <h1 class="{{tone}}">{{title}}</h1>
        <p class="domain">{{domain}}</p>
        <p class="lead">{{outcome}}</p>
        <p class="small">{{times}}</p>
        {{#refresh}}<p class="note" role="status">{{words.refreshes}}</p>
        {{/refresh}}
        <section aria-labelledby="findings">
        <h2 id="findings">{{words.findings}}</h2>
        <ul class="findings">
        {{#findings}}<li class="{{tone}}"><span class="label"><span class="symbol" aria-hidden="true">{{symbol}}</span> {{label}}</span> <span>{{sentence}}</span></li>
        {{/findings}}
        </ul>
        </section>
        {{#hasRemedies}}<section aria-labelledby="remedies">
        <h2 id="remedies">{{words.remedies}}</h2>
        <ul>
        {{#remedies}}<li>{{.}}</li>
        {{/remedies}}
        </ul>
        </section>
        {{/hasRemedies}}
        <section aria-labelledby="journey">
        <h2 id="journey">{{words.journey}}</h2>
        {{#journey}}{{>drawing}}{{/journey}}
        </section>
        {{#hosts}}<section aria-labelledby="hosts">
        <h2 id="hosts">{{heading}}</h2>
        {{#notes}}<p>{{.}}</p>
        {{/notes}}
        {{#hasRows}}<div class="wide" role="region" tabindex="0" aria-labelledby="hosts">
        <table>
        <thead><tr>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead>
        <tbody>
        {{#rows}}<tr><th scope="row">{{host}}</th>{{#cells}}<td>{{#lines}}<span class="cell {{tone}}"><span aria-hidden="true">{{symbol}}</span>&nbsp;{{text}}</span> {{/lines}}</td>{{/cells}}</tr>
        {{/rows}}
        </tbody>
        </table>
        </div>
        {{/hasRows}}
        </section>
        {{/hosts}}
        {{#hasWords}}<section aria-labelledby="words">
        <h2 id="words">{{words.words}}</h2>
        <p class="small">{{words.wordsNote}}</p>
        {{#servers}}<figure>
        <figcaption><strong>{{what}}</strong> {{host}}</figcaption>
        <blockquote><p>{{#code}}<b>{{code}}</b> {{/code}}{{text}}</p></blockquote>
        </figure>
        {{/servers}}
        </section>
        {{/hasWords}}
        {{#hasFaults}}<section aria-labelledby="ours">
        <h2 id="ours">{{words.ours}}</h2>
        <ul lang="en">
        {{#faults}}<li>{{.}}</li>
        {{/faults}}
        </ul>
        </section>
        {{/hasFaults}}
        <section aria-labelledby="evidence">
        <h2 id="evidence">{{words.evidence}}</h2>
        <ol class="evidence">
        {{#evidence}}<li><time datetime="{{iso}}">{{time}}</time> <span>{{#mail}}<strong>{{mail}}</strong> {{/mail}}{{text}}{{#quoted}} <q>{{quoted}}</q>{{/quoted}}</span></li>
        {{/evidence}}
        </ol>
        {{#omitted}}<p class="small">{{omitted}}</p>
        {{/omitted}}
        </section>
        <section aria-labelledby="notes">
        <h2 id="notes">{{words.notes}}</h2>
        <p>{{words.accepted}}</p>
        <p>{{words.masked}} {{removed}}</p>
        </section>
        {{/content}}
        {{/layout}}
        """
}
