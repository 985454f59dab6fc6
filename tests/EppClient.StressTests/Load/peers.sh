#!/usr/bin/env bash
# Compares other EPP clients with this library and the bare loops, in turn against the same server. Prints a table of medians with minimum and
# maximum, and draws docs/images/peers.svg from the same figures. A client that is not installed is omitted with a message.
#
#   bash tests/EppClient.StressTests/Load/peers.sh [ROUNDS] [full|short]
#
# For the clients and their installation see Peers/README.md; for the other requirements see yardsticks.sh.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."

rounds=${1:-5}
length=${2:-full}
# shellcheck source=yardsticks.sh
source tests/EppClient.StressTests/Load/yardsticks.sh
drivers=tests/EppClient.StressTests/Load/Peers
chart=docs/images/peers.svg

# Enough to compile the code, and for some seconds per client; the interpreted clients are slower.
if [[ $length == short ]]; then
    one=(--depth 1 --warmup 12000 --commands 12000) many=(--depth 32 --warmup 100000 --commands 100000) compiled=(12000 2000) interpreted=(1000 200)
else
    one=(--depth 1 --warmup 50000 --commands 60000) many=(--depth 32 --warmup 200000 --commands 300000) compiled=(60000 10000) interpreted=(4000 500)
fi

# peer NAME COMMAND...: a driver and its command line; the number of commands depends on its kind.
peers=()
commands=()
peer() { peers+=("$1") commands+=("${*:2}"); }
missing() { printf 'Omitted: %s. %s\n' "$1" "See $drivers/README.md." >&2; }

if [[ -x ${EPP_PEER_INSTANT_EPP:-} ]]; then peer Rust "$EPP_PEER_INSTANT_EPP"; else missing 'instant-epp (Rust): EPP_PEER_INSTANT_EPP is not set'; fi
if [[ -x ${EPP_PEER_DOMAINR_EPP:-} ]]; then peer Go "$EPP_PEER_DOMAINR_EPP"; else missing 'domainr/epp (Go): EPP_PEER_DOMAINR_EPP is not set'; fi
if perl -MNet::EPP::Simple -e 1 2> /dev/null; then peer Perl perl "$drivers/net-epp.pl"; else missing 'Net::EPP (Perl): not installed'; fi
for package in metaregistrar/php-epp-client africc/php-epp2; do
    if [[ -d ${EPP_PEERS_VENDOR:-}/$package ]] && command -v php > /dev/null; then
        peer PHP php "$drivers/${package%%/*}.php"
    else
        missing "$package (PHP): not in EPP_PEERS_VENDOR"
    fi
done

# run NUMBER: one peer, once.
run() {
    local command size=("${compiled[@]}")
    read -ra command <<< "${commands[$1]}"
    [[ ${peers[$1]} != P* ]] || size=("${interpreted[@]}")
    "${command[@]}" localhost "$port" "$root" "${size[@]}"
}

# shellcheck disable=SC2119 # no options
serve
for ((round = 0; round < rounds; round++)); do
    ours "${one[@]}" >> "$work/one.ours"
    for ((i = 0; i < ${#peers[@]}; i++)); do run "$i" >> "$work/peer.$i"; done
    ours "${one[@]}" --inline >> "$work/one.inline"
    bare BareBlocking "${one[@]}" >> "$work/one.blocking"
    bare BareAsync "${one[@]}" >> "$work/one.async"
    ours "${many[@]}" >> "$work/many.ours"
    ours "${many[@]}" --inline >> "$work/many.inline"
    bare BareBlocking "${many[@]}" >> "$work/many.blocking"
    bare BareAsync "${many[@]}" >> "$work/many.async"
done

# row TITLE FILE: one line of the table.
row() {
    printf '| %s | %s | %s | %s | %s |\n' "$1" "$(figures "$2" commandsPerSecond | spread 0)" "$(figures "$2" p50Us | spread 0)" \
        "$(figures "$2" p99Us | spread 0)" "$(figures "$2" cpuUsPerCommand | spread 1)"
}

# bar PANEL FIGURE TITLE KIND FILE: one line for the chart.
bar() {
    local all
    all=$(figures "$5" "$2" | sort -g)
    printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$3" "$4" "$(median <<< "$all")" "$(head -n 1 <<< "$all")" "$(tail -n 1 <<< "$all")"
}

# text NUMBER NAME: a text from the line that a peer printed.
text() { grep -m 1 -oE "\"$2\":\"[^\"]+" "$work/peer.$1" | cut -d'"' -f4; }

panel() {
    bar "$1" "$2" 'EppClient' here one.ours
    bar "$1" "$2" 'EppClient, inline completions' here one.inline
    bar "$1" "$2" 'bare loop, blocking' bare one.blocking
    bar "$1" "$2" 'bare loop, async' bare one.async
    for ((i = 0; i < ${#peers[@]}; i++)); do bar "$1" "$2" "$(text "$i" client) (${peers[$i]})" other "peer.$i"; done
}

printf '| %s rounds, .NET %s | checks a second | median, µs | 99th percentile, µs | processor time for a check, µs |\n|---|---|---|---|---|\n' "$rounds" \
    "$(dotnet --list-runtimes | awk '$1 == "Microsoft.NETCore.App" && $2 ~ /^10\./ { version = $2 } END { print version }')"
row 'EppClient' one.ours
row 'EppClient, inline completions' one.inline
row 'bare loop, blocking' one.blocking
row 'bare loop, async' one.async
for ((i = 0; i < ${#peers[@]}; i++)); do row "$(text "$i" client) $(text "$i" version)" "peer.$i"; done
row 'EppClient, 32 under way' many.ours
row 'EppClient, 32 under way, inline completions' many.inline
row 'bare loop, blocking, 32 under way' many.blocking
row 'bare loop, async, 32 under way' many.async

mkdir -p "$(dirname "$chart")"
{
    panel 'Checks a second, one at a time' commandsPerSecond
    panel 'Processor time of the client for a check, µs' cpuUsPerCommand
} | dotnet "$program" chart 'EPP clients, one check at a time against the same server' > "$work/chart"
cp "$work/chart" "$chart"
