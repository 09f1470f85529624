/// Domains under which anybody can have an address.
///
/// Whoever has one address there must not be able to use up the checks of all others, so such a domain is counted by
/// client network, and apart from everybody else who sends through that network.
package struct SharedProviders: Hashable, Sendable {
    /// Those beside ``builtIn``, which is made only where somebody asks: most messages are no requests.
    private let added: [String]

    /// - Parameter more: Domains beside those of ``builtIn``.
    package init(adding more: [String] = []) {
        added = more.map(DomainName.canonical)
    }

    /// Whether a domain, as DNS has it, is one of them.
    package func contains(_ domain: String) -> Bool {
        added.contains(domain) || Self.builtIn.contains(domain)
    }

    /// What is known without anybody's help; `limits.shared_providers` adds to it.
    package static let builtIn: Set<String> = [
        // Worldwide.
        "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com",
        "ymail.com",
        "rocketmail.com", "aol.com", "icloud.com", "me.com", "mac.com", "proton.me", "protonmail.com",
        "pm.me",
        "tutanota.com", "tuta.com", "fastmail.com", "fastmail.fm", "zoho.com", "mail.com", "gmx.com",
        "hey.com",
        "posteo.net", "disroot.org", "riseup.net",
        // Czech Republic and Slovakia.
        "seznam.cz", "email.cz", "post.cz", "spoluzaci.cz", "centrum.cz", "volny.cz", "atlas.cz",
        "tiscali.cz",
        "quick.cz", "azet.sk", "zoznam.sk", "centrum.sk", "post.sk", "pobox.sk",
        // Germany, Austria, Switzerland.
        "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "web.de", "t-online.de", "freenet.de", "posteo.de",
        "mailbox.org",
        "arcor.de", "outlook.de", "hotmail.de", "yahoo.de", "aon.at", "bluewin.ch",
        // Elsewhere in Europe.
        "wp.pl", "o2.pl", "onet.pl", "op.pl", "interia.pl", "gazeta.pl", "orange.fr", "wanadoo.fr", "free.fr",
        "laposte.net", "sfr.fr", "hotmail.fr", "yahoo.fr", "libero.it", "virgilio.it", "tiscali.it",
        "hotmail.it",
        "yahoo.it", "hotmail.es", "yahoo.es", "telefonica.net", "sapo.pt", "ziggo.nl", "kpnmail.nl",
        "xs4all.nl",
        "telenet.be", "skynet.be", "btinternet.com", "hotmail.co.uk", "yahoo.co.uk", "live.co.uk", "sky.com",
        "abv.bg",
        "freemail.hu", "citromail.hu", "ukr.net", "i.ua", "mail.ru", "inbox.ru", "list.ru", "bk.ru",
        "yandex.ru",
        "yandex.com", "ya.ru", "rambler.ru", "inbox.lv", "mail.ee",
        // Elsewhere.
        "comcast.net", "verizon.net", "att.net", "sbcglobal.net", "cox.net", "shaw.ca", "rogers.com",
        "uol.com.br",
        "bol.com.br", "terra.com.br", "qq.com", "foxmail.com", "163.com", "126.com", "yeah.net", "sina.com",
        "naver.com",
        "daum.net", "hanmail.net", "yahoo.co.jp", "docomo.ne.jp", "ezweb.ne.jp", "rediffmail.com",
        "bigpond.com",
        "optusnet.com.au", "yahoo.com.br", "yahoo.ca", "yahoo.in",
    ]
}
