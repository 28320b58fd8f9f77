#!/usr/bin/env bash
# Sees that the programs are there which the tests need besides Python. Installs what is
# missing where apt-get can do so without a password, and says what to install where not.
set -euo pipefail

declare -A packages=(
  [chromium]="chromium-headless-shell" [redis-server]="redis-server" [nginx]="nginx" [npm]="nodejs npm"
  [promtool]="prometheus" [firefox-esr]="firefox-esr" [WebKitWebDriver]="webkit2gtk-driver" [Xvfb]="xvfb"
)
missing=()
for program in "${!packages[@]}"; do
  if [ "$program" = chromium ]; then
    [ -n "${NET_GUIDE_CHROMIUM:-}" ] && continue
    command -v chromium-headless-shell chromium chromium-browser google-chrome >/dev/null 2>&1 && continue
  fi
  [ "$program" = firefox-esr ] && command -v firefox >/dev/null 2>&1 && continue
  PATH="$PATH:/usr/sbin:/sbin" command -v "$program" >/dev/null 2>&1 && continue
  missing+=(${packages[$program]})
done
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get -qq update
  apt-get -qq install --no-install-recommends -y "${missing[@]}" >/dev/null
else
  echo "the tests need these programs; install them and try again: ${missing[*]}" >&2
  exit 1
fi
