#!/usr/bin/env bash
# Make sure the system parts are there that no Python or Node package brings.
#
#   tools/setup-system.sh build         what `make` needs
#   tools/setup-system.sh build test    and what `make test` needs besides
#   tools/setup-system.sh build test conformance    and what `make conformance` needs besides
#
# Nothing missing: says nothing, installs nothing, takes a tenth of a second. Something missing: installs
# it with apt-get, as root or through sudo without a password; else prints what to install.
# PYTHON names the Python to set up (python3). Exit codes: 0 all there, 2 wrong usage, 3 something is missing.
set -euo pipefail

PYTHON=${PYTHON:-python3}
PATH=$PATH:/usr/sbin:/sbin

have() { command -v "$1" >/dev/null 2>&1; }
say() { printf 'setup: %s\n' "$*" >&2; }

# --- what is missing ---------------------------------------------------------------------------

have_library() { # name without "lib" and ending, as the linker knows it
  if have ldconfig; then
    [[ $libraries == *"lib$1.so"* ]]
  else
    "$PYTHON" -c 'import ctypes.util, sys; sys.exit(not ctypes.util.find_library(sys.argv[1]))' "$1" 2>/dev/null
  fi
}

have_venv() { "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null; }

# LibreOffice without Impress converts no deck; only Debian splits it like this.
have_impress() {
  have soffice || return 1
  local registry=/usr/lib/libreoffice/share/registry
  [[ ! -d $registry || -e $registry/impress.xcd ]]
}

have_danish() { have hunspell && hunspell -d da_DK -l </dev/null >/dev/null 2>&1; }

have_liberation() { have fc-list && [[ $(fc-list : family 2>/dev/null) == *Liberation* ]]; }

venv_package() {
  if ! have "$PYTHON"; then echo "python3 python3-venv"; return; fi
  "$PYTHON" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

missing_build() {
  have_venv || venv_package
  have_library pango-1.0 || echo libpango-1.0-0
  have_library pangoft2-1.0 || echo libpangoft2-1.0-0
  have_library harfbuzz-subset || echo libharfbuzz-subset0
  have fc-list || echo fontconfig
  have mutool || echo mupdf-tools
}

have_browser() { have chromium || have google-chrome; }

# Ubuntu's chromium is a stub for a snap: there `make setup-test` fetches Playwright's own.
fetches_browser() { grep -qs '^ID=ubuntu$' /etc/os-release; }

missing_test() {
  have pdftotext || echo poppler-utils
  have gs || echo ghostscript
  have_impress || echo libreoffice-impress
  have node || echo nodejs
  have npm || echo npm
  have_liberation || echo fonts-liberation
  have_browser || fetches_browser || echo chromium
  have_danish || { have hunspell || echo hunspell; echo hunspell-da; }
}

# Java to run veraPDF, Maven to fetch it.
missing_conformance() {
  have java || echo default-jre-headless
  have mvn || echo maven
}

missing() { # one package a line
  local libraries='' group
  if have ldconfig; then libraries=$(ldconfig -p); fi
  for group in "$@"; do "missing_$group"; done
}

# --- bringing it -------------------------------------------------------------------------------

as_root() {
  if [[ $(id -u) == 0 ]]; then "$@"; else sudo -n "$@"; fi
}

can_install() {
  have apt-get && { [[ $(id -u) == 0 ]] || { have sudo && sudo -n true 2>/dev/null; }; }
}

install_packages() {
  say "installing $*"
  as_root apt-get -qq -o DPkg::Lock::Timeout=120 update >&2 || say "apt-get update failed; trying with what is known"
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq -y -o DPkg::Lock::Timeout=120 install --no-install-recommends "$@" >&2
}

explain() {
  say "these system parts are missing: $*"
  say "Debian, Ubuntu:  sudo apt-get install --no-install-recommends $*"
  say "Fedora:          sudo dnf install python3 pango harfbuzz fontconfig mupdf poppler-utils ghostscript libreoffice-impress nodejs npm liberation-fonts hunspell hunspell-da java-17-openjdk-headless maven chromium"
  say "macOS:           brew install python pango harfbuzz fontconfig mupdf-tools poppler ghostscript node hunspell font-liberation openjdk maven && brew install --cask libreoffice chromium"
  say "(pages, decks and press files need the first of these, up to MuPDF; poppler, Ghostscript, LibreOffice, Node, Chromium, Liberation and hunspell"
  say " only the tests; Java and Maven only make conformance)"
}

check_python() {
  "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' && return
  say "$("$PYTHON" --version 2>&1 || echo "$PYTHON, which does not run,") will not do: Python 3.11 or newer is needed; say which with  make PYTHON=/path/to/python3.11"
  exit 3
}

check_node() {
  [[ $(node -p 'parseInt(process.versions.node) >= 18') == true ]] && return
  say "node $(node --version) is too old: Node 18 or newer is needed"
  exit 3
}

main() {
  local group packages
  (($#)) || set -- build
  for group in "$@"; do
    case $group in build | test | conformance) ;; *) say "unknown group '$group'; write build, test or conformance"; exit 2 ;; esac
  done
  if have "$PYTHON"; then
    check_python
  elif [[ $PYTHON != python3 ]]; then
    say "there is no $PYTHON; say which Python (3.11 or newer) with  make PYTHON=/path/to/python3"
    exit 3
  fi
  packages=$(missing "$@") # split into words below; bash 3 of macOS has no mapfile
  if [[ -n $packages ]]; then
    # shellcheck disable=SC2086
    { can_install && install_packages $packages; } || { explain $packages; exit 3; }
    hash -r
    packages=$(missing "$@")
    # shellcheck disable=SC2086
    [[ -z $packages ]] || { explain $packages; exit 3; }
    check_python
  fi
  for group in "$@"; do
    if [[ $group == test ]]; then check_node; fi
  done
}

main "$@"
