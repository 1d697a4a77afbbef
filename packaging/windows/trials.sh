#!/usr/bin/env bash
# What packaging/windows/try does with the package under Wine. Usage: trials.sh FOLDER, with the program of Linux in it
# as FOLDER/linux.
set -uo pipefail
cd "$1"
project=/project
export WINEPREFIX=$PWD/prefix WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml=" XDG_RUNTIME_DIR=$PWD TZ=UTC
linux=$PWD/linux
PATH=$PATH:$(dirname "$(find /usr/lib -name wineserver | head -1)")
mkdir package && (cd package && unzip -q /target/tonghop-windows.zip)
exe=$PWD/package/tonghop/tonghop.exe
failed=0
trap 'wineserver -k; wait' EXIT

holds() { echo "held: $1"; }
fails() { echo "FAILED: $1"; failed=1; }
ok() { local what=$1; shift; if "$@"; then holds "$what"; else fails "$what"; fi; }
windows() { wine "$exe" "$@" 2>said.err; }
# The same with both, side by side: exit code and standard output.
both() {
  local what=$1 code expected; shift
  "$linux" "$@" >said.linux 2>/dev/null; expected=$?
  windows "$@" >said.windows; code=$?
  if [ $code = $expected ] && cmp -s said.linux said.windows; then holds "$what"; else
    fails "$what: exit code $code instead of $expected"; diff said.linux said.windows | head -5; head -3 said.err
  fi
}
# Consolidates a workspace with both, and compares what is published.
consolidated() {
  local what=$1 inputs=$2 code expected began
  rm -rf expected published
  "$linux" consolidate "$inputs" -o expected --as-of 2020-12-01 -q >/dev/null 2>&1; expected=$?
  began=$(date +%s%N)
  windows consolidate "$inputs" -o published --as-of 2020-12-01 -q >said; code=$?
  took=$((($(date +%s%N) - began) / 1000000))
  if [ $code = $expected ] && diff -r expected published -x history.jsonl -x .lock -x .tonghop-last.json >said.diff; then
    holds "$what: exit code $code, $(find published -type f | wc -l) files of the same bytes, $took ms"
  else
    fails "$what: exit code $code instead of $expected"; head -5 said.diff said.err
  fi
}

echo "-- $(wine --version), $(ls -l "$exe" | awk '{print $5}') bytes"
wineboot -i 2>/dev/null; wineserver -p
cp -r $project/inputs inputs
windows --version || fails "does not start"

echo "-- the sample year, and the kinds of the tests"
consolidated "the sample year" inputs
consolidated "once more" inputs
mkdir -p kinds/2021
for folder in $project/tests/tonghop/cases/*/; do cp -r "$folder" kinds/2021/; done
consolidated "the cases of the tests" kinds

echo "-- commands"
both "check" check inputs --as-of 2020-12-01
both "check, as JSON" check inputs --as-of 2020-12-01 --format json
both "status" status inputs --as-of 2020-12-01
for file in inputs/2021/00_so-khoa-hoc-cong-nghe/* kinds/2021/*ods*/*.ods kinds/2021/15-mhtml-xls/*.xls; do both "inspect $(basename "$file")" inspect "$file"; done
both "rules" rules
both "explain" explain O302
"$linux" init new.linux --year 2026 --province "Quảng Trị" --as-of 2025-11-01 >/dev/null; windows init new.windows --year 2026 --province "Quảng Trị" --as-of 2025-11-01 >/dev/null
ok "init: $(find new.windows -type f | wc -l) files of the same bytes" diff -r new.linux new.windows
"$linux" form --inputs inputs --department so-y-te --year 2021 -o form.linux.xlsx >/dev/null 2>&1; windows form --inputs inputs --department so-y-te --year 2021 -o form.windows.xlsx >/dev/null
ok "form" cmp form.linux.xlsx form.windows.xlsx

echo "-- frozen, and a file that comes later"
consolidated "the sample year" inputs
for each in "$linux:expected" "wine $exe:published"; do ${each%%:*} freeze 2021 inputs -o "${each##*:}" --as-of 2020-12-02 >/dev/null 2>&1 || fails "freeze: ${each##*:}"; done
ok "freeze" diff -r expected/frozen published/frozen
cp -r inputs later
cp "$(ls inputs/2021/01_so-y-te/*.csv inputs/2021/*/*.csv 2>/dev/null | head -1)" "later/2021/06_so-kh-dt/sau chot.csv"
"$linux" consolidate later -o expected --as-of 2020-12-05 -q >/dev/null 2>&1; windows consolidate later -o published --as-of 2020-12-05 -q >/dev/null
ok "what comes after it" diff -r expected/2021 published/2021

echo "-- a reply read back"
consolidated "the sample year" inputs
cp -r inputs replied
for reply in published/2021/feedback/*.xlsx; do
  slug=$(basename "$reply" .xlsx)
  [ ! -d "replied/2021/$slug" ] || cp "$reply" "replied/2021/$slug/tra loi.xlsx"
done
consolidated "$(ls replied/2021/*/"tra loi.xlsx" | wc -l) replies" replied

echo "-- odd names"
cp -r inputs odd
long=$(printf 'rat-dai-%.0s' {1..12})
csv=$(ls inputs/2021/*/*.csv | head -1)
for name in "con/nul.csv" "cuoi cham./a.csv" "cuoi trang /b .csv" "aux.csv/c.csv" "Sở Y tế - thử/Đoàn ra “2021”.csv" "$long/$long/$long/d.csv"; do
  mkdir -p "odd/2021/$(dirname "$name")"
  sed "s/Lào/$(basename "$name" .csv)/" "$csv" > "odd/2021/$name"
done
consolidated "devices, blanks and dots at the end, $(find odd -type f | awk '{print length + '${#PWD}'}' | sort -n | tail -1) characters" odd
for typed in "Z:${PWD//\//\\}\\odd" "\\\\?\\Z:${PWD//\//\\}\\odd" 'ODD\' './/odd/../odd'; do
  windows consolidate "$typed" -o again --as-of 2020-12-01 -q >said
  ok "typed as $typed" diff -rq expected/2021 again/2021; rm -rf again
done

echo "-- an output held open"
cp -r published held.before
wine cmd /c '(ping -n 60 127.0.0.1 >nul) < published\2021\summary.xlsx' >/dev/null 2>&1 & holder=$!
sleep 2
windows consolidate inputs -o published --as-of 2020-12-01 -q >said; code=$?
head -3 said.err
ok "exit code 2" test $code = 2
ok "one message that names it" test "$(grep -c . said.err)" = 1 -a "$(grep -c 'summary.xlsx' said.err)" = 1
ok "nothing of the year changed" diff -r held.before/2021 published/2021
ok "nothing is left behind" test -z "$(ls -A published | grep -E 'staging|publishing')"
kill -9 $holder; wineserver -k; wait $holder 2>/dev/null; wineserver -p
windows consolidate inputs -o published --as-of 2020-12-01 -q >said; code=$?
ok "published once it is closed" test $code = 1
rm -rf held.before

echo "-- two runs at once"
refused=0
for round in 1 2 3 4 5; do
  rm -rf two; codes=""
  wine "$exe" consolidate inputs -o two --as-of 2020-12-01 -q >/dev/null 2>first.err & first=$!
  wine "$exe" consolidate inputs -o two --as-of 2020-12-01 -q >/dev/null 2>second.err & second=$!
  wait $first; codes=$?; wait $second; codes="$codes $?"
  case $codes in "1 2" | "2 1") refused=$((refused + 1)) ;; "1 1") ;; *) fails "exit codes $codes" ;; esac
  diff -r published/2021 two/2021 >/dev/null || fails "other bytes"
done
ok "one published, the other refused in $refused of 5 rounds" test $refused -gt 0
cat first.err second.err | head -1

echo "-- killed fifty times"
cp -r inputs killed
"$linux" consolidate killed -o state.0 --as-of 2020-12-01 -q >/dev/null 2>&1
cp "$csv" "killed/2021/06_so-kh-dt/them.csv"
"$linux" consolidate killed -o state.1 --as-of 2020-12-01 -q >/dev/null 2>&1
# Figures and findings only: what is said of the runs before depends on how far a killed one came.
same() { for file in delegations.csv rejected.csv findings.csv cube.csv; do cmp -s "$1/2021/$file" "$2/2021/$file" || return 1; done; }
torn=0 absent=0 staged=0 old=0 new=0
windows consolidate killed -o k --as-of 2020-12-01 -q >/dev/null
began=$(date +%s%N)
rm "killed/2021/06_so-kh-dt/them.csv"; windows consolidate killed -o k --as-of 2020-12-01 -q >/dev/null
lasts=$((($(date +%s%N) - began) / 1000000))
is=0
for round in $(seq 50); do
  next=$((1 - is))
  if [ $next = 1 ]; then cp "$csv" "killed/2021/06_so-kh-dt/them.csv"; else rm "killed/2021/06_so-kh-dt/them.csv"; fi
  wine "$exe" consolidate killed -o k --as-of 2020-12-01 -q >/dev/null 2>&1 & run=$!
  if [ $((round % 2)) = 0 ]; then sleep "$(awk -v l=$lasts -v r=$RANDOM 'BEGIN { print l * r / 32768 / 1000 }')"; else
    for _ in $(seq 400); do [ ! -e k/.tonghop-staging-2021 ] || break; sleep 0.005; done
    sleep "$(awk -v r=$RANDOM 'BEGIN { print 0.25 * r / 32768 }')"
  fi
  kill -9 $run 2>/dev/null; wait $run 2>/dev/null
  [ -z "$(ls -A k | grep -E 'staging|publishing')" ] || staged=$((staged + 1))
  if same k state.$is; then old=$((old + 1)); elif same k state.$next; then new=$((new + 1)); elif [ ! -e k/2021 ]; then absent=$((absent + 1)); else torn=$((torn + 1)); fi
  windows consolidate killed -o k --as-of 2020-12-01 -q >/dev/null; code=$?
  { [ $code = 1 ] && same k state.$next && [ -z "$(ls -A k | grep -E 'staging|publishing')" ]; } || fails "round $round: exit code $code after the kill"
  is=$next
done
ok "of 50 kills within $lasts ms: $old old, $new new, $absent absent until the next run, $torn torn; $staged left something behind" test $torn = 0

echo "-- Ctrl-C, and a double click"
wine "$exe" consolidate inputs -o interrupted --as-of 2020-12-01 >/dev/null 2>said.err & run=$!
sleep 0.15; kill -INT $run; wait $run; code=$?
echo "   Ctrl-C: exit code $code, $(head -1 said.err)"
mkdir double && cp -r inputs double/inputs
(cd double && (sleep 8; echo) | script -qec "wine $exe" /dev/null >../said 2>&1)
ok "started without arguments in a workspace" test -s double/outputs/2021/summary.xlsx
grep -a "Enter" said | head -1
[ $failed = 0 ] && echo "all held"
exit $failed
