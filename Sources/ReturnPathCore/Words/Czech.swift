/// The words of Czech.
enum Czech: Vocabulary {
    static let bound: Set<Substring> = ["a", "i", "k", "o", "s", "u", "v", "z"]
    static let forms = 3
    static func form(for count: Int) -> Int {
        switch count {
        case 1: 0
        case 2...4: 1
        default: 2
        }
    }

    static func sentence(_ sentence: Sentence) -> String {
        switch sentence {
        case .service: "Kontrola návratové cesty přes IPv6"
        case .subject: "{service}: {result}"
        case .corrected: "{subject} (oprava)"
        case .probeSubject: "{service}: {place}"
        case .place: "zpráva {number} ze 4"
        case .placeAgain: "zpráva {number} ze 4, podruhé"

        case .arrived:
            "Vaše zpráva dorazila. Ptá se nás, zda pošta najde cestu k vám a zpět, když zbude jen IPv6."
        case .differences:
            """
            Abychom to zjistili, posíláme na adresu {address} několik zpráv. Vypadají stejně a každá se liší v jediné \
            věci. {role}
            """
        case .noAction:
            "Nemusíte nic dělat. Výsledek přijde v samostatné zprávě nejpozději za {minutes}."
        case .minutes: "minutu|{count} minuty|{count} minut"
        case .pleaseAnswer:
            """
            Chcete-li pomoci, odpovězte na tuto zprávu; stačí i prázdná odpověď. Poštovní server může potvrdit jen \
            to, že zprávu převzal. Vaše odpověď ukáže, že došla až do schránky.
            """
        case .notRequested:
            "Není to váš požadavek? Napište na {stop} a na tuto adresu už od nás nikdy nic nepřijde."
        case .questions: "S dotazy se obraťte na {operator}."

        case .invitationSubject: "{service}: potvrďte prosím svůj požadavek"
        case .invited:
            "Zpráva s vaší adresou {address} se nás zeptala, zda pošta najde cestu k vám a zpět, když zbude jen IPv6."
        case .unvouched:
            """
            Neručí za ni SPF ani DKIM: mohl ji napsat kdokoli. Proto se nejdřív ptáme vás a nic jiného neposíláme.
            """
        case .pleaseConfirm:
            """
            Je to váš požadavek? Odpovězte na tuto zprávu nebo napište na {confirm}; stačí i prázdná zpráva. Potom \
            kontrola začne.
            """
        case .confirmUntil: "Potvrdit to lze jednou, během 24 hodin: do {time} UTC."
        case .elseNothing:
            "Neuděláte-li nic, nic se nestane. Na jednu adresu posíláme takovou zprávu nejvýše jednou za den."
        case .blockSubject: "{service}: zablokovat celou vaši doménu?"
        case .blockOffered:
            """
            Zpráva z adresy {address} nás požádala, abychom už nic neposílali. Takové přání platí pro jednu adresu. \
            Jako správce pošty můžete zařídit, aby platilo pro celou doménu {domain}: potom už nenapíšeme na žádnou \
            adresu v ní.
            """
        case .pleaseBlock:
            """
            Chcete-li zablokovat celou doménu, odpovězte na tuto zprávu nebo napište na {confirm}; stačí i prázdná \
            zpráva.
            """
        case .blockMeans:
            """
            Znamená to, že si poštu už nebude moci nechat zkontrolovat nikdo z domény {domain} ani z domén pod ní: \
            požadavky odmítneme a výsledky, které teprve mají přijít, neodešleme. Zrušit to může jen provozovatel \
            této služby.
            """
        case .elseNotBlocked: "Neuděláte-li nic, nic dalšího se nezablokuje."

        case .amendment:
            "Tímto opravujeme výsledek, který jsme vám poslali dříve: od té doby se něco změnilo."
        case .stillWaiting:
            """
            Alespoň jedna odpověď ještě chybí. Změní-li výsledek, pošleme vám ještě jednu zprávu; jinak byla tato \
            poslední.
            """
        case .controlFailed:
            """
            Jak se poště pro doménu {domain} daří přes IPv6, nemůžeme říci: vaše adresa nepřijala ani naši běžnou \
            zprávu.
            """
        case .reason: "Důvod: {because}."
        case .and: "{items} a {last}"
        case .or: "{items} ani {last}"

        case .statement: "{about}: {fact}."
        case .cameFrom: "přišla ze serveru {host}"
        case .accepted: "přijal ji {host}"
        case .delivered: "doručil ji {host}"
        case .andAnswered: "{fact} a přišla na ni vaše odpověď"
        case .answered: "přišla na ni vaše odpověď, došla tedy až do schránky"
        case .works: "funguje to"
        case .unknownCause: "důvod neznáme"
        case .stillTrying: "stále to zkoušíme; důvod: {reason}"
        case .triesSoFar: "zkoušeno jednou|zkoušeno {count}krát|zkoušeno {count}krát"
        case .triesUntil: "{tries}, znovu po {time} UTC"
        case .refusedOnce: "jednou byla odmítnuta. Pro jistotu ji posíláme ještě jednou"
        case .noAnswerYet: "zatím bez odpovědi"
        case .notTried: "tuto možnost nikdo nezkusil"
        case .notSent: "nebyla odeslána, protože naše běžná zpráva neprošla"
        case .yourServer: "váš poštovní server"
        case .someServer: "Poštovní server"
        case .forwarded: "{first} zprávu převzal a přeposlal a další server, {next}, ji vrátil"

        case .confirmedMails: "Potvrzeno vámi: {mails}. Vaše odpověď dokládá doručení až do schránky."
        case .acceptedMails:
            """
            Přijato, zatím nepotvrzeno: {mails}. I server, který zprávu přijme, ji ještě může uložit jinam. Odpovězte \
            prosím na to, co najdete ve schránce, a po zbytku se podívejte ve složce s nevyžádanou poštou.
            """
        case .mails: "zpráva {numbers}|zprávy {numbers}|zprávy {numbers}"

        case .noMX: "Doména {domain} nemá záznam MX, pošta tedy jde na její vlastní adresy."
        case .nullMX: "Doména {domain} má nulový záznam MX: žádnou poštu nepřijímá."
        case .noDomain: "Doména {domain} v DNS neexistuje."
        case .noRoute: "Servery DNS domény {domain} na dotaz po jejích poštovních serverech neodpověděly."
        case .omittedHosts:
            "{count} další jsme nezkoumali.|{count} další jsme nezkoumali.|{count} dalších jsme nezkoumali."
        case .dns64: "Náš vlastní resolver si adresy IPv6 vymýšlí (DNS64), takže z nich nic neplyne."
        case .alias: "alias, který v záznamu MX být nesmí"
        case .literal: "adresa na místě, kde má záznam MX uvádět jméno"

        case .timeBefore: "mezi {since} a {until} UTC, než vaše zpráva přišla přes IPv4"
        case .hostPutOff: "Náš poštovní server s IPv6 váš server odložil {time}: {line}"
        case .hostSeen:
            "Náš poštovní server s IPv6 zaznamenal váš server nebo takový, který může být váš, {time}: {line}"
        case .hostNotSeen: "Náš poštovní server s IPv6 váš server nezaznamenal {time}; {others}."
        case .nobodyElse: "nikdo jiný se také nepřipojil"
        case .othersSeen:
            "připojil se jen někdo jiný, a to jednou|ostatní se připojili {count}krát|ostatní se připojili {count}krát"
        case .logIncomplete: "Jeho protokol však celou tuto dobu nezachycuje."

        case .takenFrom: "Náš poštovní server převzal vaši zprávu od tohoto serveru"
        case .relayTakenFrom: "Náš předávací server s IPv4 převzal vaši zprávu od tohoto serveru"
        case .ownReport: "Náš vlastní poštovní server hlásí"
        case .foreignReport: "{host} hlásí"
        case .ownStillTrying: "Náš vlastní poštovní server to stále zkouší"
        case .dated: "{source} ({time} UTC)"
        case .calledItself: "{host}, který se představil jako {helo}"
        case .attempt: "{place}: {outcome}."
        case .laterAttempt: "{place}, {count}. pokus: {outcome}."
        case .taken: "převzal ji {host}, {encryption}"
        case .encrypted: "šifrováno pomocí {protocol}"
        case .notEncrypted: "nešifrováno"
        case .skipped: "nezkoušeno, protože {host} krátce předtím neodpovídal"
        case .putOff: "odložil ji {host}"
        case .givenBack: "vrátil ji {host}"
        case .givenUp: "vzdali jsme to"
        case .noHost: "žádný server"

        case .openedFor: "pro adresu {address}, zahájeno {opened} UTC, ověřila doména {domain}"
        case .journeyRequest: "vaše zpráva: {host} {way} {name}"
        case .journeyMail: "zpráva {number}: {way} {host}"
        case .journeyUnderWay: "zpráva {number}: {way}"
        case .notIssued: "zpráva {number}: zatím neodeslána"
        case .notSubmitted: "zpráva {number}: náš vlastní poštovní server ji nepřevzal: {reason}"
        case .verdictSent: "verdikt {number}: předán {time} UTC"
        case .columnCheck: "Kontrola"
        case .columnOpened: "Zahájena (UTC)"
        case .columnAddress: "Adresa"
        case .noChecks: "Zatím žádné kontroly. Napište odjinud na {address} a jedna se zde objeví."
        case .noSuchChecks: "Taková kontrola tu není. Některou podmínku vynechte nebo zvolte starší dobu."
        case .moreChecks: "Další: {command}"

        case .columnResult: "Výsledek"
        case .columnNumber: "Č."
        case .columnFinding: "Co jsme zjistili"
        case .checkTimes: "Kontrola {check}, zahájená {opened} UTC, vyhodnocená {judged} UTC."
        case .shownAt: "Totéž s obrázky, k prohlédnutí i k ukázání ostatním: {page}"
        case .stop: "Nechcete-li od nás už žádnou poštu, napište na {stop}."
        }
    }

    static func result(_ overall: Verdict.Overall) -> String {
        switch overall {
        case .passed: "vše funguje"
        case .failed: "něco nefunguje"
        case .inconclusive: "výsledek není jasný"
        case .waiting: "ještě není hotovo"
        }
    }

    static func outcome(_ overall: Verdict.Overall) -> String {
        switch overall {
        case .passed: "Dobrá zpráva: pošta najde cestu do domény {domain} i zpět, i když zbude jen IPv6."
        case .failed:
            """
            Něco nefunguje: váš poštovní systém neumí {lacks}. Níže najdete důvod i to, kdo to může napravit.
            """
        case .inconclusive:
            "O doméně {domain} nelze říci nic určitého. Co víme a co nevíme, je uvedeno níže."
        case .waiting: "Kontrola domény {domain} ještě neskončila: některé odpovědi se zatím nevrátily."
        }
    }

    static func label(_ outcome: Outcome) -> String {
        switch outcome {
        case .passed: "funguje"
        case .failed: "nefunguje"
        case .inconclusive: "nejasné"
        case .waiting: "čekáme"
        case .notSeen: "nezkoušeno"
        case .notReached: "neodesláno"
        }
    }

    static func about(_ ability: Ability) -> String {
        switch ability {
        case .control: "Naše běžná zpráva pro vás"
        case .deliver: "Vaše zpráva pro nás přes IPv6"
        case .deliverWithoutMX: "Vaše zpráva na naše jméno bez záznamu MX"
        case .receive: "Zpráva pro vás přes IPv6"
        case .receiveFromSixEnvelope: "Zpráva pro vás s návratovou cestou jen přes IPv6"
        case .receiveFromSixAuthor: "Zpráva pro vás od autora z domény jen s IPv6"
        }
    }

    static func lack(_ ability: Ability) -> String {
        switch ability {
        case .control: "přijmout naši běžnou zprávu"
        case .deliver: "doručovat tam, kde je jen IPv6"
        case .deliverWithoutMX: "doručovat tam, kde je jen IPv6 a chybí záznam MX"
        case .receive: "přijímat poštu přes IPv6"
        case .receiveFromSixEnvelope: "přijímat poštu s návratovou cestou jen přes IPv6"
        case .receiveFromSixAuthor: "přijímat poštu od autora z domény jen s IPv6"
        }
    }

    static func role(_ kind: ProbeKind) -> String {
        switch kind {
        case .control: "Tato je kontrolní: posíláme ji zcela obvyklou cestou."
        case .overIPv6: "Tato putuje přes IPv6: jiná cesta není dovolena."
        case .sixEnvelope: "Tato má návratovou cestu v doméně bez IPv4."
        case .sixAuthor: "Tato má adresu autora v doméně bez IPv4."
        }
    }

    static func because(_ cause: Cause) -> String {
        switch cause {
        case .noIPv6Address: "žádný poštovní server domény {domain} nemá adresu IPv6"
        case .addressNotGlobal:
            "poštovní server má takovou adresu IPv6, na kterou se nikdo mimo jeho vlastní síť nedostane"
        case .mailHostNotFound:
            "poštovní server, který doména {domain} uvádí, v DNS neexistuje nebo tam nemá žádnou adresu"
        case .dnsServerFails:
            "servery DNS domény {domain} nebo jejích poštovních serverů nedaly použitelnou odpověď"
        case .connectionRefused: "poštovní server má adresu IPv6, ale na portu 25 tam nic nenaslouchá"
        case .noAnswer: "poštovní server má adresu IPv6, ale nic tam neodpovědělo"
        case .unreachable: "na adresu IPv6 poštovního serveru nevede žádná cesta"
        case .stalls: "spojení přes IPv6 uvázlo, zatímco se zpráva přenášela"
        case .loopsBack: "adresa IPv6 poštovního serveru vede zpět k nám"
        case .refusesIPv6: "poštovní server nepřijímá poštu, která přichází přes IPv6"
        case .clientHidden: "poštovní server nevidí naši adresu, nýbrž adresu z vlastní sítě, a tu odmítá"
        case .sixSenderRefused:
            "poštovní server odmítá odesílatele z obálky, jejichž doména má jen adresy IPv6"
        case .sixAuthorRefused: "poštovní server odmítá autory, jejichž doména má jen adresy IPv6"
        case .ourNetwork: "náš vlastní server neměl v tu chvíli funkční IPv6; to musíme napravit my"
        case .ourReverseName:
            "poštovní server má výhrady ke zpětnému záznamu (PTR) naší adresy; to musíme napravit my"
        case .ourAuthentication:
            "poštovní server má výhrady k našemu SPF, DKIM nebo DMARC; to musíme napravit my"
        case .ourReputation: "naše adresa je na seznamu blokovaných; to musíme napravit my"
        case .ourEncryption:
            "poštovní server přijímá jen šifrovanou poštu a naše šifrovaná nebyla; to musíme napravit my"
        case .ourNames:
            "poštovní server má výhrady k záznamům naší vlastní domény; to musíme napravit my"
        case .userUnknown: "poštovní server tvrdí, že taková schránka neexistuje"
        case .mailboxFull: "schránka je plná"
        case .mailboxUnavailable: "schránka je vypnutá nebo selhal program, který do ní doručuje"
        case .contentRefused: "zpráva se nelíbila filtru; o IPv6 to nic neříká"
        case .notAcceptingMail: "server pro tuto adresu žádnou poštu nepřijímá"
        case .takesNoMail: "doména {domain} v DNS oznamuje, že žádnou poštu nepřijímá"
        case .theirResolver:
            "poštovní server nedokázal v DNS najít naši doménu, ačkoli ta má adresy IPv4 i IPv6"
        case .temporarilyRefused: "server nás odkládal tak dlouho, až jsme to museli vzdát"
        case .forwardingFailed: "váš server zprávu převzal a přeposlal a další server ji vrátil"
        case .controlFailed: "neprošla ani naše běžná zpráva, o IPv6 z toho tedy nic neplyne"
        case .controlOtherFamily:
            "šla přes jinou rodinu adres než naše běžná zpráva, takže je nelze srovnávat"
        case .fallbackUsed: "tentokrát nepřišla přes IPv6, nýbrž přes náš záložní server s IPv4"
        case .deliversOverIPv4Only:
            """
            přišla přes IPv4 na náš záložní server, ačkoli náš poštovní server s IPv6 byl k dispozici a nikdo se na \
            něj neobrátil
            """
        case .unsteady: "jednou byla odmítnuta a podruhé přijata, takže jisté není ani jedno"
        case .silence: "za celou dobu, kterou si poštovní server smí vzít, žádná odpověď nepřišla"
        case .unclear: "byla odmítnuta slovy, která o IPv6 nic neříkají"
        }
    }

    static func remedy(_ cause: Cause) -> String? {
        switch cause {
        case .noIPv6Address:
            "přidejte alespoň jednomu serveru ze záznamu MX záznam AAAA a nechte jej na té adrese naslouchat."
        case .addressNotGlobal:
            "dejte poštovnímu serveru v DNS globální adresu IPv6, nebo záznam AAAA odstraňte."
        case .mailHostNotFound: "opravte záznam MX, nebo vytvořte server, který uvádí."
        case .dnsServerFails:
            "zajistěte, aby na dotazy na AAAA a MX odpovídal každý server DNS příslušné zóny."
        case .connectionRefused:
            """
            nechte poštovní server naslouchat na [::]:25 (Postfix: inet_protocols = all), nebo záznam AAAA odstraňte.
            """
        case .noAnswer: "otevřete ve firewallu port 25 pro IPv6, nebo záznam AAAA odstraňte."
        case .unreachable:
            "prověřte směrování do sítě IPv6 poštovního serveru, nebo záznam AAAA odstraňte."
        case .stalls:
            """
            propusťte všemi firewally po cestě zprávy ICMPv6 „packet too big“, nebo na poštovním serveru snižte MTU.
            """
        case .clientHidden:
            """
            zařiďte, aby pošta přes IPv6 přicházela na server s vlastní adresou klienta (Docker: síť s IPv6, bez \
            userland proxy).
            """
        case .loopsBack: "opravte záznam AAAA poštovního serveru; ukazuje na náš server."
        case .refusesIPv6: "zapněte příjem pošty přes IPv6 (Microsoft 365: Enable-IPv6ForAcceptedDomain)."
        case .sixSenderRefused:
            """
            ať kontrola domény odesílatele z obálky hledá i záznamy AAAA (Exim: nepoužívat disable_ipv6; Sendmail: \
            opravit pravidla, která hledají jen A; Postfix: inet_protocols = all tam, kde se používá \
            reject_unverified_sender).
            """
        case .sixAuthorRefused: "ať kontrola domény v poli From: hledá i záznamy AAAA."
        case .ourNetwork: "musíme opravit síť svého serveru."
        case .ourReverseName: "musíme dát své adrese zpětný záznam (PTR), který k ní vede zpět."
        case .ourAuthentication: "musíme opravit svůj záznam SPF, DKIM nebo DMARC."
        case .ourReputation: "musíme dostat svou adresu ze seznamu blokovaných."
        case .ourEncryption: "musíme zařídit, aby náš server odesílal poštu šifrovaně."
        case .ourNames: "musíme opravit záznamy své domény."
        case .userUnknown: "napište nám z adresy, na kterou lze odpovědět."
        case .mailboxFull: "uvolněte ve schránce místo a zkuste to znovu."
        case .mailboxUnavailable: "zeptejte se svého poskytovatele, proč schránka nepřijímá poštu."
        case .contentRefused: "zjistěte, zda filtr může naše zprávy propouštět, a zkuste to znovu."
        case .notAcceptingMail: "povolte této adrese příjem pošty a zkuste to znovu."
        case .takesNoMail: "odstraňte záznam MX „0 .“, má-li doména poštu přijímat."
        case .theirResolver:
            "opravte překlad jmen (resolver) poštovního serveru; odmítl poštu, kterou odmítat nemusel."
        case .forwardingFailed:
            "opravte adresu, na kterou se pošta přeposílá, nebo se zeptejte jejího držitele."
        case .fallbackUsed, .deliversOverIPv4Only:
            """
            zpřístupněte mu IPv6: potřebuje adresu IPv6, směrování a poštovní program, který hledá záznamy AAAA.
            """
        case .temporarilyRefused, .controlFailed, .controlOtherFamily, .unsteady, .silence, .unclear: nil
        }
    }

    static func owner(_ owner: Cause.Owner) -> String {
        switch owner {
        case .mailAdministrator: "Správce poštovních serverů domény {domain}"
        case .domainOwner: "Správce DNS domény {domain}"
        case .sendingProvider: "Správce serveru, který odesílá vaši poštu"
        case .forwarder: "Ten, kdo nastavil přeposílání"
        case .tester: "Vy"
        case .us: "Na naší straně"
        case .nobody: "Nikdo"
        }
    }

    static func fault(_ kind: Health.Kind) -> String {
        switch kind {
        case .network: "Síť našeho odesílajícího serveru:"
        case .reverseName: "Zpětné záznamy (PTR) našich adres:"
        case .authentication: "Naše SPF, DKIM a DMARC:"
        case .names: "Záznamy našich vlastních jmen:"
        case .reception: "Cesta k nám přes IPv6:"
        }
    }

    static func heading(_ section: VerdictSection) -> String {
        switch section {
        case .tested: "Co jsme vyzkoušeli"
        case .mending: "Kdo má co napravit"
        case .faults: "Co bylo špatně na naší straně"
        case .survey: "Co ukázaly DNS a port 25"
        case .reception: "Co zaznamenal náš poštovní server s IPv6"
        case .proof: "Důkazy"
        case .log: "Co zapsal náš odesílající server"
        case .journey: "Cesta"
        case .evidence: "Vše, co víme, v pořadí, jak to přišlo"
        }
    }

    static func lookup(_ outcome: AddressLookup.Outcome) -> String {
        switch outcome {
        case .found: "{family} {addresses}"
        case .noData: "žádná adresa {family}"
        case .noName: "takový server neexistuje"
        case .failed: "žádná použitelná odpověď DNS o {family}"
        case .timedOut: "žádná včasná odpověď DNS o {family}"
        }
    }

    static func scope(_ scope: AddressScope) -> String? {
        switch scope {
        case .global: nil
        case .ours: "adresa našeho vlastního serveru"
        case .loopback: "vede každý stroj k sobě samému"
        case .linkLocal: "dosažitelná jen na vlastní lince"
        case .uniqueLocal: "dosažitelná jen ve vlastní síti"
        case .mapped: "přestrojená adresa IPv4"
        case .documentation: "adresa pro příklady"
        case .special: "na tuto adresu nelze poštu poslat"
        }
    }

    static func port(_ outcome: PortAnswer.Outcome) -> String {
        switch outcome {
        case .answers: "na portu 25 odpovídá"
        case .silent: "port 25 je otevřený, ale nikdo nemluví"
        case .refuses: "port 25 odmítá spojení"
        case .noAnswer: "port 25 neodpovídá"
        case .unreachable: "nevede tam žádná cesta"
        case .noWayOut: "náš vlastní server tam cestu nemá"
        }
    }
}
