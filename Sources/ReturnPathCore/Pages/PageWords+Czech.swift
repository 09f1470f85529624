import DeliveryReports

extension PageWords {
    static let czech = PageWords(
        frame: Frame(
            skip: "Přeskočit na obsah", navigation: "Stránky", start: "Úvod", statistics: "Statistika",
            otherLanguage: "English", questions: "S dotazy se obracejte na"),
        start: startCzech, check: checkCzech, statistics: statisticsCzech,
        outcome: { outcome in
            switch outcome {
            case .passed: "funguje"
            case .failed: "nefunguje"
            case .inconclusive: "nejasné"
            case .waiting: "čeká se"
            case .notSeen: "nezkoušeno"
            case .notReached: "neodesláno"
            }
        },
        ability: { ability in
            switch ability {
            case .control: "přijímá naši běžnou poštu"
            case .deliver: "doručuje přes IPv6"
            case .deliverWithoutMX: "doručuje i bez záznamu MX"
            case .receive: "přijímá přes IPv6"
            case .receiveFromSixEnvelope: "přijímá s návratovou cestou jen s IPv6"
            case .receiveFromSixAuthor: "přijímá s autorem jen s IPv6"
            }
        }, cause: causeCzech)

    private static let startCzech = Start(
        title: "Dojde k vám pošta přes IPv6\u{A0}– a zase zpátky?",
        lead:
            "Napište nám jeden e-mail. Odpovíme po vaší návratové cestě pouze přes IPv6 a sdělíme vám, co funguje, "
            + "co nefunguje a kdo to může napravit.",
        subject: "Prosím o kontrolu návratové cesty", write: "Napsat na",
        byHand:
            "Pište ze schránky, kterou chcete prověřit. Zpráva může být prázdná; záleží jen na cestě, kterou "
            + "k nám přijde.",
        steps: "Co se bude dít",
        findsUs:
            "Vaše zpráva nás musí najít: náš poštovní server má pouze adresu IPv6. Co cestu nenajde, převezme "
            + "záložní server s IPv4, abyste odpověď dostali i tak.",
        threeMore:
            "Na adresu, ze které jste psali, odejde běžná zpráva. Jakmile ji váš server přijme, následují tři "
            + "další: jedna pouze přes IPv6, jedna s návratovou cestou v doméně, která má jen IPv6, a jedna "
            + "s autorem v takové doméně.",
        result: {
            "Do \(minutes($0)) dostanete e-mail s výsledkem: co funguje, co nefunguje, kdo to může napravit, "
                + "a jako důkaz doslovné odpovědi serverů."
        },
        answer:
            "Na zprávy, které najdete ve schránce, prosím odpovězte: server může říci jen to, že zprávu převzal; "
            + "že opravdu dorazila, víte jen vy.",
        connection: Connection(
            heading: "Vaše vlastní připojení", cameOver: "Tato stránka k vám přišla přes",
            asking: "Ptáme se tří jmen…", name: "Jméno", answer: "Odpověď",
            ipv4Only: "dosažitelné jen přes IPv4", ipv6Only: "dosažitelné jen přes IPv6",
            dual: "dosažitelné oběma způsoby: čemu dává prohlížeč přednost", none: "bez odpovědi",
            both6: "Máte IPv4 i IPv6 a váš prohlížeč dává přednost IPv6.",
            both4: "Máte IPv4 i IPv6 a váš prohlížeč dává přednost IPv4.",
            both: "Máte IPv4 i IPv6.",
            only4: "Máte pouze IPv4: na servery, které mají jen IPv6, se nedostanete.",
            only6: "Máte pouze IPv6: na servery, které mají jen IPv4, se nedostanete.",
            nothing: "Neodpovědělo žádné ze jmen. Něco mezi vámi a námi dotazům brání.",
            noScript:
                "Bez skriptů se můžete zeptat sami: každé z těchto jmen odpoví vaší adresou, nebo neodpoví vůbec."
        ),
        kept: "Co se uchovává",
        keptText: {
            "Vaši zprávu uchováváme \(days($0)), odpovědi serverů na naše zprávy \(days($1)). Stránka kontroly má "
                + "adresu, kterou nikdo neuhodne, není na ní žádná e-mailová adresa a zmizí spolu s kontrolou."
        },
        noStrangers:
            "Žádné cookies, nic od třetích stran. Jediný skript je ten, který se ptá tří jmen uvedených výše."
    )

    private static let checkCzech = Check(
        title: { overall in
            switch overall {
            case .passed: "Vše funguje"
            case .failed: "Něco nefunguje"
            case .inconclusive: "Bez jasné odpovědi"
            case .waiting: "Ještě není hotovo"
            }
        },
        refreshes: "Na některé odpovědi se ještě čeká. Do té doby se stránka každých 20 sekund načte znovu.",
        times: { "Zahájeno \($0) UTC, poslední zpráva o dění \($1) UTC." },
        findings: "Co jsme zkoušeli", journey: journeyCzech, remedies: "Kdo může co napravit",
        ours: "Co nebylo v pořádku u nás", hosts: hostsCzech, words: "Co řekly servery",
        wordsNote: "Doslovně, jen bez jmen před zavináčem v adresách.",
        evidence: "Co se kdy stalo",
        omitted: { "Vynechané řádky: \($0)." },
        fact: factsCzech, notes: "Jak tomu rozumět",
        accepted:
            "Server, který zprávu přijal, ji ještě mohl uložit jinam: přijato neznamená doručeno. Teprve odpověď "
            + "ukáže, že zpráva dorazila do schránky.",
        masked: "Stránku si může přečíst každý, kdo zná její adresu. Žádná e-mailová adresa na ní není.",
        removed: { "Tato stránka bude odstraněna \(days($0)) po zahájení kontroly." })

    private static let journeyCzech = Journey(
        heading: "Cesta tam a zpět", yourServer: "Váš server", notHere: "zatím k nám nedorazil",
        overIPv6: "přes IPv6", throughFallback: "nikoli přes IPv6, ale přes naši zálohu s IPv4",
        ourName: "Naše jméno jen s IPv6", ourFallback: "Naše záloha s IPv4",
        mail: { kind in
            switch kind {
            case .control: "Zpráva 1: běžnou cestou"
            case .overIPv6: "Zpráva 2: pouze přes IPv6"
            case .sixEnvelope: "Zpráva 3: návratová cesta jen s IPv6"
            case .sixAuthor: "Zpráva 4: autor jen s IPv6"
            }
        },
        again: "ještě jednou",
        state: { state in
            switch state {
            case .planned: "neodesláno"
            case .inFlight: "na cestě"
            case .accepted: "přijato"
            case .failed: "odmítnuto"
            case .confirmed: "ve schránce"
            case .silent: "bez odpovědi"
            }
        },
        noHost: { state in
            if case .failed = state { "nedoručeno: k žádnému serveru nedošla" } else { "přijato" }
        })

    private static let hostsCzech = Hosts(
        heading: "Poštovní servery", host: "Server", port: "Port 25", accepted: "Přijato",
        confirmed: "Potvrzeno", none: "žádná", alias: "alias", notAsked: "neptali jsme se",
        noAnswer: "DNS neodpovědělo", unlisted: "není v MX",
        route: { route in
            switch route {
            case .exchangers: nil
            case .implicit: "Doména nemá záznam MX, pošta tedy míří na její vlastní adresy."
            case .nullMX: "Prázdný záznam MX říká, že doména nepřijímá žádnou poštu."
            case .noDomain: "Doména v DNS neexistuje."
            case .unknown: "DNS na dotaz po poštovních serverech neodpovědělo."
            }
        },
        scope: { scope in
            switch scope {
            case .global: nil
            case .ours: "naše vlastní adresa"
            case .loopback: "vede sama k sobě"
            case .linkLocal: "jen na vlastní lince"
            case .uniqueLocal: "jen ve vlastní síti"
            case .mapped: "přestrojená IPv4"
            case .documentation: "jen pro příklady"
            case .special: "není pro poštu"
            }
        },
        portAnswer: { outcome in
            switch outcome {
            case .answers: "odpovídá"
            case .silent: "otevřený, ale mlčí"
            case .refuses: "odmítá"
            case .noAnswer: "neodpovídá"
            case .unreachable: "nedosažitelný"
            case .noWayOut: "od nás nevede cesta"
            }
        }, mails: { "zpráva \($0)" }, refused: { "odmítnuta zpráva \($0)" },
        dns64: "Náš vlastní resolver si adresy IPv6 vytváří (DNS64), takže z nich nic neplyne.",
        more: { "a další: \($0)" }, scroll: "Tabulkou lze posouvat do stran.")

    private static let factsCzech = Facts(
        arrived: { "Vaše zpráva přišla na \($0) ze serveru \($1)." }, submitted: "Odeslali jsme ji.",
        queued: "Stále v naší frontě:",
        attempt: { outcome, host in
            switch outcome {
            case .sent: "Převzal ji \(host):"
            case .deferred: "Odložil ji \(host):"
            case .bounced: "Odmítl ji \(host):"
            case .expired: "Vzdali jsme to:"
            }
        },
        report: { action, author in
            switch action {
            case .delivered: "Doručeno, hlásí \(author):"
            case .relayed, .expanded: "Předáno dál, hlásí \(author):"
            case .delayed: "Zdrženo, hlásí \(author):"
            case .failed: "Nedoručeno, hlásí \(author):"
            }
        }, ourServer: "náš server", someServer: "poštovní server",
        confirmed: "Odpověděli jste na ni: je ve schránce.",
        automatic: "Na vaší straně na ni odpověděl program.",
        stopped: "Požádali jste, abychom už nic neposílali.",
        watched: "Podívali jsme se, zda server, který nám psal, předtím zkusil IPv6.",
        healthy: "Podívali jsme se na vlastní stranu: vše v pořádku.",
        faults: "Podívali jsme se na vlastní stranu:",
        surveyed: { "Zeptali jsme se DNS na doménu; počet poštovních serverů: \($0)." })

    /// In the genitive, as it stands behind "do".
    private static func minutes(_ number: Int) -> String { number == 1 ? "minuty" : "\(number) minut" }

    private static func days(_ number: Int) -> String {
        switch number {
        case 1: "1 den"
        case 2...4: "\(number) dny"
        default: "\(number) dní"
        }
    }
}
