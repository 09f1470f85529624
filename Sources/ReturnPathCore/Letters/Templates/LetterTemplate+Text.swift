extension LetterTemplate {
    static let probeTextSource = """
        {{#paragraphs}}
        {{.}}

        {{/paragraphs}}
        {{#closing}}
        {{.}}
        {{/closing}}

        """

    static let invitationTextSource = """
        {{#lines}}
        {{.}}

        {{/lines}}
        {{#closing}}
        {{.}}
        {{/closing}}

        """

    static let verdictTextSource = """
        {{outcome}}

        {{#notes}}
        {{.}}

        {{/notes}}
        {{#tested}}
        {{title}}
        {{rule}}
        {{#items}}
        {{sentence}}
        {{/items}}
        {{/tested}}

        {{#confirmation}}
        {{.}}

        {{/confirmation}}
        {{#mending}}
        {{title}}
        {{rule}}
        {{#items}}
        {{line}}
        {{/items}}

        {{/mending}}
        {{#faults}}
        {{title}}
        {{rule}}
        {{#items}}
        {{title}}
        {{lines}}
        {{/items}}

        {{/faults}}
        {{#survey}}
        {{title}}
        {{rule}}
        {{#items}}
        {{.}}
        {{/items}}

        {{/survey}}
        {{#reception}}
        {{title}}
        {{rule}}
        {{#items}}
        {{.}}
        {{/items}}

        {{/reception}}
        {{#proof}}
        {{title}}
        {{rule}}
        {{#items}}
        {{title}}
        {{lines}}

        {{/items}}
        {{/proof}}
        {{#log}}
        {{title}}
        {{rule}}
        {{#items}}
        {{title}}
        {{lines}}

        {{/items}}
        {{/log}}
        {{times}}
        {{#closing}}
        {{.}}
        {{/closing}}

        """
}
