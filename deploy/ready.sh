#!/usr/bin/env bash
# Ends with 0 when Naru wants traffic (/readyz answers 200), else with 1 and the reason on standard output.
# Bash alone, because the image has neither curl nor wget.
#   ready.sh [port] [host]
set -u
port=${1:-${NARU_PORT:-8080}}
host=${2:-127.0.0.1}

exec 3<>"/dev/tcp/$host/$port" || { echo "nothing listens on $host:$port"; exit 1; }
printf 'GET /readyz HTTP/1.0\r\nHost: %s:%s\r\nConnection: close\r\n\r\n' "$host" "$port" >&3
IFS= read -r -t 2 status <&3 || { echo "no answer from $host:$port"; exit 1; }
case $status in
  "HTTP/1."?" 200"*) exit 0 ;;
esac
# The body, which says why, follows the first empty line.
timeout 2 sed '1,/^\r*$/d' <&3
echo
exit 1
