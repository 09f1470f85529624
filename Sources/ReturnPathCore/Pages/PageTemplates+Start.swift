extension PageTemplates {
    /// The start page. The web server fills the comment that begins with `#` in (server side includes); where it does
    /// not, the style sheet hides the line.
    static let start = """
        {{<layout}}
        {{$content}}
        <h1>{{words.title}}</h1>
        <p class="lead">{{words.lead}}</p>
        <p><a class="button" id="write" href="mailto:{{address}}?subject={{subject}}">{{words.write}} {{address}}</a></p>
        <p class="small">{{words.byHand}}</p>
        <section aria-labelledby="steps">
        <h2 id="steps">{{words.steps}}</h2>
        <ol>
        <li>{{words.findsUs}}</li>
        <li>{{words.threeMore}}</li>
        <li>{{result}}</li>
        <li>{{words.answer}}</li>
        </ol>
        </section>
        <section aria-labelledby="connection">
        <h2 id="connection">{{connection.heading}}</h2>
        <p class="came">{{connection.cameOver}} <output><!--# echo var="visitor" default="" --></output>.</p>
        {{#names}}<div id="names" hidden data-ipv4="{{ipv4}}" data-ipv6="{{ipv6}}" data-dual="{{dual}}">
        <p role="status" class="lead"><span data-when="asking">{{connection.asking}}</span>{{#answers}}<span data-when="{{case}}" hidden>{{text}}</span>{{/answers}}</p>
        <table>
        <thead><tr><th scope="col">{{connection.name}}</th><th scope="col">{{connection.answer}}</th></tr></thead>
        <tbody>
        <tr><th scope="row">{{connection.ipv4Only}}</th><td data-answer="ipv4" data-none="{{connection.none}}"></td></tr>
        <tr><th scope="row">{{connection.ipv6Only}}</th><td data-answer="ipv6" data-none="{{connection.none}}"></td></tr>
        <tr><th scope="row">{{connection.dual}}</th><td data-answer="dual" data-none="{{connection.none}}"></td></tr>
        </tbody>
        </table>
        </div>
        <noscript>
        <p>{{connection.noScript}}</p>
        <ul>
        <li><a href="{{ipv4}}">{{connection.ipv4Only}}</a></li>
        <li><a href="{{ipv6}}">{{connection.ipv6Only}}</a></li>
        <li><a href="{{dual}}">{{connection.dual}}</a></li>
        </ul>
        </noscript>
        {{/names}}
        </section>
        <section aria-labelledby="kept">
        <h2 id="kept">{{words.kept}}</h2>
        <p>{{kept}}</p>
        <p>{{words.noStrangers}}</p>
        </section>
        {{/content}}
        {{/layout}}
        """
}
