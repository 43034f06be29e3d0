#!/bin/sh
# Measures the standard table and prints its rows for bench/LEDGER.md, each with its twin at 4 ms more a sync.
#
#   bench/run.sh [--data DIR] [--seconds N] [--with-restart] [--with-stored N]
#
# --data DIR       a folder on the disk to measure (default: a new one beside the build output); each run empties up after itself
# --seconds N      measured seconds of each load (default 10), behind ten seconds of the same load: the compiler goes on optimising that long
# --with-stored N  also: the accept and end-to-end rows once more behind about N seconds of filling (70 s: 5,000,000 messages, 4 GB),
#                  and how long the search needs to catch up
# --with-restart   also: a million open messages, SIGKILL, and the time until it sends again
#
# Nothing else should run meanwhile. A row marked "with faults" is not a figure.
set -eu

cd "$(dirname "$0")/.."
data="$PWD/artifacts/bench"
seconds=10
warmup=10
restart=no
stored=0
while [ $# -gt 0 ]; do
    case "$1" in
        --data) data=$2; shift 2 ;;
        --seconds) seconds=$2; shift 2 ;;
        --with-restart) restart=yes; shift ;;
        --with-stored) stored=$2; shift 2 ;;
        *) sed -n '2,12p' "$0" >&2; exit 2 ;;
    esac
done

dotnet build src/Naru.Server/Naru.Server.csproj -c Release -v quiet -nologo
dotnet build bench/Naru.Load/Naru.Load.csproj -c Release -v quiet -nologo

load=bench/Naru.Load/bin/Release/net10.0/Naru.Load.dll
server=src/Naru.Server/bin/Release/net10.0/Naru.Server.dll
mkdir -p "$data"
story=$(mktemp)
trap 'rm -f "$story"' EXIT

status=0
measure() {
    printf '\n' | tee -a "$story"
    # Not through a pipe, which would hide the exit code: 1 is "with faults", and the table goes on.
    dotnet "$load" serve-and-run --server-dll "$server" --data "$data" --twin 4ms -- "$@" >"$story.one" 2>&1 || status=1
    tee -a "$story" <"$story.one"
    rm -f "$story.one"
}

measure accept --bulk 100 --seconds "$seconds" --warmup "$warmup"
measure accept --bulk 100 --client-ids --seconds "$seconds" --warmup "$warmup"
measure accept --seconds "$seconds" --warmup "$warmup"
measure accept --mixed --seconds "$seconds" --warmup "$warmup"
measure end-to-end --bulk 100 --seconds "$seconds" --warmup "$warmup"
measure messages-send --seconds "$seconds" --warmup "$warmup"

# The sample of a metric of the gateway on 18081.
metric() { curl -s http://127.0.0.1:18081/metrics | awk -v name="$1" '$1 ~ "^" name "([{]|$)" { sum += $2 } END { printf "%d", sum }'; }

behind_stored() {
    kept=$(mktemp -d "$data/stored-XXXXXX")
    dotnet "$server" demo --no-tour --urls http://127.0.0.1:18081 --data "$kept" >"$kept.log" 2>&1 &
    gateway=$!
    until curl -sf http://127.0.0.1:18081/readyz >/dev/null; do kill -0 $gateway && sleep 0.2; done
    dotnet "$load" end-to-end --url http://127.0.0.1:18081 --bulk 100 --seconds "$stored" --warmup 0 || status=1
    lag=$(metric naru_search_lag)
    began=$(date +%s)
    while [ "$(metric naru_search_lag)" -gt 0 ]; do sleep 0.5; done
    printf 'search: %s messages behind at the end of the load, caught up in %s s\n' "$lag" "$(($(date +%s) - began))"
    printf 'stored: %s finished messages\n' "$(metric naru_messages_finished_total)"
    for kind in "accept --bulk 100" "accept" "end-to-end --bulk 100"; do
        # shellcheck disable=SC2086 # the scenario is words
        dotnet "$load" $kind --url http://127.0.0.1:18081 --seconds "$seconds" || status=1
        while [ "$(metric naru_messages_working)" -gt 0 ]; do sleep 0.5; done
    done
    kill $gateway
    wait $gateway || true
    du -sm "$kept"
    rm -rf "$kept" "$kept.log"
}

if [ "$stored" -gt 0 ]; then
    behind_stored
fi

if [ "$restart" = yes ]; then
    kept=$(mktemp -d "$data/restart-XXXXXX")
    dotnet "$load" restart --messages 1000000 --url http://127.0.0.1:18080 \
        --server "dotnet $server demo --no-tour --urls http://127.0.0.1:18080 --data $kept" || status=1
    rm -rf "$kept"
fi

printf '\nRows for bench/LEDGER.md:\n\n'
grep '^| 20' "$story" || status=1
exit "$status"
