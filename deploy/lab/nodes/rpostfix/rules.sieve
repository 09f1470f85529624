# Sieve for everybody (RFC 5228): who begins with `away` has a vacation notice (RFC 5230), and what comes for
# `sieve` is passed on to somebody who does not exist there.
require ["envelope", "vacation"];
if envelope :matches "to" "away*" {
    vacation :days 1 :addresses ["away39@rpostfix.test"] "I am away until Monday.";
}
if envelope :matches "to" "sieve*" {
    redirect "nouser@sendmail.test";
}
