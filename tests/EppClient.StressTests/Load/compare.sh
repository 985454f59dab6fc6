#!/usr/bin/env bash
# Prints the table of docs/reference/performance.md: each round runs the bare loops and this library one after the other against the same server.
# Prints medians of the rounds, with minimum and maximum; ratios are computed per round. Exits with 1 if a figure exceeds its bound. The bounds
# are not the targets: they tolerate differences between machines and times, and detect regressions.
#
#   bash tests/EppClient.StressTests/Load/compare.sh [ROUNDS] [full|short]
#
# Requirements: see yardsticks.sh.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."

rounds=${1:-5}
length=${2:-full}
# shellcheck source=yardsticks.sh
source tests/EppClient.StressTests/Load/yardsticks.sh

# The code must be fully compiled before the measurement.
if [[ $length == short ]]; then
    one=(--depth 1 --warmup 12000 --commands 12000) many=(--depth 32 --warmup 100000 --commands 100000)
else
    one=(--depth 1 --warmup 50000 --commands 60000) many=(--depth 32 --warmup 200000 --commands 300000)
fi

# bound VALUE least|most LIMIT
bound() { awk -v value="$1" -v side="$2" -v limit="$3" 'BEGIN { print "at " side " " limit ((side == "least" ? value >= limit : value <= limit) ? "" : " **beyond**") }'; }

# row TITLE FIGURE DIGITS OURS BARE least|most LIMIT: the figures of this library and of the bare loop, and their ratio, which has a limit.
row() {
    paste <(figures "$4" "$2") <(figures "$5" "$2") | awk '{ print $1 / $2 }' > "$work/ratio"
    printf '| %s | %s | %s | %s | %s |\n' "$1" "$(figures "$4" "$2" | spread "$3")" "$(figures "$5" "$2" | spread "$3")" \
        "$(spread 2 < "$work/ratio")" "$(bound "$(median < "$work/ratio")" "$6" "$7")"
}

# count TITLE FILE MOST: the bytes allocated per command.
count() {
    local bytes
    bytes=$(figures "$2" allocatedBytesPerCommand)
    printf '| %s | %.0f | | | %s |\n' "$1" "$bytes" "$(bound "$bytes" most "$3")"
}

serve
# Without tiered compilation, so that the counts do not depend on its progress.
DOTNET_TieredCompilation=0 ours "${many[@]}" --verb check > "$work/check"
DOTNET_TieredCompilation=0 ours "${many[@]}" --verb info > "$work/info"
for ((round = 0; round < rounds; round++)); do
    bare BareAsync "${one[@]}" >> "$work/one.async"
    ours "${one[@]}" >> "$work/one.ours"
    bare BareBlocking "${one[@]}" >> "$work/one.blocking"
    bare BareBlocking "${many[@]}" >> "$work/many.blocking"
    ours "${many[@]}" >> "$work/many.ours"
    bare BareAsync "${many[@]}" >> "$work/many.async"
    bare BareAsync "${one[@]}" --sessions 4 >> "$work/four.async"
    ours "${one[@]}" --sessions 4 >> "$work/four.ours"
    bare BareAsync "${one[@]}" --inline >> "$work/one.async.inline"
    ours "${one[@]}" --inline >> "$work/one.ours.inline"
    bare BareAsync "${many[@]}" --inline >> "$work/many.async.inline"
    ours "${many[@]}" --inline >> "$work/many.ours.inline"
done
serve --delay-ms 20
for ((round = 0; round < rounds; round++)); do
    bare BareAsync --depth 1 --warmup 5 --commands 100 >> "$work/late.one"
    ours --depth 32 --warmup 3200 --commands 6400 >> "$work/late.many"
done

{
    printf '| %s rounds | here | bare loop | ratio | bound |\n|---|---|---|---|---|\n' "$rounds"
    row 'one check at a time, a second; against async' commandsPerSecond 0 one.ours one.async least 0.2
    row 'the same against blocking' commandsPerSecond 0 one.ours one.blocking least 0.1
    row 'the same, 99th percentile in µs; against async' p99Us 0 one.ours one.async most 40
    row 'the same with inline completions, a second; against async' commandsPerSecond 0 one.ours.inline one.async.inline least 0.2
    row '32 checks under way, a second; against blocking' commandsPerSecond 0 many.ours many.blocking least 0.1
    row 'the same against async' commandsPerSecond 0 many.ours many.async least 0.1
    row 'the same, processor time in µs a check; against async' cpuUsPerCommand 1 many.ours many.async most 16
    row 'the same with inline completions, a second; against async' commandsPerSecond 0 many.ours.inline many.async.inline least 0.1
    row 'the same, processor time in µs a check; against async' cpuUsPerCommand 1 many.ours.inline many.async.inline most 16
    row '32 under way against one at a time here' commandsPerSecond 0 many.ours one.ours least 3
    row 'four sessions, one check at a time on each, a second; against async' commandsPerSecond 0 four.ours four.async least 0.15
    row 'four sessions against one here' commandsPerSecond 0 four.ours one.ours least 0.8
    row '20 ms of delay, 32 under way; against one at a time by the bare loop' commandsPerSecond 0 late.many late.one least 20
    count 'bytes of memory for a check' check 1250
    count 'bytes of memory for an info' info 2800
} | tee "$work/table"
! grep -q beyond "$work/table"
