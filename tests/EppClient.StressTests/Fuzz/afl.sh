#!/usr/bin/env bash
# Coverage-guided fuzzing with AFL++ (Debian: afl++) and SharpFuzz: each target for the given minutes, one after the other.
# afl.sh MINUTES [TARGET...]; findings are in artifacts/fuzz/out/TARGET. Exits with 1 if there are any.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
minutes=$1
shift
targets=("$@")
[[ ${#targets[@]} -gt 0 ]] || targets=(frames greeting response element command redactor)
work=artifacts/fuzz

dotnet tool restore > /dev/null
rm -rf "$work"
dotnet publish tests/EppClient.StressTests -c Release -p:RunAnalyzers=false -p:PublishReadyToRun=false -o "$work/program" > /dev/null
for target in "${targets[@]}"; do
    dotnet exec "$work/program/EppClient.StressTests.dll" fuzz seeds "$target" "$work/seeds/$target"
done
for assembly in EppClient EppClient.Dk EppClient.Iana; do
    dotnet tool run sharpfuzz "$work/program/$assembly.dll"
done

# The program is managed code that waits for its inputs, so these checks of afl-fuzz do not apply.
export AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_AFFINITY=1 AFL_NO_UI=1
export DOTNET_TieredPGO=0
found=0
for target in "${targets[@]}"; do
    mkdir -p "$work/out"
    afl-fuzz -V $((minutes * 60)) -t 20000 -m none -x tests/EppClient.StressTests/Fuzz/epp.dict -i "$work/seeds/$target" -o "$work/out/$target" \
        dotnet exec "$work/program/EppClient.StressTests.dll" fuzz afl "$target" > "$work/$target.log"
    grep -E '^(execs_done|execs_per_sec|corpus_count|bitmap_cvg|saved_crashes|saved_hangs)' "$work/out/$target/default/fuzzer_stats" | sed "s/^/$target: /"
    found=$((found + $(find "$work/out/$target/default/crashes" "$work/out/$target/default/hangs" -name 'id*' | wc -l)))
done
[[ $found -eq 0 ]]
