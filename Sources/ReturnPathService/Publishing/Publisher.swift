import Dispatch
import Glibc
import ReturnPathCore
import ReturnPathStore
import Synchronization

/// What `sixreturn publish` does: writes the pages of a site, and only those that have changed.
package struct Publisher {
    private let installation: Installation
    private let store: Store
    private let renderer: PageRenderer

    /// Checks that are read at a time.
    private static let portion = 200

    package init(_ installation: Installation, _ store: Store) throws {
        self.installation = installation
        self.store = store
        renderer = try PageRenderer()
    }

    /// What a run did.
    package struct Outcome: Codable, Hashable, Sendable {
        /// Checks that have a page now.
        package var checks = 0
        /// Checks that were judged, because something has happened or may happen.
        package var judged = 0
        /// Files that were written.
        package var written = 0
        /// Pages of checks that were removed.
        package var removed = 0
    }

    /// One run; `nil` where another process is writing this site.
    ///
    /// Pages come before the manifest that tells of them: whatever a run that was ended has not written down, the
    /// next one does again.
    ///
    /// - Parameter progress: Told after every portion how many checks are done, and how many there are to do.
    package func run(into folder: String, at now: Moment, progress: (Int, Int) -> Void = { _, _ in }) throws
        -> Outcome?
    {
        let languages = Language.allCases.filter { $0 != .english }.map(\.rawValue)
        var site = try SiteFolder(folder, subfolders: [Site.checks] + languages)
        guard let lock = try PublishLock(in: folder) else { return nil }
        let old = PublishManifest(in: folder, fingerprint: try fingerprint())
        let present = try presentPages(site)
        let work = try plan(old, present, at: now)
        var outcome = Outcome(checks: work.places.count, judged: work.toJudge.count)
        var new = old
        new.lastEvidence = work.lastEvidence
        new.entries = old.entries.filter { work.names[$0.key] != nil }
        for start in stride(from: 0, to: work.toJudge.count, by: Self.portion) {
            let end = min(start + Self.portion, work.toJudge.count)
            let sources = try read(Array(work.toJudge[start..<end]))
            for (source, made) in zip(sources, pages(sources, open: work.open, at: now)) {
                let file = "\(Site.checks)/\(work.names[source.check.id] ?? "")"
                if try site.write(file, made.page) { outcome.written += 1 }
                new.entries[source.check.id] = made.entry
            }
            progress(end, work.toJudge.count)
        }
        let expected = Set(work.names.values)
        for name in present.subtracting(expected) {
            try site.remove("\(Site.checks)/\(name)")
            outcome.removed += 1
        }
        outcome.written += try writeCommonPages(work.places, old, new, &site, at: now)
        try site.commit()
        if new != old {
            _ = try site.write(PublishManifest.file, new.text, mode: 0o600)
            try site.commit()
        }
        _ = consume lock
        return outcome
    }

    /// The pages of checks that are there; what a run that was ended has left behind is removed.
    private func presentPages(_ site: borrowing SiteFolder) throws -> Set<String> {
        let names = try site.files(in: Site.checks)
        for name in names where SiteFolder.isTemporary(name) { try site.remove("\(Site.checks)/\(name)") }
        // A page's name is made of the same letters as a check's.
        return Set(
            names.filter { $0.hasSuffix(".html") && CheckID(String($0.dropLast(".html".count))) != nil })
    }

    /// What the pages depend on beside the evidence. A new program may judge or write otherwise.
    private func fingerprint() throws -> String {
        var status = stat()
        _ = stat("/proc/self/exe", &status)
        let program = "\(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec) "
        let probe = CheckID(random: Array(repeating: 0, count: CheckID.octets))
        let settings = try SystemFile.read(installation.configuration.path, most: 1 << 20)
            .mapError { ServiceError.inputUnreadable(reason: $0.words) }.get()
        let newest = installation.signer.pageName(probe, openedAt: .max)
        let digest = Digest.sha256(Array((program + newest).utf8) + settings)
        return digest.prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

extension Publisher {
    /// What there is and what has to be looked at.
    private struct Work {
        /// All checks within their time, the newest first.
        let places: [CheckPlace]
        /// The file of each.
        let names: [CheckID: String]
        let open: Set<CheckID>
        let toJudge: [CheckID]
        let lastEvidence: Int64
    }

    private func plan(_ manifest: PublishManifest, _ present: Set<String>, at now: Moment) throws -> Work {
        let signer = installation.signer
        return try store.read { transaction in
            let places = try transaction.places(since: now - installation.configuration.retention.checks)
            let last = try transaction.lastEvidence()
            // Numbers that went back belong to another database.
            let known = manifest.lastEvidence <= last ? manifest.lastEvidence : 0
            let changed = try transaction.checksWithEvidence(after: known)
            let open = try transaction.openChecks()
            var names: [CheckID: String] = [:]
            names.reserveCapacity(places.count)
            var toJudge: [CheckID] = []
            for place in places {
                let name = Site.file(of: place.id, openedAt: place.openedAt, signer)
                names[place.id] = name
                let isKnown = manifest.entries[place.id].map { !$0.isWaiting } ?? false
                if !isKnown || changed.contains(place.id) || open.contains(place.id)
                    || !present.contains(name)
                {
                    toJudge.append(place.id)
                }
            }
            return Work(places: places, names: names, open: open, toJudge: toJudge, lastEvidence: last)
        }
    }

    private func read(_ checks: [CheckID]) throws -> [Source] {
        try store.read { transaction in
            try checks.compactMap { id in
                try transaction.check(id).map { ($0, try transaction.evidence(of: id)) }
            }
        }
    }

    private typealias Source = (check: Check, evidence: [Evidence])
    private typealias Made = (page: String, entry: PublishManifest.Entry)

    /// The pages of checks, made on all processors at once.
    private func pages(_ sources: [Source], open: Set<CheckID>, at now: Moment) -> [Made] {
        let made = Mutex<[Int: Made]>([:])
        DispatchQueue.concurrentPerform(iterations: sources.count) { index in
            let source = sources[index]
            let page = page(source, isOpen: open.contains(source.check.id), at: now)
            made.withLock { $0[index] = page }
        }
        return made.withLock { made in sources.indices.compactMap { made[$0] } }
    }

    private func page(_ source: Source, isOpen: Bool, at now: Moment) -> Made {
        let verdict = installation.judge.judge(source.evidence, at: now)
        // Where nothing is sent any more, nothing ever settles; two windows are time enough for what was.
        let end = source.check.openedAt + 2 * installation.configuration.timing.window.length
        let isWaiting = !verdict.isSettled && (isOpen || now < end)
        let page = CheckPage(installation.site, installation.judge, renderer)
            .text(source.check, source.evidence, verdict, isWaiting: isWaiting, at: now)
        let summary = CheckSummary(source.check, verdict, pseudonym: installation.signer.pseudonym(of:))
        return (page, .init(isWaiting: isWaiting, summary: summary.line))
    }

    /// The start pages, and the statistics where they have changed.
    ///
    /// - Returns: How many files were written.
    private func writeCommonPages(
        _ places: [CheckPlace], _ old: PublishManifest, _ new: PublishManifest, _ site: inout SiteFolder,
        at now: Moment
    ) throws -> Int {
        var files = [(Site.styleSheet, StyleSheet.text), (Site.script, ConnectionScript.text)]
        let start = StartPage(installation.site, renderer)
        for language in Language.allCases { files.append((Site.start(language), start.text(language))) }
        let isThere = access("\(site.path)/\(Site.statisticsData)", F_OK) == 0
        if !isThere || old.fingerprint != new.fingerprint || old.summaries != new.summaries
            || old.entries.isEmpty
        {
            let statistics = try statistics(places, new, at: now)
            files.append((Site.statisticsData, try StatusJSON.text(statistics)))
            let page = StatisticsPage(installation.site, renderer)
            for language in Language.allCases {
                files.append((Site.statistics(language), page.text(statistics, language)))
            }
        }
        var written = 0
        for (file, text) in files where try site.write(file, text) { written += 1 }
        return written
    }

    /// The same as ``StatisticsQuery`` counts, without judging anything.
    private func statistics(_ places: [CheckPlace], _ manifest: PublishManifest, at now: Moment) throws
        -> Statistics
    {
        var builder = StatisticsBuilder()
        for place in places {
            let month = StatisticsBuilder.month(place.openedAt)
            let domain = installation.signer.pseudonym(of: place.domain)
            guard !builder.isComplete(domain: domain, month: month),
                let line = manifest.entries[place.id]?.summary, let summary = CheckSummary(line: line)
            else {
                builder.countOnly()
                continue
            }
            builder.add(summary)
        }
        try store.read { transaction in
            for past in try transaction.pastChecks(since: 0) { try transaction.add(past, to: &builder) }
        }
        return builder.statistics(since: nil, until: now)
    }
}

extension PublishManifest {
    fileprivate var summaries: [CheckID: String] { entries.mapValues(\.summary) }
}
