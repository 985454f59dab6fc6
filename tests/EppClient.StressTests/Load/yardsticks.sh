# shellcheck shell=bash
# Sourced by the measurement scripts: starts and stops the canned server, and runs the clients. Requires only the SDK.

program=artifacts/bin/EppClient.StressTests/release/EppClient.StressTests.dll
work=$(mktemp -d)
root=$work/certificate.pem
trap '[[ -z ${server_input:-} ]] || exec {server_input}>&-; rm -rf "$work"' EXIT
export EPP_PASSWORD=any-password

# Prints the output of a command only if it fails.
quietly() { "$@" > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }; }

# CI has already built it.
[[ -n ${CI:-} ]] || quietly dotnet build -c Release --nologo tests/EppClient.StressTests

# serve OPTIONS: starts the server on a port that the system selects. The server exits when its input ends.
serve() {
    [[ -z ${server_input:-} ]] || exec {server_input}>&-
    rm -f "$work/input" "$work/listening"
    mkfifo "$work/input"
    dotnet "$program" serve --cert-out "$root" "$@" < "$work/input" > "$work/listening" &
    server=$!
    exec {server_input}> "$work/input"
    until port=$(grep -oE '[0-9]+$' "$work/listening" 2> /dev/null); do
        kill -0 "$server"
        sleep 0.1
    done
}

# Each command prints a line of JSON.
load() { dotnet "$program" load --port "$port" --ca "$root" --password-env EPP_PASSWORD --json "$@"; }
ours() { load --client Library "$@"; }
bare() { load --client "$@"; }

median() { sort -g | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

# figures FILE NAME: one number from each line.
figures() { grep -oE "\"$2\":[0-9.]+" "$work/$1" | cut -d: -f2; }

# spread DIGITS: the median, minimum and maximum.
spread() {
    local all
    all=$(sort -g)
    printf "%.$1f (%.$1f to %.$1f)" "$(median <<< "$all")" "$(head -n 1 <<< "$all")" "$(tail -n 1 <<< "$all")"
}
