#!/usr/bin/env bash
# Loads a file of SQL into a PostgreSQL of its own, asks it questions, and removes it again.
#
#     postgres_load.sh FOLDER_OF_PROGRAMS FILE.sql "SELECT 1; SELECT 2"
#
# The server has no port, only a socket in a temporary folder. PostgreSQL refuses to run as root, so root hands it to the user postgres.
set -euo pipefail
programs=$1 questions=$3
work=$(mktemp -d)
as=()
if [ "$(id -u)" = 0 ]; then
  as=(runuser -u postgres --)
  chown postgres "$work"
fi
trap '"${as[@]}" "$programs/pg_ctl" -D "$work/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
cd "$work"
"${as[@]}" "$programs/initdb" -D "$work/data" -U liggare -A trust -E UTF8 --locale=C >/dev/null
"${as[@]}" "$programs/pg_ctl" -D "$work/data" -o "-c listen_addresses= -c fsync=off -k $work" -w start >/dev/null
psql() { "$programs/psql" -X -q -v ON_ERROR_STOP=1 -U liggare -h "$work" -d postgres "$@"; }
psql <"$2"
psql -A -t <<<"$questions"
