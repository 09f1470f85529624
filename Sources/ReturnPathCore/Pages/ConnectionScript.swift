/// The start page's script, a file of its own.
package enum ConnectionScript {
    package static let text = """
        // Puts something fresh behind the subject, and asks three names which of them answers: one is reached over IPv4
        // only, one over IPv6 only, one over both. Each answers with the address that it was asked from.
        "use strict";

        (function () {
            var write = document.getElementById("write");
            write.href += "%20" + Math.random().toString(36).slice(2, 8);

            var names = document.getElementById("names");
            if (!names || !window.fetch || !window.Promise) return;
            names.hidden = false;

            function ask(name) {
                var stop = new AbortController();
                var timer = setTimeout(function () { stop.abort(); }, 8000);
                return fetch(names.dataset[name], { cache: "no-store", credentials: "omit", signal: stop.signal })
                    .then(function (answer) { return answer.ok ? answer.text() : ""; })
                    .catch(function () { return ""; })
                    .then(function (text) {
                        clearTimeout(timer);
                        var address = text.trim().slice(0, 45);
                        var cell = names.querySelector("[data-answer=" + name + "]");
                        cell.textContent = address ? "✓ " + address : "✗ " + cell.dataset.none;
                        cell.className = address ? "good" : "bad";
                        return address;
                    });
            }

            function outcome(ipv4, ipv6, dual) {
                if (ipv4 && ipv6) return !dual ? "both" : dual.indexOf(":") < 0 ? "both4" : "both6";
                return ipv4 ? "only4" : ipv6 ? "only6" : "nothing";
            }

            Promise.all(["ipv4", "ipv6", "dual"].map(ask)).then(function (found) {
                var shown = outcome(found[0], found[1], found[2]);
                names.querySelectorAll("[data-when]").forEach(function (element) {
                    element.hidden = element.dataset.when !== shown;
                });
                names.dataset.outcome = shown;
            });
        })();

        """
}
