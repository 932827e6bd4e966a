# Finds Java and builds the distribution. Sourced by ../../../../demo, which defines root and fail.

modules="bundle-api history ponto-simulator bundle-store bundle-ponto bundle-journal bundle-matching bundle-ledger
  bundle-shell bundle-screens bundle-rehearsal karaf-features karaf-distribution"
karaf="$root/karaf-distribution/target/assembly"
build_pid=""

# Sets JAVA_HOME to a Java that the container runs on.
find_java() {
  local java settings version
  java="${JAVA_HOME:+$JAVA_HOME/bin/java}"
  [ -x "${java:-}" ] || java="$(command -v java)" || fail "Java is missing; install JDK 17, or set JAVA_HOME."
  settings="$("$java" -XshowSettings:properties -version 2>&1)" || fail "$java does not run."
  version="$(sed -n 's/^ *java\.specification\.version = //p' <<<"$settings")"
  case "$version" in
    17 | 18 | 19 | 20 | 21 | 22 | 23 | 24) ;;
    *) fail "$java is Java $version; install JDK 17 (17 to 24 will do), or set JAVA_HOME to one." ;;
  esac
  JAVA_HOME="$(sed -n 's/^ *java\.home = //p' <<<"$settings")"
  export JAVA_HOME
}

# Whether there is no distribution, or a source that is newer than it.
is_stale() {
  local archive module sources
  archive="$(find "$root/karaf-distribution/target" -maxdepth 1 -name '*.tar.gz' 2>/dev/null | head -n 1)"
  [ -n "$archive" ] && [ -x "$karaf/bin/karaf" ] || return 0
  sources=("$root/pom.xml")
  for module in $modules; do
    sources+=("$root/$module/pom.xml" "$root/$module/src/main")
    [ ! -e "$root/$module/bnd.bnd" ] || sources+=("$root/$module/bnd.bnd")
  done
  [ -n "$(find "${sources[@]}" -type f ! -path '*/src/main/demo/*' -newer "$archive" -print -quit)" ]
}

# Builds once, even when two start at the same time.
build_if_needed() {
  is_stale || return 0
  local lock="$root/target/building" told=""
  mkdir -p "$root/target"
  until mkdir "$lock" 2>/dev/null; do
    kill -0 "$(cat "$lock/pid" 2>/dev/null || echo 0)" 2>/dev/null || { sleep 1; break_lock "$lock"; continue; }
    [ -n "$told" ] || echo "demo: waiting for another build to end ..." >&2
    told=yes
    sleep 1
  done
  echo $$ >"$lock/pid"
  building="$lock"
  ! is_stale || build
  rm -rf "$lock"
  building=""
}

# Removes the lock of a build that was killed.
break_lock() {
  kill -0 "$(cat "$1/pid" 2>/dev/null || echo 0)" 2>/dev/null || rm -rf "$1"
}

build() {
  command -v mvn >/dev/null || fail "Maven is missing; install Maven 3.8.7 or newer."
  [ -x "$JAVA_HOME/bin/javac" ] || fail "$JAVA_HOME holds no compiler; install a JDK 17, or set JAVA_HOME to one."
  echo "demo: building; this takes some minutes the first time ..." >&2
  mvn -B -q -f "$root/pom.xml" -pl karaf-distribution -am -DskipTests package >&2 </dev/null &
  build_pid=$!
  wait "$build_pid" || fail "The build failed; its output is above."
  build_pid=""
}

# For the end of the script, however it comes.
stop_build() {
  [ -z "$build_pid" ] || kill "$build_pid" 2>/dev/null || true
  [ -z "${building-}" ] || rm -rf "$building"
}
