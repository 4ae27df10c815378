#!/usr/bin/env bash
# Everything on one machine in one run: builds, generates the ledgers, measures the program and the peers.
#
#   bash Benchmarks/run.sh [EVENTS]        1000000 unless said otherwise; results in .build/benchmarks/
#
# Needs: python3 with venv, and openssl, sqlite3, ledger, hledger (Debian: apt-get install openssl sqlite3 ledger hledger).
set -euo pipefail
cd "$(dirname "$0")/.."

events=${1:-1000000}
work=.build/benchmarks
ledger=$work/ledger-$events
mkdir -p "$work"

swift build -c release --static-swift-stdlib --product liggare
swift build -c release --static-swift-stdlib --product Benchmarks
bin=$(swift build -c release --static-swift-stdlib --show-bin-path)

if [ ! -f "$ledger/checkpoint" ]; then
  rm -rf "$ledger"
  "$bin/Benchmarks" generate --events "$events" --seed 1 --out "$ledger"
fi

if [ ! -x .build/peers/bin/python ]; then
  python3 -m venv .build/peers
  .build/peers/bin/pip install --quiet --disable-pip-version-check 'duckdb>=1.4' 'eventsourcing>=9.4' 'pm4py>=2.7'
fi

{ uname -srm; grep -m1 'model name' /proc/cpuinfo; nproc; date -u +%FT%TZ; cat /proc/loadavg; } | tee "$work/machine.txt"
"$bin/Benchmarks" all --ledger "$ledger" --liggare "$bin/liggare" --json "$work/liggare-$events.json"
.build/peers/bin/python Benchmarks/Peers/run.py --ledger "$ledger" --benchmarks "$bin/Benchmarks" \
  --liggare "$bin/liggare" --folder "$work/peers-$events" --json "$work/peers-$events.json"
