# Part of ./dev: builds what has changed, and tells how far it is and why it fails.

services="customer-service routing-service channel-gateway analytics-service"

# Stale: something it is built from is newer than the end of its last build, or its outcome is missing.
is_stale() { # module outcome inputs...
  local stamp=.dev/built/$1 outcome=$2
  shift 2
  [ -e "$stamp" ] && [ -e "$outcome" ] || return 0
  [ -n "$(find pom.xml .mvn "$@" -newer "$stamp" -print 2>/dev/null | head -n 1)" ]
}

stale_modules() {
  local module kit=service-kit
  if is_stale dev-stack "$(echo dev-stack/target/dev-stack-*.jar)" dev-stack/pom.xml dev-stack/src/main; then echo dev-stack; fi
  if is_stale $kit $kit/target/classes $kit/pom.xml $kit/src/main contracts; then
    echo $kit
    kit=
  fi
  for module in $services; do
    if [ -z "$kit" ] || is_stale "$module" "$module/target/quarkus-app/quarkus-run.jar" "$module/pom.xml" "$module/src/main"; then
      echo "$module"
    fi
  done
}

story_is_stale() {
  is_stale system-tests system-tests/target/lib system-tests/pom.xml system-tests/src/main
}

# One line that tells how far Maven is: the module it builds, what it has downloaded, the time.
show_progress() {
  local line module="" downloads=0 shown=-1
  SECONDS=0
  while true; do
    if IFS= read -r -t 1 line; then
      case $line in
        *"Downloaded from"*) downloads=$((downloads + 1)) ;;
        "[INFO] Building "*"["*) module=$(echo ${line#\[INFO\] Building }) ;;
      esac
    elif [ $? -le 128 ]; then
      break
    fi
    if [ "$SECONDS" != "$shown" ] && [ -n "$module$downloads" ]; then
      shown=$SECONDS
      if [ -t 1 ]; then
        printf '\r\033[K  %4d s  building %s%s' "$SECONDS" "$module" "$(downloaded $downloads)"
      elif [ $((SECONDS % 10)) = 0 ]; then
        printf '  %4d s  building %s%s\n' "$SECONDS" "$module" "$(downloaded $downloads)"
      fi
    fi
  done
  if [ -t 1 ]; then printf '\r\033[K'; fi
  printf '  %4d s  Maven has ended%s\n' "$SECONDS" "$(downloaded $downloads)"
}

downloaded() {
  if [ "$1" -gt 0 ]; then printf ', %d files downloaded' "$1"; fi
}

maven_quietly() { # the log is kept; shown only when it fails
  local log=.dev/logs/build.log outcome
  mkdir -p .dev/logs
  ./mvnw -B -Dmaven.test.skip=true -Dspotless.check.skip "$@" 2>&1 | tee "$log" | show_progress
  outcome=${PIPESTATUS[0]}
  [ "$outcome" = 0 ] || {
    build_errors "$log" >&2
    fail "The build fails; all of it is in $log" "$(likely_cause "$log")"
  }
}

# Maven's errors without its advice on Maven; a failure before Maven has none.
build_errors() {
  if grep -q '^\[ERROR\]' "$1"; then
    grep '^\[ERROR\]' "$1" | grep -v -E '^\[ERROR\] *($|\[Help|To see the full stack|Re-run Maven|For more information|After correcting|  mvn )' | head -n 30
  else
    tail -n 10 "$1"
  fi
}

# What a person can do something about.
likely_cause() {
  if grep -q "No space left on device" "$1"; then
    echo "A disk is full: this folder's, that of ~/.m2, or /tmp."
  elif grep -q -E "Could not create local repository|Permission denied|Read-only file system|AccessDeniedException" "$1"; then
    echo "Something cannot be written. Maven keeps what it downloads in ~/.m2, which has to be yours: ls -ld ~/.m2 ~/.m2/*"
  elif grep -q -E "Could not transfer artifact|Unknown host|Failed to fetch|Connection (refused|timed out)" "$1"; then
    echo "A download fails: is there a network? A proxy or mirror is set in ~/.m2/settings.xml. What is there is kept; start again."
  fi
}

# Stamped with the time of the start: what is edited while Maven runs is stale again.
build_and_stamp() { # "modules" maven-arguments...
  local module modules=$1
  shift
  mkdir -p .dev/built
  touch .dev/built/.begun
  maven_quietly "$@"
  for module in $modules; do
    touch -r .dev/built/.begun ".dev/built/$module"
  done
}

build() {
  local modules list
  modules=$(stale_modules)
  [ -n "$modules" ] || return 0
  list=$(echo $modules | tr ' ' ',')
  echo "Building what has changed: ${list//,/, }"
  build_and_stamp "$modules" package -pl "$list" -am
}

# Without packaging, so that the jars of running services stay as they are.
build_story() {
  if story_is_stale; then
    echo "Building the story"
    build_and_stamp system-tests compile -pl system-tests -am
  fi
}
