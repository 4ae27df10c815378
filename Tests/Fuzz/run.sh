#!/usr/bin/env bash
# Fuzzes one of the parsers with libFuzzer: Tests/Fuzz/run.sh TARGET [SECONDS], TARGET one of LineReader, Notes, Proofs,
# CacheHeader; 60 seconds where nothing is said. Ends with 0, or with 1 and the input at the first finding.
#
# The rooms are compiled by hand, so the package's own builds know nothing of it; everything is made in a folder outside
# the package (LIGGARE_FUZZ, else one under the temporary folder), the corpus too. ASAN=1 adds the address sanitizer.
set -euo pipefail
target=${1:?TARGET [SECONDS]} seconds=${2:-60}
package=$(cd "$(dirname "$0")/../.." && pwd)
work=${LIGGARE_FUZZ:-${TMPDIR:-/tmp}/liggare-fuzz}${ASAN:+-asan}
toolchain=$(dirname "$(readlink -f "$(command -v swiftc)")")
sanitize=fuzzer${ASAN:+,address}
mkdir -p "$work/corpus/$target" "$work/findings" "$work/include"
# libFuzzer is to see a trap and keep the input, not Swift's own handler.
export SWIFT_BACKTRACE=enable=no
# What is made once and kept behind a tagged pointer looks like a leak at the end, and would make a finding of every run.
export ASAN_OPTIONS=detect_leaks=0${ASAN_OPTIONS:+:$ASAN_OPTIONS}
cd "$work"
# Two runs at once build one after the other.
exec 9> lock
flock 9
cp "$package"/Sources/CSHA256/include/*.h include/
printf 'module CSHA256 {\n  header "CSHA256.h"\n  export *\n}\n' > include/module.modulemap
objects=()
for file in "$package"/Sources/CSHA256/*.c; do
  object=$(basename "$file" .c).o
  "$toolchain/clang" -O2 -Iinclude -c "$file" -o "$object"
  objects+=("$object")
done
flags=(-O -enable-testing -parse-as-library -swift-version 6 -package-name liggare -sanitize=$sanitize -Iinclude -I.
  -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault
  -enable-upcoming-feature MemberImportVisibility)
for room in StrictJSON LedgerDomain Integrity Programs DurableFiles JournalStore; do
  mapfile -t files < <(find "$package/Sources/$room" -name '*.swift' | sort)
  if [[ ! -e $room.o || -n $(find "${files[@]}" -newer "$room.o") ]]; then
    swiftc "${flags[@]}" -wmo -module-name "$room" -emit-module -emit-module-path "$room.swiftmodule" -c "${files[@]}" \
      -o "$room.o"
  fi
  objects+=("$room.o")
done
swiftc "${flags[@]}" -module-name "Fuzz$target" "$package/Tests/Fuzz/$target.swift" "${objects[@]}" -o "$target"
python3 "$package/Tests/Fuzz/seeds.py" "$target" "$package/journal/exempel" "corpus/$target"
exec 9>&-
exec "./$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=70000 -reload=0 \
  -artifact_prefix="findings/$target-" -print_final_stats=1 "corpus/$target"
