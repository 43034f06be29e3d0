#!/bin/sh
# A PostgreSQL server of its own for tests and measurements: on loopback only, in a folder that may be thrown away, on a port that was free.
#
#   eng/postgres.sh start DIR [--aged] [NAME=VALUE…]   makes DIR, starts the server there, with these settings over its own; prints the connection string for NARU_TEST_POSTGRES
#   eng/postgres.sh stop DIR                           stops it and removes DIR
#
# --aged is for measurements: the files of the write-ahead log (2 GB) are there, as with a server that has run for a while. A new one makes and fills each
# file before it uses it, which is not what anybody wants to know.
#
# Needs Debian's `postgresql` (15 or later) and no service of it. Run by root it becomes `postgres`, because a server refuses to be root's.
set -eu

usage() { echo "usage: eng/postgres.sh start DIR [--aged] [NAME=VALUE...] | stop DIR" >&2; exit 2; }
[ $# -ge 2 ] || usage
command=$1
dir=$2
shift 2
settings=
aged=no
for setting in "$@"; do
  case $setting in
    --aged) aged=yes settings="$settings -c min_wal_size=4GB" ;;
    *) settings="$settings -c $setting" ;;
  esac
done

bin=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb || echo /nowhere/initdb)")
[ -x "$bin/initdb" ] || { echo "No PostgreSQL server is installed (Debian: apt-get install postgresql)." >&2; exit 1; }

# Somewhere that user may enter too, and with nothing of root's environment.
as_server() {
  if [ "$(id -u)" -eq 0 ]; then (cd / && setpriv --reuid=postgres --regid=postgres --clear-groups env HOME="$dir" "$@"); else "$@"; fi
}

start() {
  mkdir -p "$dir"
  dir=$(cd "$dir" && pwd)
  [ "$(id -u)" -ne 0 ] || chown postgres:postgres "$dir"
  as_server "$bin/initdb" -D "$dir/data" -U naru -A trust -E UTF8 --locale=C.UTF-8 >"$dir/initdb.log"

  # A free port cannot be reserved: another one is tried where somebody was faster.
  for try in 1 2 3 4 5 6 7 8; do
    port=$((20000 + ($$ * 7 + try * 1009) % 20000))
    # fsync stays on, as where Naru works; the rest is what a small server of today has.
    if as_server "$bin/pg_ctl" -D "$dir/data" -l "$dir/server.log" -w -t 30 -s \
      -o "-c listen_addresses=127.0.0.1 -p $port -k $dir -c max_connections=200 -c shared_buffers=256MB -c max_wal_size=4GB$settings" start; then
      [ "$aged" = no ] || age
      echo "Host=127.0.0.1;Port=$port;Username=naru;Database=postgres"
      return 0
    fi
  done
  cat "$dir/server.log" >&2
  return 1
}

# A checkpoint keeps the files of what was logged before it for what is logged next.
age() {
  as_server "$bin/psql" -q -X -h 127.0.0.1 -p "$port" -U naru -v ON_ERROR_STOP=1 postgres >"$dir/aging.log" <<-SQL
	CREATE TABLE aging AS SELECT repeat(md5(i::text), 30) AS filling FROM generate_series(1, 1) i;
	INSERT INTO aging SELECT repeat(md5(i::text), 30) FROM generate_series(1, 2000000) i;
	DROP TABLE aging;
	CHECKPOINT;
	SQL
}

stop() {
  [ -d "$dir" ] || return 0
  dir=$(cd "$dir" && pwd)
  as_server "$bin/pg_ctl" -D "$dir/data" -s -m immediate stop || true
  rm -rf "$dir"
}

case $command in
  start) start ;;
  stop) stop ;;
  *) usage ;;
esac
