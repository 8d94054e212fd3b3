# Part of ./dev: the browser of the tests.

# Where the browser test looks too.
has_chromium() {
  local place
  for place in /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome \
    /Applications/Chromium.app/Contents/MacOS/Chromium "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    [ -x "$place" ] && return 0
  done
  return 1
}

need_chromium() {
  has_chromium && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Chromium for the browser test"
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium; } \
      >.dev/logs/chromium.log 2>&1 || cat .dev/logs/chromium.log >&2
    has_chromium && return
  fi
  fail "The browser test needs Chromium, and there is none in the usual places. Install it, for example:" \
    "  Debian            apt install chromium" \
    "  Ubuntu            snap install chromium, or Google Chrome's package from https://www.google.com/chrome" \
    "  Fedora            dnf install chromium" \
    "  macOS             brew install --cask chromium"
}
