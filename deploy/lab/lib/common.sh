#!/bin/bash
# common.sh: what every command of the lab shares (sourced, never run).
# Where things are, how a node is described, how a running lab is found and entered.

lab=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
repository=$(cd "$lab/../.." && pwd)
state=${SIXRETURN_LAB:-/var/cache/sixreturn-lab}
run=$state/run
# Sourced by scripts that use them:
export lab repository state run

say() { printf 'lab: %s\n' "$*"; }
fail() { printf 'lab: %s\n' "$*" >&2; exit 1; }

# Ends with status 77 (skipped) and one line where the machine cannot hold a lab.
require_namespaces() {
    [ "$(id -u)" = 0 ] || { echo "lab: skipped: the lab needs root" >&2; exit 77; }
    unshare --mount --net --pid --fork true 2>/dev/null ||
        { echo "lab: skipped: this machine does not allow new namespaces" >&2; exit 77; }
    [ -r /etc/debian_version ] && command -v apt-get >/dev/null ||
        { echo "lab: skipped: the lab is built from Debian packages, and this is not Debian" >&2; exit 77; }
}

# Names of this lab's nodes, as `up` chose them; dns comes first, for the others ask it.
nodes() { cat "$run/nodes" 2>/dev/null || true; }

# choose_nodes [--only] [NODE …]: prints the nodes that a lab is made of: all that take part without being
# asked for (no asked=yes in their description), and those that are named; with --only, the latter alone.
choose_nodes() {
    local only='' name folder all
    [ "${1-}" != --only ] || { only=yes; shift; }
    all=$(cd "$lab/nodes" && echo *)
    for name; do
        [ -e "$lab/nodes/$name/node" ] || fail "there is no node $name (there are: $all)"
    done
    echo dns
    for folder in "$lab"/nodes/*/; do
        name=$(basename "$folder")
        case " dns $* " in
        *" $name "*) [ "$name" = dns ] || echo "$name" ;;
        *) [ "$only$(node_value "$name" asked)" ] || echo "$name" ;;
        esac
    done
}

# One value of a node's description: node_value NODE KEY [DEFAULT].
node_value() {
    local value
    value=$(sed -n "s/^$2=//p" "$lab/nodes/$1/node" | head -n 1)
    echo "${value:-${3-}}"
}

# The number of a running lab's first process, or nothing. A number alone proves nothing after a
# restart of the machine, so its starting time is kept beside it and compared.
lab_process() {
    local number started
    read -r number started 2>/dev/null <"$run/lab.pid" || return 1
    [ "$(started_at "$number")" = "$started" ] || return 1
    echo "$number"
}

# When a process started, in the kernel's ticks (field 22 of its stat, counted behind the name).
started_at() {
    local line
    line=$(cat "/proc/$1/stat" 2>/dev/null) || return 0
    # shellcheck disable=SC2086
    set -- ${line##*) }
    echo "${20}"
}

# The first process in the namespaces that `unshare --fork` (its number is given) makes.
first_of_namespace() {
    local child
    until child=$(ps -o pid= --ppid "$1" | head -n 1) && [ -n "$child" ] &&
        child=${child// /} && [ "$(readlink "/proc/$child/ns/net")" != "$(readlink /proc/self/ns/net)" ]; do
        [ -e "/proc/$1" ] || return 1
        sleep 0.02
    done
    echo "$child"
}

# Takes the lock that keeps two commands from building, starting or stopping one lab at once.
take_lock() {
    mkdir -p "$state"
    exec 9>"$state/lock"
    flock --nonblock 9 ||
        fail "another lab command is at work in $state (wait for it, or set SIXRETURN_LAB to another folder)"
}

# Installs Debian packages on this machine for commands that are missing: need COMMAND PACKAGE …
need() {
    local missing=()
    while [ $# -gt 0 ]; do
        command -v "$1" >/dev/null || missing+=("$2")
        shift 2
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    say "installing from Debian: ${missing[*]}"
    apt-get -qq update >/dev/null || true
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "${missing[@]}" >/dev/null
}
