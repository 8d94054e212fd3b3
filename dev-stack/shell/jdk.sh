# Part of ./dev: finds a JDK by itself.

java_version=25

# A JDK says its version in the file "release", so none has to be started to ask.
is_wanted_jdk() {
  [ -x "$1/bin/javac" ] && grep -q "^JAVA_VERSION=\"$java_version[.\"]" "$1/release" 2>/dev/null
}

jdk_of_path() {
  java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" "$(jdk_of_path)" \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* /usr/local/openjdk-$java_version \
    "${SDKMAN_DIR:-${HOME:-}/.sdkman}"/candidates/java/* "${HOME:-}"/.jdks/* \
    "$(/usr/libexec/java_home -v $java_version 2>/dev/null)" /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk@$java_version/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk@$java_version/libexec/openjdk.jdk/Contents/Home /home/linuxbrew/.linuxbrew/opt/openjdk@$java_version/libexec; do
    if [ -n "$home" ] && is_wanted_jdk "$home"; then
      export JAVA_HOME=$home
      return
    fi
  done
  fail "Saumaton needs a JDK $java_version and finds none: not by JAVA_HOME, not on the PATH, not in the usual places." \
    "Install one, for example:" \
    "  Debian, Ubuntu    apt install openjdk-$java_version-jdk    (or temurin-$java_version-jdk, see https://adoptium.net)" \
    "  Fedora            dnf install java-$java_version-openjdk-devel" \
    "  macOS             brew install openjdk@$java_version" \
    "  anywhere          https://sdkman.io, then: sdk install java $java_version-tem" \
    "or point JAVA_HOME to it."
}
