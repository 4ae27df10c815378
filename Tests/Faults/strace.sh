#!/usr/bin/env bash
# Makes every system call of a real command fail in turn, from outside, and looks at what is left.
#
#     bash Tests/Faults/strace.sh [PROGRAM] [CHECKER] [STEP]
#
# PROGRAM is the built `liggare` (default .build/release/liggare), CHECKER the built `FaultWriter` beside it. The command
# registers a body with a sealed note, so that it stores a value, appends a line and
# writes a checkpoint. For each system call NAME below, each occurrence N and each error E, the command runs on a fresh
# copy under `strace -e inject=NAME:error=E:when=N`. Occurrences count from where the ledger's folder is first named, so
# that the loading of the program is left out. Short writes are made by the tests in Tests/JournalStoreTests.
#
# Expected of each run: exit 0 and the entry is there, or another exit code; after either the ledger verifies before and
# after recovery, holds all that it held, and the new entry once or not at all, once where the command answered that it
# was recorded. STEP tries one occurrence in so many (default 1: all). Some minutes; not part of CI.
set -euo pipefail
cd "$(dirname "$0")/../.."

program=${1:-.build/release/liggare}
checker=${2:-$(dirname "$program")/FaultWriter}
step=${3:-1}
command -v strace >/dev/null || { apt-get update -qq && apt-get install -y -qq strace >/dev/null; }

work=$(mktemp -d "${TMPDIR:-/tmp}/liggare-strace-XXXXXX")
trap 'rm -rf "$work"' EXIT
export LIGGARE_JOURNAL="$work/ledger"
"$program" journal init "$work/base" --title Bok --owner Kommunen --from 2024-01-01 --through 2025-12-31 --yes >"$work/out"
LIGGARE_JOURNAL="$work/base" "$program" body register --name Första --kind other --note hemligt --yes >"$work/out"
before=2

id=00000000-0000-4000-8000-0000000000aa
record=("$program" body register --name Andra --kind other --note "mycket hemligt" --event-id "$id" --yes)
calls=(openat read pread64 write fdatasync fsync rename newfstatat fstat statx lstat lseek flock ftruncate fchmod utimensat
  unlink mkdir getdents64 readlink readlinkat close)

# How often the command makes each call, and which occurrence is the first that has to do with the ledger.
cp -a "$work/base" "$work/ledger"
strace -f -o "$work/trace" "${record[@]}" >"$work/out" 2>&1
start=$(grep -n -m1 "$work/ledger" "$work/trace" | cut -d: -f1)

runs=0 refused=0 answered=0 recorded=0 skipped=0
for name in "${calls[@]}"; do
  pattern="^[0-9]+ +$name\\("
  total=$(grep -cE "$pattern" "$work/trace" || true)
  early=$(head -n "$((start - 1))" "$work/trace" | grep -cE "$pattern" || true)
  case $name in
    close) errors="EIO EINTR" ;;
    write | fdatasync | fsync | rename | openat | mkdir | ftruncate) errors="EIO ENOSPC EINTR" ;;
    *) errors="EIO EINTR" ;;
  esac
  tried=0
  for ((n = early + 1; n <= total; n += step)); do
    for error in $errors; do
      rm -rf "$work/ledger"
      cp -a "$work/base" "$work/ledger"
      code=0
      timeout 20 strace -f -o /dev/null -e "trace=$name" -e "inject=$name:error=$error:when=$n" \
        "${record[@]}" >"$work/out" 2>"$work/err" || code=$?
      # What the command answered was recorded must be there; of a failure nothing is known.
      : >"$work/ids"
      if [ "$code" = 0 ]; then echo "$id" >"$work/ids"; answered=$((answered + 1)); else refused=$((refused + 1)); fi
      if [ "$code" = 124 ] || [ "$code" -gt 128 ]; then
        echo "$name $n $error: ended with $code"; cat "$work/err"; exit 1
      fi
      if ! "$checker" check "$work/ledger" <"$work/ids" >"$work/check" 2>"$work/wrong"; then
        echo "$name $n $error (exit $code): $(cat "$work/wrong")"; cat "$work/err"; exit 1
      fi
      count=$(cut -d' ' -f1 "$work/check")
      if [ "$count" -lt "$before" ] || [ "$count" -gt $((before + 1)) ]; then
        echo "$name $n $error: $count entries"; exit 1
      fi
      recorded=$((recorded + count - before)) runs=$((runs + 1)) tried=$((tried + 1))
    done
  done
  [ "$tried" -gt 0 ] || { skipped=$((skipped + 1)); continue; }
  echo "$name: $((total - early)) occurrences, $tried runs"
done
echo "$runs runs: $answered answered that the entry was recorded, $refused ended with an error, $recorded have the entry;" \
  "nothing lost, doubled or half there ($skipped of the calls are not made)"
