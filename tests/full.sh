#!/usr/bin/env bash
# Runs the long tests in full size, one after the other, and prints a row of the table in docs/reference/test-sizes.md for each.
#
#   bash tests/full.sh [NAME...]      default: all, about four hours on two cores
#
# EPP_TEST_SEED repeats a run; without it each run has a new seed. The output of the tests is in artifacts/full/NAME.log.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

all=(simulation odd codec cuts kills machines messages soak fuzz schemas native determinism afl mutation)
names=("$@")
[[ ${#names[@]} -gt 0 ]] || names=("${all[@]}")
export EPP_TEST_SIZE=full EPP_TEST_SEED=${EPP_TEST_SEED:-$(($(date +%s) % 1000000))} DOTNET_CLI_UI_LANGUAGE=en
mkdir -p artifacts/full

# tests PROJECT FILTER
tests() { dotnet test -c Release --no-build "tests/$1" --filter "FullyQualifiedName~$2" --logger "console;verbosity=detailed"; }

run() {
    case $1 in
        simulation) tests EppClient.StressTests SessionSimulationTests ;;
        odd) tests EppClient.IntegrationTests MutatedResponseTests ;;
        codec) tests EppClient.Tests DifferentialTests ;;
        cuts) tests EppClient.IntegrationTests RandomCutTests ;;
        kills) tests EppClient.Stores.Tests KillTests ;;
        machines) tests EppClient.Stores.Tests SeveralMachines ;;
        messages) tests EppClient.Stores.Tests CrashTests ;;
        soak) tests EppClient.StressTests SoakTests ;;
        fuzz) tests EppClient.StressTests FuzzRoundTests ;;
        schemas) tests EppClient.SchemaGenerator.Tests Sets.FuzzTests ;;
        native) tests EppClient.PackageTests NativeConsumerTests ;;
        determinism) tests EppClient.PackageTests DeterminismTests ;;
        afl) bash tests/EppClient.StressTests/Fuzz/afl.sh 10 ;;
        mutation) dotnet run -c Release --no-build --project tests/EppClient.StressTests -- mutate --count 400 --seed "$EPP_TEST_SEED" ;;
        *) echo "Unknown test name. Available: ${all[*]}" ;;&
        *) return 2 ;;
    esac
}

dotnet build -c Release -v q || exit 1
failed=0
for name in "${names[@]}"; do
    started=$SECONDS result=passed
    run "$name" > "artifacts/full/$name.log" 2>&1 || { result=failed failed=1; }
    printf '| %s | %s | %s | %d | %s | %d s |\n' "$name" "$(date -u +%F)" "$(git rev-parse --short HEAD)" "$EPP_TEST_SEED" "$result" $((SECONDS - started))
done
exit $failed
