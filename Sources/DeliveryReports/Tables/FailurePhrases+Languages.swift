/// The same in other languages, in ASCII small letters: a capital outside ASCII is met as it stands, so a
/// phrase begins behind one.
extension FailurePhrases {
    /// It has failed for good, or has failed so far.
    static let foreign: [StaticString] = [
        // German
        "nicht zugestellt", "zugestellt werden konnte", "unzustellbar", "fehler bei der", "fehlgeschlagen",
        "nicht ausgeliefert", "konnte nicht",
        // French
        "chec de la remise", "chec de distribution", "chec de livraison", "non remis", "non délivré",
        "n'a pas pu", "n'a pu être", "impossible de remettre", "pas été remis", "pas été distribué",
        "non distribué",
        // Spanish
        "no se pudo entregar", "no se puede entregar", "no pudo ser entregado", "no se ha podido",
        "no ha podido ser", "no pudo entregar", "error al entregar", "no fue entregado",
        // Portuguese, and Spanish
        "no entregado", "não entregue", "falha na entrega", "não pôde ser", "nao pode ser",
        "não foi entregue",
        "não foi possível entregar", "nao foi possivel entregar", "nao foi entregue",
        // Italian
        "recapito non", "non recapitabile", "non è stato possibile", "impossibile recapitare",
        "mancato recapito", "mancata consegna", "non consegnato", "non è stato recapitato",
        "non è stato consegnato",
        "non può essere consegnato", "impossibile consegnare",
        // Dutch
        "niet worden bezorgd", "onbestelbaar", "niet bezorgd", "is mislukt", "niet afgeleverd",
        // Swedish, Danish, Norwegian, Finnish
        "olevererbart", "gick inte att leverera", "kunde inte levereras", "kunne ikke leveres", "mislykke",
        "ei voi toimittaa", "ei voitu toimittaa",
        // Polish
        "nie mogła zostać", "nie można dostarczyć", "niedostarcz", "nie udało się dostarczyć",
        "nie dostarczono", "nie została dostarczona", "nie mozna dostarczyc", "nie zostala dostarczona",
        // Czech and Slovak
        "nemohla být doručena", "nelze doručit", "nebyla doručena", "nedoručen", "nedoručiteln",
        "se nepodařilo doručit", "nebylo možné doručit", "příjemcům nebo skupinám", "nepodarilo sa doručiť",
        "nemohla byt dorucena", "nelze dorucit", "nebyla dorucena", "nedorucen", "nedorucitel",
        "se nepodarilo dorucit", "nepodarilo sa dorucit",
        // Hungarian, Turkish
        "nem kézbesíthető", "sikertelen volt", "teslim edilemedi",
        // Russian and Ukrainian
        "не может быть доставлен", "не доставлен", "евозможно доставить", "е удалось доставить",
        "не удается доставить", "не было доставлено", "не может быть отправлен", "бой доставки",
        "едоставлен", "не може бути доставлен",
        // Japanese
        "送信に失敗", "配信できません", "配信に失敗", "お届けできませんでした", "配信不能", "送信できません", "配送できません", "配達できません",
        "配達することができません",
        // Chinese and Korean
        "退信", "无法送达", "未送达", "被退回", "投递失败", "没有被投递", "传递失败", "전송되지 못", "전송 실패", "배달하지 못",
    ]

    /// It is late, and may still arrive.
    static let foreignDelay: [StaticString] = [
        "verzögert", "noch nicht", "pas encore été", "aún no se ha", "ainda não foi", "non è stato ancora",
        "non è ancora stat", "nie została jeszcze", "zatím nepodařilo", "zatím nebyla",
        "doručení zprávy se opozdilo", "пока не удалось", "попытки доставки", "配信が遅れ",
        "まだ配信", "延迟投递",
    ]

    /// Said only where attempts go on.
    static let foreignLateOnly: [StaticString] = [
        "noch nicht zugestellt", "pas encore été remis", "pas encore été distribué", "aún no se ha",
        "ainda não foi", "non è stato ancora", "non è ancora stat", "nog niet bezorgd", "nie została jeszcze",
        "zatím nepodařilo", "zatím nebyla", "пока не доставлен", "пока не удалось", "配信が遅れ", "まだ配信",
        "延迟投递",
    ]
}
