extension Notion {
    /// Its words in other languages, with their marks and without, as servers write them; where no letter but ASCII's is
    /// made small, behind what may be a capital.
    var foreignWords: [StaticString] {
        switch self {
        case .mailbox:
            [
                // German, French, Spanish, Italian, Portuguese
                " adresse ", " benutzer ", " empfänger", " empfaenger", " postfach", " konto ",
                " speicherplatz ", " destinataire", " utilisateur", " boîte ", " boite ", " compte ",
                " dirección ", " direccion ", " destinatario ", " usuario ", " cuenta ", " buzón ", " buzon ",
                " indirizzo ", " utente ", " casella ", " destinatário ", " usuário ", " conta ", " caixa ",
                " endereço ", " endereco ",
                // Czech and Slovak, Polish
                " uživatel", " uzivatel", " schránk", " schrank", " adresa ", " příjemce ", " prijemce ",
                "čet ", " ucet ", " uzytkownik", " użytkownik", " odbiorc", " skrzynk", " adresat ",
                // Dutch, Swedish, Danish, Norwegian
                " gebruiker ", " postvak ", " ontvanger ", " användare", " mottagare", " modtager ",
                " bruger", " bruker",
                // Finnish, Hungarian, Turkish
                " vastaanottaj", " käyttäj", " felhasználó", " címzett", " kullanıcı", " postafiók",
                // Russian, Japanese, Chinese, Korean
                "ользовател", "олучател", "дресат", "щик ", "дрес ", "ユーザー", "メールボックス", "アドレス", "宛先", "用户",
                "邮箱", "地址", "收件人", "사용자", "수신자", "메일박스", "주소",
            ]
        case .account:
            [
                " postfach", " konto ", " benutzer ", " boîte ", " boite ", " compte ", " cuenta ", " buzón ",
                " buzon ", " casella ", " conta ", " caixa ", "čet ", " ucet ", " schránk", " schrank",
                " skrzynk", " postvak ", "щик ",
            ]
        case .sender:
            [
                " absender", " expéditeur", " expediteur", "metteur ", " remitente ", " mittente ",
                " remetente ", " odesílatel", " odesilatel", " nadawc", " afzender ", "тправител",
            ]
        case .client:
            [
                " ihre ip ", " votre ip ", " votre adresse ip ", " su ip ", " tuo ip ", " vaše ip ",
                " vase ip ",
            ]
        case .domain:
            [
                " domain unbekannt ", " domäne ", " domaine ", " dominio ", " domínio ", " doména ",
                " domena ",
            ]
        case .message:
            [
                " nachricht", " mensaje ", " messaggio ", " mensagem ", " zpráv", " zprav", " bericht ",
            ]
        case .unknown:
            [
                " unbekannt", " nicht bekannt ", " existiert nicht ", " nicht gefunden ", " kein solcher ",
                " keine solche ", " ungültig", " ungueltig", " nicht vorhanden ", " inconnu", " inexist",
                " inesist", " n existe pas ", " introuvable ", " desconocid", " no existe ", " no encontrad",
                " no válid", " sconosciut", " non esiste ", " non trovat", " non valid", " desconhecid",
                " não existe ", " nao existe ", " não encontrad", " inválid", " neexist", " neznám",
                " neznam", " nenalezen", " neplatn", " nieznan", " nie istnieje ", " nie ma ",
                " nie znalezion", " zde není ", " zde neni ", " onbekend", " bestaat niet ",
                " niet gevonden ", " okänd", " ukendt ", " ukjent ", " не найден", " не существует",
                " не зарегистрирован", "еизвест", " findes ikke ", " finnes ikke ", " finns inte ",
                " ei löydy ",
                " ismeretlen ", " nem található ", " nem létezik ", " bulunamadı ", " tanınmıyor ", "不明",
                "存在しません",
                "見つかりません", "不存在", "찾을 수 없", "존재하지 않",
            ]
        case .full:
            [
                " voll ", " überschritten ", " ueberschritten ", " pleine ", " plein ", " llen", " piena ",
                " pieno ", " cheia ", " cheio ", " plná ", " plna ", " přeplněn", " preplnen", " pełn",
                " pelna ", " przepełnion", " przepelnion", " vol ", " переполнен", "已满", "容量", "いっぱい", "가득",
            ]
        case .disabled:
            [
                " gesperrt ", " deaktiviert ", " geschlossen ", " bloqué", " bloque ", " désactivé",
                " desactiv", " deshabilitad", " bloquead", " sospes", " suspens", " disabilitat",
                " disattivat", " bloccat", " desativad", " zablok", " zrušen", " zrusen", " nieaktywn",
                " zawieszon", "аблокирован",
            ]
        case .refused:
            [
                " abgelehnt ", " nicht akzeptiert ", " verweigert ", " nicht erlaubt ", " zurückgewiesen ",
                " rejet", " rechazad", " no autorizad", " no permitid", " rifiutat", " non autorizzat",
                " non consentit", " rejeitad", " recusad", " não permitid", " nao permitid", " odmítnut",
                " odmitnut", " zamítnut", " zamitnut", " odrzucon", " geweigerd ", "тклонен", " gesperrt ",
                " не принят",
            ]
        case .tooBig:
            [
                " zu groß ", " zu gross ", " trop volumineu", " trop gros", " demasiado grande ",
                " troppo grande ", " muito grande ", " příliš velk", " prilis velk", " te groot ",
            ]
        case .tooFast:
            [
                " trop de messages ", " zu viele nachrichten ", " demasiados mensajes ", " troppi messaggi ",
            ]
        case .spam: [" спам ", " pourriel "]
        case .listed: [" sperrliste ", " liste noire ", " lista negra ", " lista nera "]
        case .virus: ["вирус"]
        default: []
        }
    }
}
