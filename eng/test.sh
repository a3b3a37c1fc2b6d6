#!/usr/bin/env bash
# Builds everything, checks the formatting, runs every test suite and the cases of every rubric.
# Ends with one line `N passed, N failed, N skipped` over all of it; the exit code says the same.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
results=artifacts/test-results
rm -rf "$results"
mkdir -p "$results"
broken=0

step() {
    echo "== $1"
    shift
    "$@" || { echo "failed: $*"; broken=1; return 1; }
}

# The studio is tested in a real browser; where one can be had without asking, it is.
if [ ! -x /usr/bin/chromium ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    step "browser" sh -c 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk >/dev/null'
fi
# The store is tested over a real PostgreSQL, which the tests start themselves on loopback, or over the one that PERFEVAL_POSTGRES names.
if [ -z "${PERFEVAL_POSTGRES:-}" ] && ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    step "database" sh -c 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql >/dev/null'
fi
step "restore" dotnet restore PerfEval.Rules.sln --locked-mode -v quiet || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }
step "build" dotnet build PerfEval.Rules.sln --no-restore -v quiet -clp:NoSummary || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }
step "formatting" dotnet format whitespace . --folder --verify-no-changes --exclude artifacts -v quiet
for project in tests/*/*.csproj; do
    name=$(basename "$project" .csproj)
    step "$name" dotnet test "$project" --no-build --nologo -v quiet --filter "Kind!=images" --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal" --results-directory "$results"
done
step "rubrics" dotnet run --no-build --project src/PerfEval.Rules.Cli -- test rubrics | tee "$results/rubrics.txt"
[ "${PIPESTATUS[0]}" -eq 0 ] || broken=1

count() { grep -ho "<Counters [^>]*" "$results"/*.trx | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'; }
cases() { grep -oE "[0-9]+ $1" "$results/rubrics.txt" | tail -1 | awk '{ print $1 + 0 }'; }
passed=$(( $(count passed) + $(cases passed) + 0 ))
failed=$(( $(count failed) + $(count error) + $(cases failed) + 0 ))
# The logger counts a skipped test in the total alone.
skipped=$(( $(count total) - $(count executed) + $(cases skipped) + 0 ))
[ "$broken" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
