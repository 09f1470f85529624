extension PageWords {
    static let statisticsCzech = StatisticsWords(
        title: "Co ukazují všechny kontroly dohromady",
        lead: { "Počet kontrol: \($0), počet domén: \($1); stav k \($2) (UTC)." },
        empty: "Zatím se nic nekontrolovalo.", download: "Stejná čísla pro programy (JSON)",
        abilities: "Co funguje",
        abilitiesNote: "Každá doména se počítá jednou; doručování se počítá podle systémů, které nám psaly.",
        ability: "Schopnost", notTried: "nezkoušeno", funnel: "Od domény k poště převzaté přes IPv6",
        funnelStages: [
            "domény, jejichž servery jsme hledali", "mají v DNS adresu IPv6",
            "odpovídají přes IPv6 na portu 25", "přijímají naši poštu přes IPv6",
        ],
        months: "Měsíc po měsíci", month: "Měsíc", causes: "Proč to nefunguje", cause: "Příčina",
        providers: "Kdo poštu přebírá: příjem přes IPv6", provider: "Poskytovatel",
        providersNote:
            "Podle poštovního serveru s největší předností. Skupiny s méně než pěti doménami se počítají dohromady.",
        domains: "Domény", others: "ostatní", systems: "Poštovní systémy", system: "Co se počítá",
        number: "Počet", hosts: "poštovní servery", ipv4Addresses: "adresy IPv4",
        ipv6Addresses: "globální adresy IPv6", ipv6Asked: "z nich dotázané na portu 25",
        ipv6Answering: "z nich odpovídají", senders: "systémy, které nám psaly",
        sendersIPv6: "z nich přes IPv6", sendersFallback: "z nich přes zálohu s IPv4",
        method: "Metoda a její meze",
        methodLines: [
            "Doména se počítá jednou, podle poslední uzavřené kontroly, ať z ní psal kdokoli.",
            "Doručování se počítá podle systému, který nám zprávu předal: podle registrované domény jeho jména, "
                + "jinak podle jeho sítě.",
            "Měsíc počítá každou doménu podle její poslední uzavřené kontroly v tom měsíci.",
            "Poštovní servery a adresy se počítají po jednom; portu 25 se ptáme nejvýše na osmi adresách jedné "
                + "domény, jednou denně.",
            "Poskytovatel je registrovaná doména poštovního serveru s největší předností; určuje se zjednodušeným "
                + "pravidlem.",
            "Kdo píše službě pro kontrolu pošty přes IPv6, sám se k tomu rozhodl: nejde o vzorek celého Internetu.",
            "Kontroly se po uplynutí své lhůty zapomínají, starší měsíce tedy blednou.",
            "Nejasné neznamená funguje: plná schránka nebo chyba na naší straně o IPv6 nic neříká.",
        ], chart: { "Graf: \($0). Stejná čísla jsou v tabulce pod ním." })

    static func causeCzech(_ cause: Cause) -> String {
        switch cause {
        case .noIPv6Address: "v DNS není adresa IPv6"
        case .addressNotGlobal: "adresa IPv6 není globální"
        case .mailHostNotFound: "poštovní server není v DNS"
        case .dnsServerFails: "servery DNS selhávají"
        case .connectionRefused: "port 25 odmítá"
        case .noAnswer: "port 25 neodpovídá"
        case .unreachable: "nevede tam cesta"
        case .stalls: "spojení uvázne"
        case .loopsBack: "adresa vede zpět k nám"
        case .refusesIPv6: "přes IPv6 nic nepřijímá"
        case .clientHidden: "server nevidí naši adresu"
        case .sixSenderRefused: "odmítá odesílatele jen s IPv6"
        case .sixAuthorRefused: "odmítá autora jen s IPv6"
        case .ourNetwork: "naše síť"
        case .ourReverseName: "naše reverzní jméno"
        case .ourAuthentication: "naše SPF, DKIM nebo DMARC"
        case .ourReputation: "naše pověst"
        case .ourEncryption: "naše šifrování"
        case .ourNames: "naše jména"
        case .userUnknown: "schránka neexistuje"
        case .mailboxFull: "plná schránka"
        case .mailboxUnavailable: "schránka nedostupná"
        case .contentRefused: "zpráva se nelíbila filtru"
        case .notAcceptingMail: "pro tuto adresu nic nepřijímá"
        case .takesNoMail: "prázdný záznam MX"
        case .theirResolver: "jejich resolver selhává"
        case .temporarilyRefused: "příliš dlouho odkládáno"
        case .forwardingFailed: "přeposlání selhalo"
        case .controlFailed: "neprošla ani běžná zpráva"
        case .controlOtherFamily: "nelze porovnat"
        case .fallbackUsed: "přišlo přes zálohu s IPv4"
        case .deliversOverIPv4Only: "doručuje jen přes IPv4"
        case .unsteady: "jednou odmítnuto, jednou přijato"
        case .silence: "bez odpovědi"
        case .unclear: "slova, která nic neříkají"
        }
    }
}
