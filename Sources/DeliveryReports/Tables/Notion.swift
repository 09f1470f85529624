/// What a server's answer may be about, and what it may say of it, in whichever of many words.
enum Notion: Int, CaseIterable, Sendable {
    // What it is about.
    case mailbox, account, recipients, sender, client, fromYou, ipv6, domain, message, attachment, header,
        disk
    case connection, relaying, size, content, scanner
    // What it says of that.
    case unknown, unavailable, full, disabled, refused, unverified, tooMany, tooBig, malformed, needed
    case broken, period
    // What says enough alone.
    case moved, quota, filtered, takesNoMail, refusesFrom, comeBack, tooFast, listed, reputation,
        authentication, nobody, inactive, line, policy
    case reverseName, spam, virus, login, encryption, system, program, loop, unreachable, noSuchHost, expired
    case syntax

    /// Its words, in small letters, between blanks; where the last blank is missing, they may go on.
    ///
    /// Whatever is no letter and no digit is a blank there, the apostrophe, too.
    var words: [StaticString] { englishWords + foreignWords }

    private var englishWords: [StaticString] {
        switch self {
        case .mailbox:
            [
                " mailbox", " mail box", " inbox", " account", " user ", " users ", " recipient",
                " addressee", " alias ", " address ", " person ", " maildrop ", " mail drop ", " email id ",
                " mail id ",
            ]
        case .account: [" mailbox", " mail box", " inbox", " account", " user ", " users "]
        case .recipients: [" recipient", " addressees "]
        case .sender:
            [
                " sender", " sending address ", " sending domain ", " return path ", " reverse path ",
                " from address ", " from domain ", " originator ", " your email address ", " your address ",
                " your domain ", " return address ",
            ]
        case .client:
            [
                " your ip", " ip address", " ip range", " your host", " your server", " your network",
                " your mail server", " client ", " connecting host ", " connections from ",
                " connection from ", " server ip ", " your isp ", " mail host ", " provider ", " sending ip ",
            ]
        case .fromYou:
            [
                " from your host", " from your server", " from your ip", " from your network",
                " from your country ", " from your isp ", " from your location ", " from your mail server",
            ]
        case .ipv6: [" ipv6 "]
        case .refusesFrom:
            [
                " no mail from ", " not accept mail from ", " not accept email from ",
                " not accepting mail from ", " not accept messages from ", " not accept connections from ",
                " not accepting connections ", " allowed to connect ", " permitted to connect ",
            ]
        case .domain:
            [
                " domain name ", " domain not ", " domain does", " domain is ", " domain cannot ",
                " domain could ", " domain unknown ", " such domain ", " unknown domain ", " invalid domain ",
                " mail domain ", " recipient domain ", " destination domain ", " domain has ", " host not ",
                " host does", " host unknown ", " unknown host ", " such host ", " host name ",
                " the domain ",
            ]
        case .message: [" message", " mail ", " email ", " letter ", " size "]
        case .attachment:
            [
                " attachment", " file type", " filetype", " file extension", " executable", " content type",
                " body type ", " mime ", " zip ", " files ",
            ]
        case .header:
            [
                " header", " message id ", " from field ", " date field ", " rfc 5322 ", " rfc5322 ",
                " rfc 2822 ", " rfc2822 ", " rfc 822 ", " rfc822 ", " rfc compliant ", " received field",
            ]
        case .content: [" content"]
        case .scanner:
            [" scan", " milter ", " filter ", " policy server ", " policy service ", " virus checker "]
        case .broken:
            [
                " failed ", " failure ", " unavailable ", " not available ", " not running ", " timed out ",
                " timeout ", " is down ", " not respond", " t respond", " not connect", " crashed ", " died ",
            ]
        case .size: [" size ", " sizes ", " bytes ", " octets ", " megabytes ", " kb ", " mb "]
        case .period:
            [
                " last hour ", " per hour ", " per minute ", " per day ", " this hour ", " hourly ",
                " daily ", " today ",
            ]
        case .line:
            [
                " line length ", " line too long ", " lines too long ", " bare lf ", " bare cr ",
                " bare newline", " bare line feed", " bare linefeed", " lone cr ", " lone lf ",
            ]
        case .nobody:
            [
                " nobody here ", " nobody by ", " no one here ", " no one by ", " by that name ",
                " by this name ", " of that name ", " of this name ",
            ]
        case .inactive:
            [
                " no longer active ", " no longer in use ", " no longer in service ", " not in use ",
                " inactiv", " not activ", " deactivat", " dormant ", " is suspended ", " been suspended ",
                " address suspended ", " recipient suspend ",
            ]
        case .policy: [" policy ", " policies ", " local rule", " site rule", " company rule"]
        case .disk: [" disk ", " filesystem ", " file system ", " spool ", " storage "]
        case .connection: [" connection", " session", " concurren", " simultaneous", " parallel "]
        case .relaying: [" relay", " open proxy "]
        case .unknown:
            [
                " unknown ", " not found ", " wasn t found ", " no such ", " not exist", " doesn t exist ",
                " no longer exist", " nonexist", " non exist", " invalid ", " not valid ", " not a valid ",
                " isn t valid ", " not known ", " unrecogni", " not recogni", " be found ", " t find ",
                " cannot find ", " not find ", " unable to find ", " be resolved ", " not resolv",
                " unresolv", " not listed ", " not in our ", " not on our ", " nobody ", " there is no ",
                " have no ", " has no ", " t have a ", " not have a ", " t have an ", " not have an ",
                " not local ", " not a local ", " illegal ", " undeliverable ", " not present ",
                " be verified ", " not routable ", " wrong ", " does not belong ", " incorrect ",
                " not registered ", " null ", " blank ", " empty ", " not hosted ", " anyone ",
                " dosn t exist ", " no valid ", " no local ", " no account ", " be located ", " t have any ",
                " not one of our ", " unroutable ", " not a registered ",
            ]
        case .unavailable: [" unavailable ", " not available ", " not accessible ", " be accessed "]
        case .full:
            [
                " full ", " no space ", " not enough space ", " out of space ", " insufficient space ",
                " space left ", " over its ", " over the ", " over their ", " limit exceeded ",
                " limit reached ", " exceeds the limit ", " exceeded its ", " exceeded the ",
                " exceeded their ", " exceeding its ", " too much mail ", " too many messages ",
                " too many mails ", " too many emails ", " storage limit ", " its limit ", " overfull ",
                " out of room ", " no room ", " used up ", " used all ", " insufficient storage ",
                " exhausted ", " is exceeded ",
            ]
        case .disabled:
            [
                " disabled ", " deactivat", " suspend", " closed ", " locked ", " blocked ", " inactiv",
                " not activ", " expired ", " terminated ", " discontinued ", " frozen ", " cancel",
                " deleted ", " removed ", " not in use ", " no longer in use ", " no longer active ",
                " dormant ", " inaccessible ", " shut down ", " not in service ", " out of service ",
            ]
        case .refused:
            [
                " reject", " refus", " denied ", " deny ", " denies ", " block", " not accept",
                " not be accepted ", " t accept", " not allow", " not permit", " forbidden ", " prohibit",
                " banned ", " disallow", " not welcome ", " not want", " unacceptable ", " not authorized ",
                " not authorised ", " dropped ", " t like ", " not like ", " not whitelisted ",
                " not in whitelist ",
            ]
        case .unverified:
            [
                " unverif", " verif", " callback", " callout", " call out ", " no mx ", " mx record",
            ]
        case .tooMany:
            [
                " too many ", " maximum ", " max ", " limit", " reached ", " exceed", " simultaneous ",
                " concurrent ", " parallel ",
            ]
        case .tooBig:
            [
                " too large ", " too big ", " larger than ", " bigger than ", " size limit ", " voluminous ",
                " too heavy ", " maximum size ", " max size ", " size exceed", " maximum message size ",
                " exceeds the maximum ", " exceeds maximum ", " exceeds size ", " maximum allowed size ",
                " oversize",
            ]
        case .malformed:
            [
                " malformed ", " missing ", " multiple ", " duplicate", " invalid ", " bad ",
                " not compliant ", " non compliant ", " not rfc ", " not conform", " broken ", " required ",
                " lacks ", " not supported ", " without ", " has no ", " unpars", " not parse",
            ]
        case .needed:
            [
                " required ", " require ", " requires ", " needed ", " must ", " please ",
                " not authenticated ", " not allow", " fail", " invalid ", " incorrect ", " wrong ",
                " without ", " first ", " turn on ", " unauthenticated ",
            ]
        case .moved:
            [
                " has moved ", " have moved ", " has changed ", " new address ", " new email address ",
                " left the company ", " left our ", " has left ", " no longer with ", " no longer employed ",
                " no longer valid ", " no longer available ", " no longer work", " was moved to ",
                " been moved ",
            ]
        case .quota:
            [
                " overquota ", " mailbox size ", " storage exceed", " storage limit", " disk space limit ",
                " quota ", " quotas ", " allotment ",
            ]
        case .filtered:
            [
                " by recipient ", " by the recipient ", " by this recipient ", " by user ", " by the user ",
                " by this user ", " t want mail ", " not want mail ", " only accept", " allowed senders ",
                " approved senders ", " to send to this ", " permission to send ", " allowed to send to ",
                " allowed to post ", " members can post ", " only members ", " members only ",
                " not a member ",
                " not subscribed ", " is restricted ", " delivery restricted ", " delivery restriction",
                " non members ", " recipient s white list ", " whitelist only ", " only takes mail ",
                " limited to ", " recipient has rejected ", " recipient has refused ", " known senders ",
                " user refuse", " recipient refuse", " refuses to receive ", " user has rejected ",
                " user has refused ", " user has blocked ", " recipient has blocked ", " user rejected ",
                " user s personal ", " recipient s personal ", " user s filter", " recipient s filter",
                " by the addressee ", " sieve ", " external sender", " outside sender",
                " outside the company ",
                " outside the organi", " outside of the organi",
            ]
        case .takesNoMail:
            [
                " not accept mail ", " not accept email ", " not accepting mail ", " not accepting email ",
                " not accept any mail ", " not accepting messages ", " accepts no mail ",
                " not receive mail ", " not receive email ", " null mx ", " nullmx ", " not handle mail ",
                " not take mail ", " takes no mail ", " takes no e mail ", " takes no email ",
                " receives no mail ", " receives no email ", " receives no e mail ", " not use email ",
                " not use e mail ",
            ]
        case .comeBack:
            [
                " greylist", " retry in ", " again in ", " retry after ", " again after ",
                " not seen you before ", " first time ", " minutes later ", " few minutes ", " come back in ",
                " come back after ", " triplet", " resend later ", " please wait ", " first contact ",
                " wait at least ", " rfc 6647 ", " rfc6647 ",
            ]
        case .tooFast:
            [
                " too many messages ", " too many mails ", " too many emails ", " too much mail ",
                " too fast ", " too quickly ", " frequen", " throttl", " rate limit", " sending rate ",
                " excessive ", " slow down ", " per hour ", " per minute ", " per day ", " last hour ",
                " this hour ", " hourly ", " sending limit ", " send limit ", " message limit ", " rate of ",
                " rate exceed", " volume ", " unusual amount ", " unusual rate ", " unusual number ",
                " unusual sending ", " message rate ", " allowance ", " daily ", " sending quota ",
                " relay quota ", " at a rate ", " rate threshold ", " flood",
            ]
        case .listed:
            [
                " blacklist", " black list", " blocklist", " block list", " denylist", " deny list", " rbl ",
                " rbls ", " dnsbl", " dnsrbl", " uribl ", " sorbs ", " spamhaus ", " spamcop ",
                " barracudacentral ", " dynamic ", " dialup ", " dial up ", " geographical location ",
                " pbl ", " xbl ", " you have been blocked ", " ban list ", " country ", " geoip ",
                " residential ", " firewall ", " is listed in ", " is listed on ", " is listed at ",
                " is listed by ", " are listed in ", " banned ",
            ]
        case .reputation:
            [
                " reputation", " sender score ", " score of your ", " score is too low ", " score too low ",
                " rating ", " senderscore ", " complaints ", " untrusted ",
                " permanently deferred ",
            ]
        case .authentication:
            [
                " spf ", " dkim ", " dmarc ", " arc ", " domainkeys ", " sender id ",
                " unauthenticated mail ", " unauthenticated email ", " unauthenticated message",
                " authorized to send mail for ", " authorised to send mail for ",
                " authorized to send mail from ", " authorized to send mails ",
                " authorized to send email for ",
                " allowed to send mail for ", " allowed to send mail from ", " allowed to send email ",
                " permitted to send mail for ", " permitted to send mail from ", " permitted sender ",
                " designate ", " authentication checks ", " authentication level ",
                " authentication information ", " hard fail ", " hardfail ", " softfail ",
                " designated mailer", " designated sender", " spoof", " forged ", " forgery ", " impersonat",
            ]
        case .reverseName:
            [
                " ptr ", " rdns ", " reverse dns ", " reverse lookup ", " reverse name ", " fcrdns ",
                " no dns name for ", " ip name ", " reverse and forward ", " forward and reverse ",
                " hostname do not match ", " hostname does not match ",
            ]
        case .spam:
            [
                " spam", " junk ", " unsolicited ", " bulk ", " phish", " scam ", " abus", " mass mail",
                " advertis", " undesirable ", " inappropriate ", " unwanted ", " content score ",
                " message score ", " suspicious ", " ube ", " uce ",
            ]
        case .virus:
            [
                " virus", " infect", " trojan", " malware ", " worm ", " malicious ", " ransomware ",
                " antivirus ", " clamav ", " eicar ",
            ]
        case .login:
            [
                " authenticat", " unauthenticat", " smtp auth ", " log in ", " login ", " password ",
                " credential", " authorization ",
            ]
        case .encryption:
            [
                " tls ", " starttls ", " ssl ", " encrypt", " certificate", " cipher", " dane ",
                " plaintext ",
            ]
        case .system:
            [
                " internal error ", " system error ", " server error ", " system failure ",
                " configuration error ", " configuration problem ", " misconfigur", " database ", " ldap ",
                " lookup fail", " lookup error ", " i o error ", " input output error ", " out of memory ",
                " local error ", " local problem ", " technical ", " maintenance ", " internal problem ",
                " queue error ", " overload", " error in processing ", " currently unavailable ",
                " resources ", " offline ", " load too high ", " not write ", " cannot write ", " backend ",
            ]
        case .program:
            [
                " exited with ", " exit status ", " exit code ", " exited abnormally ", " command output ",
                " procmail ", " maildrop ", " child status ", " pipe to ", " signal ", " delivery agent ",
                " to a program ", " pipe the ", " vacation program ", " script ", " crashed ",
            ]
        case .loop:
            [
                " loop", " too many hops ", " too many received ", " hop count ", " points back to ",
                " circular ",
            ]
        case .unreachable:
            [
                " unable to connect ", " not connect", " t connect ", " connection lost ",
                " lost connection ", " connection reset ", " connection closed ", " closed connection ",
                " connection dropped ", " unreachable ", " no answer ", " no response ", " not respond",
                " timeout", " time out ", " timed out ", " no route ", " network error ",
                " be reached ", " not reachable ",
            ]
        case .noSuchHost:
            [
                " nxdomain ", " dns lookup ", " dns error ", " dns failure ", " unable to route ",
                " unable to resolve ", " not resolve ", " no dns ", " no route to domain ",
                " cannot resolve ", " no mx or ", " no a record ", " neither mx ", " no address record",
            ]
        case .expired:
            [
                " expired ", " too old ", " delivery time ", " retry time ", " retry timeout ", " giving up ",
                " gave up ", " be delivered for ", " too long in ", " lifetime ", " deliver within ",
                " delivered within ",
            ]
        case .syntax:
            [
                " syntax ", " unsupported ", " not supported ", " unknown command ", " bad command ",
                " parameter", " helo command rejected ", " invalid helo ", " argument", " out of order ",
                " out of sequence ", " malformed command ", " parse the command ", " protocol violation ",
                " protocol error ",
            ]
        }
    }
}
