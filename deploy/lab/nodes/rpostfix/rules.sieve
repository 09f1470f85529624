# Sieve for everybody (RFC 5228): who begins with `away` has a vacation notice (RFC 5230), what comes for `sieve` is
# passed on to somebody who does not exist there, and what comes for `reject` is refused (RFC 5429),
# which Dovecot tells nobody whose mail is automatic. Storing takes a while for `full`, so that what was taken
# is known to be taken before it comes back.
require ["envelope", "reject", "vacation", "vnd.dovecot.execute"];
if envelope :matches "to" "away*" {
    vacation :days 1 :addresses ["away39@rpostfix.test"] "I am away until Monday.";
}
if envelope :matches "to" "sieve*" {
    redirect "nouser@sendmail.test";
}
if envelope :matches "to" "reject*" {
    reject "No letters, please.";
}
if envelope :is "to" "full@rpostfix.test" {
    execute "wait";
}
