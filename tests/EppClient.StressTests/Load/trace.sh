#!/usr/bin/env bash
# Breaks down the time of one check at a time, for the bare loop and for this library: medians between the system calls of client and server, in µs.
#
#   bash tests/EppClient.StressTests/Load/trace.sh
#
# Requires perf with the permission to trace the system, and the requirements of yardsticks.sh.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."

# shellcheck source=yardsticks.sh
source tests/EppClient.StressTests/Load/yardsticks.sh
# shellcheck disable=SC2119 # no options
serve

# trace TITLE COMMAND...: traces for half a second after the code is fully compiled.
trace() {
    local title=$1
    shift
    "$@" > "$work/json" &
    sleep 9
    quietly perf record -a -o "$work/events" -e syscalls:sys_enter_sendto,syscalls:sys_enter_recvfrom,syscalls:sys_enter_write -- sleep 0.5
    wait %%
    perf script -i "$work/events" -F comm,pid,time,event 2> /dev/null | awk -v server="$server" -v work="$work" '
        # Thread names can contain spaces, so the fields are counted from the end.
        { name = $NF; pid = $(NF - 2); at = $(NF - 1) * 1e6 }
        name ~ /recvfrom/ && !reading { reading = at; if (written) print at - written > (work "/waking") }
        name ~ /sendto/ { if (reading) print at - reading > (work "/client"); reading = 0; written = 0; sent = at }
        name ~ /write/ && pid == server { if (sent) print at - sent > (work "/server"); written = at }'
    printf '| %s | %.0f | %.0f | %.0f |\n' "$title" "$(median < "$work/client")" "$(median < "$work/server")" "$(median < "$work/waking")"
}

printf '| µs | read to send | send to the write of the server | from there to the read |\n|---|---|---|---|\n'
for _ in 1 2; do
    trace 'bare loop, async' bare BareAsync --depth 1 --warmup 40000 --commands 120000
    trace 'here' ours --depth 1 --warmup 30000 --commands 80000
done
