#!/bin/sh
# Builds Naru once and runs every test project, on a machine that has the .NET 10 SDK and perhaps nothing else.
#
#   eng/test.sh                     everything
#   eng/test.sh --filter Dispatch   only tests whose full name contains Dispatch (or any `dotnet test` filter)
#
# The last line is `N passed, N failed, N skipped`. The exit code is 0 only if tests ran, and none failed or was skipped.
set -eu
cd "$(dirname "$0")/.."

filter=
while [ $# -gt 0 ]; do
  case $1 in
    --filter) [ $# -ge 2 ] || { echo "--filter needs a value" >&2; exit 2; }; filter=$2; shift 2 ;;
    --filter=*) filter=${1#--filter=}; shift ;;
    *) echo "usage: eng/test.sh [--filter X]" >&2; exit 2 ;;
  esac
done

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
# No build server outlives the run, and none is reused from another checkout.
export MSBUILDDISABLENODEREUSE=1
results=artifacts/test-results

say() { printf '\n== %s\n' "$1"; }

retry() { "$@" || { sleep 5; "$@"; } || { sleep 15; "$@"; }; }

# What the tests need from the system: the thing that shows a package is there, and the package.
install_missing() {
  missing=
  need() { [ -n "$1" ] || missing="$missing $2"; }
  need "$(command -v chromium || true)" chromium
  need "$(command -v node || true)" nodejs
  need "$(command -v npm || true)" npm
  need "$(ls /usr/sbin/bearerbox 2>/dev/null || true)" kannel
  need "$(find /usr/share/fonts -name 'NotoSansCJK*' 2>/dev/null | head -n 1)" fonts-noto-cjk
  need "$(find /usr/lib /lib -name 'libsqlite3.so.0' 2>/dev/null | head -n 1)" libsqlite3-0
  need "$(find /usr/lib/postgresql -name initdb 2>/dev/null | head -n 1)" postgresql
  [ -n "$missing" ] || return 0

  say "Installing$missing"
  command -v apt-get >/dev/null || { echo "Please install:$missing" >&2; exit 1; }
  as_root=
  [ "$(id -u)" -eq 0 ] || as_root=sudo
  retry $as_root apt-get update -qq
  # shellcheck disable=SC2086 # the packages are words
  retry $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
}

# The vendors' own clients, which the black-box tests point at Naru.
install_clients() {
  stamp=tests/clients/node_modules/.installed
  cmp -s tests/clients/package-lock.json "$stamp" && return 0
  say "Installing the vendors' clients"
  (cd tests/clients && retry npm ci --no-audit --no-fund --loglevel=error)
  cp tests/clients/package-lock.json "$stamp"
}

# A server of the tests' own, which ends with them whatever ends them.
start_postgres() {
  postgres=$(mktemp -d)
  trap 'eng/postgres.sh stop "$postgres/server"; rmdir "$postgres"' EXIT
  trap 'exit 1' HUP INT TERM
  # Who carries it out may not be who runs the tests.
  chmod 711 "$postgres"
  NARU_TEST_POSTGRES=$(eng/postgres.sh start "$postgres/server")
  export NARU_TEST_POSTGRES
}

# The numbers of all result files, added up: "passed failed skipped".
# One counter line a file: total, executed, passed, failed, error, timeout, aborted …; total less executed was skipped.
add_up() {
  find "$results" -name '*.trx' -exec cat {} + | tr '>' '\n' | awk '
    function attribute(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0 }
    /<Counters / {
      passed += attribute("passed")
      failed += attribute("failed") + attribute("error") + attribute("timeout") + attribute("aborted")
      skipped += attribute("total") - attribute("executed")
    }
    END { print passed + 0, failed + 0, skipped + 0 }'
}

install_missing
install_clients
start_postgres

say "Building"
retry dotnet restore Naru.slnx
dotnet build Naru.slnx -c Release --no-restore

rm -rf "$results"
mkdir -p "$results"
crashed=

# run_tests PROJECT NAME: a project's tests, and what their results are called.
run_tests() {
  name=$2
  say "$name"
  set -- "$1/bin/Release/net10.0/${1##*/}.dll" --results-directory "$results" \
    --logger "console;verbosity=normal" --logger "trx;LogFileName=$name.trx" \
    --blame-hang --blame-hang-timeout 5m --blame-hang-dump-type none
  [ -z "$filter" ] || set -- "$@" --filter "$filter"
  # What a test host says last is shown again at the end: of a long run only the end may be at hand.
  { dotnet test "$@" || echo "$name" >>"$results/ended-badly"; } 2>&1 | tee "$results/$name.log"
}

# One project after the other: crash and browser tests want the machine to themselves.
for project in tests/*.Tests; do
  run_tests "$project" "${project##*/}"
done

# Whatever runs on a durable store once more, on the other one. (The stores' own tests, above, test both; the other projects' gateways keep theirs in memory.)
NARU_TEST_STORE=postgres
export NARU_TEST_STORE
run_tests tests/Naru.Server.Tests Naru.Server.Tests.on-postgres
unset NARU_TEST_STORE

[ ! -f "$results/ended-badly" ] || crashed=$(tr '\n' ' ' <"$results/ended-badly")

# shellcheck disable=SC2046 # three numbers
set -- $(add_up)
passed=$1 failed=$2 skipped=$3

status=0
if [ "$failed" -gt 0 ]; then
  say "Failed"
  # With the first lines of each message: of a run elsewhere this end may be all there is.
  cat "$results"/*.log | awk '
    /^  (Failed|Passed) / { left = $1 == "Failed" ? 14 : 0 }
    left > 0 && left-- { print substr($0, 1, 300) }' || true
  status=1
elif [ -n "$crashed" ]; then
  # A test host that dies has no counters: it must not look like success.
  for name in $crashed; do
    say "$name, the end of what it said"
    tail -n 25 "$results/$name.log"
  done
  say "Ended badly without a failed test: $crashed"
  failed=$((failed + 1))
  status=1
fi
[ "$skipped" -eq 0 ] || { echo "A skipped test is a failure here."; status=1; }
[ $((passed + failed)) -gt 0 ] || { echo "No test ran."; status=1; }

echo
echo "$passed passed, $failed failed, $skipped skipped"
exit $status
