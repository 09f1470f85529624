import DeliveryReports

extension Arrival: Codable {
    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: FactKey.self)
        try fields.encode(name, forKey: .name)
        try fields.encode(client, forKey: .client)
        try fields.encode(clientName, forKey: .clientName)
        try fields.encode(helo, forKey: .helo)
        try fields.encodeIfPresent(relay, forKey: .relay)
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FactKey.self)
        name = try fields.decode(NameKind.self, forKey: .name)
        client = try fields.decode(IPAddress.self, forKey: .client)
        clientName = try fields.decode(String.self, forKey: .clientName)
        helo = try fields.decode(String.self, forKey: .helo)
        relay = try fields.decodeIfPresent(IPAddress.self, forKey: .relay)
    }
}

extension Health: Codable {
    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: FactKey.self)
        try fields.encode(faults, forKey: .faults)
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FactKey.self)
        faults = try fields.decode([Fault].self, forKey: .faults)
    }
}

extension Health.Fault: Codable {
    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: FactKey.self)
        try fields.encode(kind, forKey: .kind)
        try fields.encode(text, forKey: .text)
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FactKey.self)
        kind = try fields.decode(Health.Kind.self, forKey: .kind)
        text = try fields.decode(String.self, forKey: .text)
    }
}

extension DeliveryAttempt: Codable {
    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: FactKey.self)
        try fields.encode(at, forKey: .at)
        try fields.encode(outcome, forKey: .outcome)
        try fields.encodeIfPresent(host, forKey: .host)
        try fields.encodeIfPresent(address, forKey: .address)
        try fields.encodeIfPresent(encryption, forKey: .encryption)
        try fields.encodeIfPresent(status, forKey: .status)
        try fields.encode(reply, forKey: .reply)
        try fields.encode(lines, forKey: .lines)
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FactKey.self)
        at = try fields.decode(Moment.self, forKey: .at)
        outcome = try fields.decode(Outcome.self, forKey: .outcome)
        host = try fields.decodeIfPresent(String.self, forKey: .host)
        address = try fields.decodeIfPresent(IPAddress.self, forKey: .address)
        encryption = try fields.decodeIfPresent(String.self, forKey: .encryption)
        status = try fields.decodeIfPresent(String.self, forKey: .status)
        reply = try fields.decode(String.self, forKey: .reply)
        lines = try fields.decode([String].self, forKey: .lines)
    }
}

extension Report: Codable {
    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: FactKey.self)
        try fields.encode(author, forKey: .author)
        try fields.encode(tokenPlace, forKey: .tokenPlace)
        try fields.encode(action, forKey: .action)
        try fields.encodeIfPresent(status, forKey: .status)
        try fields.encodeIfPresent(replyCode, forKey: .replyCode)
        try fields.encode(diagnostic, forKey: .diagnostic)
        try fields.encode(stage, forKey: .stage)
        try fields.encode(reason, forKey: .reason)
        try fields.encodeIfPresent(finalRecipient, forKey: .finalRecipient)
        try fields.encodeIfPresent(reportingMTA, forKey: .reportingMTA)
        try fields.encodeIfPresent(remoteMTA, forKey: .remoteMTA)
        try fields.encodeIfPresent(remoteAddress, forKey: .remoteAddress)
        try fields.encode(proof, forKey: .proof)
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FactKey.self)
        author = try fields.decode(Author.self, forKey: .author)
        tokenPlace = try fields.decode(TokenPlace.self, forKey: .tokenPlace)
        action = try fields.decode(Action.self, forKey: .action)
        status = try fields.decodeIfPresent(String.self, forKey: .status)
        replyCode = try fields.decodeIfPresent(Int.self, forKey: .replyCode)
        diagnostic = try fields.decode(String.self, forKey: .diagnostic)
        stage = try fields.decode(Stage.self, forKey: .stage)
        reason = try fields.decode(Reason.self, forKey: .reason)
        finalRecipient = try fields.decodeIfPresent(String.self, forKey: .finalRecipient)
        reportingMTA = try fields.decodeIfPresent(String.self, forKey: .reportingMTA)
        remoteMTA = try fields.decodeIfPresent(String.self, forKey: .remoteMTA)
        remoteAddress = try fields.decodeIfPresent(IPAddress.self, forKey: .remoteAddress)
        proof = try fields.decode([String].self, forKey: .proof)
    }
}

extension Reception: Codable {
    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: FactKey.self)
        try fields.encode(since, forKey: .since)
        try fields.encode(until, forKey: .until)
        try fields.encode(isWhole, forKey: .isWhole)
        try fields.encode(others, forKey: .others)
        try fields.encodeIfPresent(seen, forKey: .seen)
        try fields.encodeIfPresent(deferred, forKey: .deferred)
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FactKey.self)
        since = try fields.decode(Moment.self, forKey: .since)
        until = try fields.decode(Moment.self, forKey: .until)
        isWhole = try fields.decode(Bool.self, forKey: .isWhole)
        others = try fields.decode(Int.self, forKey: .others)
        seen = try fields.decodeIfPresent(String.self, forKey: .seen)
        deferred = try fields.decodeIfPresent(String.self, forKey: .deferred)
    }
}
