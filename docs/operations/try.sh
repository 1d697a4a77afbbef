#!/usr/bin/env bash
# Runs tonghop.service and tonghop.timer under a systemd of their own: process 1 of new namespaces, with the
# sample year in /srv/tonghop. Root only; nothing outside the namespaces changes but for a control group, which is
# removed. `docs/operations/try.sh` after `cargo build --release`; the last line says "all held".
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
project=$(cd "$here/../.." && pwd)
trial=$(mktemp -d)
group=tonghop-try-$$
hierarchies=(/sys/fs/cgroup/systemd /sys/fs/cgroup/unified /sys/fs/cgroup)

remove() {
  for hierarchy in "${hierarchies[@]}"; do
    [ ! -d "$hierarchy/$group" ] || find "$hierarchy/$group" -depth -type d -exec rmdir {} + 2>/dev/null || true
  done
  rm -rf "$trial"
}
trap remove EXIT

# What is tried, by a service of that systemd once everything is up.
cat >"$trial/trial.sh" <<'TRIAL'
exec >"$TRIAL/said" 2>&1
failed=0
holds() { if [ "$2" = "$3" ]; then echo "held: $1"; else echo "FAILED: $1: $2, not $3"; failed=1; fi; }
ended() { systemctl show tonghop.service -p Result -p ExecMainStatus --value | tr '\n' ' '; }
outputs=/srv/tonghop/outputs
systemctl start tonghop.service; holds "published, with things to mend" "$(ended)" "success 1 "
before=$(stat -c %y.%i $outputs/2021/run.json)
systemctl start tonghop.service; holds "nothing new" "$(ended)" "success 1 "
holds "nothing was rewritten" "$(stat -c %y.%i $outputs/2021/run.json)" "$before"
holds "owner and mode" "$(stat -c %U.%a $outputs/2021 $outputs/2021/run.json | tr '\n' ' ')" "tonghop.750 tonghop.640 "
echo 'surprise = 1' >/srv/tonghop/inputs/tonghop.toml
systemctl start tonghop.service 2>/dev/null; holds "a wrong configuration fails" "$(ended)" "exit-code 2 "
holds "a line for each run" "$(grep -o '"result":"[a-z]*"' /var/log/tonghop/runs.jsonl | cut -d'"' -f4 | tr '\n' ' ')" "published unchanged failed "
holds "mode of the log" "$(stat -c %U.%a /var/log/tonghop /var/log/tonghop/runs.jsonl | tr '\n' ' ')" "tonghop.750 tonghop.640 "
systemctl start tonghop.timer; holds "the timer waits" "$(systemctl is-active tonghop.timer)" active
[ $failed = 1 ] || echo "all held"
systemctl exit 0
TRIAL

# The machine: only the units that a service needs, a user, a workspace that this user may only read.
cat >"$trial/boot.sh" <<'BOOT'
set -euo pipefail
mount --make-rprivate / && mount -t proc proc /proc && mount -t tmpfs tmpfs /run
mkdir /run/units /run/empty
for unit in {sysinit,basic,shutdown,sockets,timers,paths,slices,local-fs,umount,final,exit,time-set,time-sync}.target \
  system.slice systemd-exit.service; do
  [ ! -e /lib/systemd/system/$unit ] || cp /lib/systemd/system/$unit /run/units/
done
cp "$HERE"/tonghop.{service,timer} /run/units/
printf '[Unit]\nWants=trial.service\n' >/run/units/trial.target
# After: so that systemd keeps how the other ended.
printf '[Unit]\nAfter=tonghop.service\n[Service]\nType=oneshot\nEnvironment=TRIAL=%s\nExecStart=/bin/bash %s/trial.sh\n' "$TRIAL" "$TRIAL" >/run/units/trial.service
mount --bind /run/empty /etc/systemd/system && mount --bind /run/units /lib/systemd/system
for file in passwd group; do cp /etc/$file /run/$file; done
echo 'tonghop:x:7777:7777::/nonexistent:/usr/sbin/nologin' >>/run/passwd
echo 'tonghop:x:7777:' >>/run/group
for file in passwd group; do mount --bind /run/$file /etc/$file; done
for folder in /srv /usr/local/bin /var/log; do mount -t tmpfs -o mode=755 tmpfs $folder; done
cp "$PROJECT/target/release/tonghop" /usr/local/bin/
mkdir -p /srv/tonghop/outputs && cp -r "$PROJECT/inputs" /srv/tonghop/
chmod -R go=rX /srv/tonghop/inputs && chown tonghop:tonghop /srv/tonghop/outputs
if [ -d /sys/fs/cgroup/systemd ]; then
  umount -l /sys/fs/cgroup && mount -t tmpfs tmpfs /sys/fs/cgroup
  mkdir /sys/fs/cgroup/systemd /sys/fs/cgroup/unified
  mount -t cgroup -o none,name=systemd cgroup /sys/fs/cgroup/systemd
  mount -t cgroup2 cgroup2 /sys/fs/cgroup/unified
else
  mount -t cgroup2 cgroup2 /sys/fs/cgroup
fi
exec env -i container=other PATH=/usr/bin:/usr/sbin:/bin:/sbin \
  /lib/systemd/systemd --system --unit=trial.target --log-target=null --show-status=no
BOOT

(
  for hierarchy in "${hierarchies[@]}"; do
    if [ -e "$hierarchy/cgroup.procs" ]; then
      mkdir "$hierarchy/$group" && echo $BASHPID >"$hierarchy/$group/cgroup.procs"
    fi
  done
  export HERE=$here PROJECT=$project TRIAL=$trial
  exec timeout -s KILL 120 unshare --mount --pid --fork --cgroup --ipc --uts --kill-child bash "$trial/boot.sh"
) || true
cat "$trial/said"
grep -q "^all held" "$trial/said"
