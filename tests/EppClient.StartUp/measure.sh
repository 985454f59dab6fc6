#!/usr/bin/env bash
# Measures the time from the start of a process to the response to its first command, against an idle server: as native code, ReadyToRun and
# just in time; with the root certificates of the system, and with a single one. Prints medians.
#
#   bash tests/EppClient.StartUp/measure.sh [ROUNDS]
#
# The requirements are those of tests/EppClient.StressTests/Load/yardsticks.sh.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

rounds=${1:-15}
# shellcheck source=../EppClient.StressTests/Load/yardsticks.sh
source tests/EppClient.StressTests/Load/yardsticks.sh
project=tests/EppClient.StartUp
quietly dotnet publish -c Release --use-current-runtime -p:AsNative=true --artifacts-path "$work/artifacts" -o "$work/native" "$project"
quietly dotnet publish -c Release --use-current-runtime --no-self-contained -p:PublishReadyToRun=true --artifacts-path "$work/ahead-artifacts" -o "$work/ahead" "$project"
quietly dotnet publish -c Release --artifacts-path "$work/jit-artifacts" -o "$work/jit" "$project"

serve
now() { date +%s%3N; }

# The bare loop prints no time; it ends with its response and a logout.
skipping() {
    local began
    began=$(now)
    bare "$1" --commands 1 --warmup 1 > /dev/null
    echo $(($(now) - began))
}

first() {
    local began
    began=$(now)
    "$@" | awk -v began="$began" '{ print $1 - began, $2 }'
}

# row TITLE COMMAND...
row() {
    local title=$1 sinceMain
    shift
    "$@" > /dev/null
    for ((round = 0; round < rounds; round++)); do "$@"; done > "$work/times"
    sinceMain=$(cut -s -d' ' -f2 < "$work/times")
    printf '| %s | %s | %s |\n' "$title" "$(cut -d' ' -f1 < "$work/times" | median)" "${sinceMain:+$(median <<< "$sinceMain")}"
}

measure() {
    row "native, $1" first "$work/native/EppClient.StartUp" "$port" "$root"
    row "ahead, $1" first dotnet "$work/ahead/EppClient.StartUp.dll" "$port" "$root"
    row "just in time, $1" first dotnet "$work/jit/EppClient.StartUp.dll" "$port" "$root"
    row "bare loop, just in time, blocking, $1" skipping BareBlocking
    row "bare loop, just in time, async, $1" skipping BareAsync
}
printf '| ms, %s rounds | since the start | since Main |\n|---|---|---|\n' "$rounds"
# .NET reads them even if other roots are given: one of them could be an intermediate certificate.
measure "the system has $(find -L /etc/ssl/certs -name '*.0' | wc -l) roots"
mkdir "$work/none"
export SSL_CERT_DIR=$work/none SSL_CERT_FILE=$root
measure 'the system has one root'
