#!/usr/bin/env bash
# How long it takes from the start of a process to the answer to its first command, against an idle server: as native code, compiled ahead
# (ReadyToRun) and just in time; with the root certificates that the system has, and with a single one. Medians.
#
#   bash tests/EppClient.StartUp/measure.sh [ROUNDS]
#
# Needs what tests/EppClient.LoadTest/compare.sh needs, and clang or gcc.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

rounds=${1:-15}
tools=$(realpath "${EPP_TOOLS:-../shared/tools}")
work=$(mktemp -d)
server=
trap '[[ -z $server ]] || kill "$server"; rm -rf "$work"' EXIT
export EPP_PASSWORD=any-password

quietly() { "$@" > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }; }
cp -r "$tools/epp-load" "$tools/raw-loop" "$work"
quietly make -C "$work/epp-load"
quietly dotnet build -c Release --nologo -o "$work/bare" "$work/raw-loop"
project=tests/EppClient.StartUp
quietly dotnet publish -c Release --use-current-runtime -p:AsNative=true --artifacts-path "$work/artifacts" -o "$work/native" "$project"
quietly dotnet publish -c Release --use-current-runtime --no-self-contained -p:PublishReadyToRun=true --artifacts-path "$work/ahead-artifacts" -o "$work/ahead" "$project"
quietly dotnet publish -c Release --artifacts-path "$work/jit-artifacts" -o "$work/jit" "$project"

(cd "$work/epp-load" && exec ./epp-load --port 0 2> /dev/null) > "$work/listening" &
server=$!
until port=$(grep -oE '[0-9]+$' "$work/listening"); do
    kill -0 "$server"
    sleep 0.1
done

now() { date +%s%3N; }
median() { sort -g | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

# The bare loop says no time; it ends with its answer and a logout.
bare() {
    local began
    began=$(now)
    dotnet "$work/bare/raw-loop.dll" --host localhost --port "$port" --ca "$work/epp-load/cert.pem" --user start --password "$EPP_PASSWORD" \
        --commands 1 --warmup 0 --io "$1" > /dev/null
    echo $(($(now) - began)) -
}

ours() {
    local began
    began=$(now)
    "$@" | awk -v began="$began" '{ print $1 - began, $2 }'
}

# row TITLE COMMAND...
row() {
    local title=$1
    shift
    "$@" > /dev/null
    for ((round = 0; round < rounds; round++)); do "$@"; done > "$work/times"
    printf '| %s | %s | %s |\n' "$title" "$(cut -d' ' -f1 < "$work/times" | median)" "$(cut -d' ' -f2 < "$work/times" | median)"
}

root=$work/epp-load/cert.pem
measure() {
    row "native, $1" ours "$work/native/EppClient.StartUp" "$port" "$root"
    row "ahead, $1" ours dotnet "$work/ahead/EppClient.StartUp.dll" "$port" "$root"
    row "just in time, $1" ours dotnet "$work/jit/EppClient.StartUp.dll" "$port" "$root"
    row "bare loop, just in time, sync, $1" bare sync
    row "bare loop, just in time, async, $1" bare async
}
printf '| ms, %s rounds | since the start | since Main |\n|---|---|---|\n' "$rounds"
# .NET reads them even where other roots are given: one of them could be between a certificate and its root.
measure "the system has $(find -L /etc/ssl/certs -name '*.0' | wc -l) roots"
mkdir "$work/none"
export SSL_CERT_DIR=$work/none SSL_CERT_FILE=$root
measure 'the system has one root'
