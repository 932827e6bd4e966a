# Sourced by the programs that run what is built here. `java` is Java afterwards, and `fresh STAMP ROOM...` builds what is
# missing or older than the sources of its rooms. The build's words go to standard error. `name` is the program's, for messages.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
module="$root/benchmarks"

say() { echo "$name: $*" >&2; }

java="${JAVA_HOME:+$JAVA_HOME/bin/java}"
[ -x "${java:-}" ] || java="$(command -v java || true)"
[ -n "$java" ] || { say "Java is missing; install JDK 17 or set JAVA_HOME."; exit 1; }

# Whether a file is missing or older than what is named after it.
stale() {
  [ ! -e "$1" ] || [ -n "$(find "${@:2}" -newer "$1" -print -quit)" ]
}

build() {
  command -v mvn >/dev/null || { say "Maven is missing; install Maven 3.8.7 or newer."; exit 1; }
  say "building; the first time this takes some minutes ..."
  local begun
  begun="$(mktemp)"
  # shellcheck disable=SC2086 # these are options, each a word
  mvn -q ${MAVEN_OPTIONS:-} -f "$root/pom.xml" -pl benchmarks -am -DskipTests package </dev/null >&2 || {
    say "the build failed; its output is above."
    exit 1
  }
  touch -r "$begun" "$1"
  rm -f "$begun"
}

fresh() {
  local stamp="$1" room sources=("$root/pom.xml")
  for room in "${@:2}"; do
    case "$room" in
      */*) sources+=("$root/$room") ;;
      *) sources+=("$root/$room/pom.xml" "$root/$room/src/main") ;;
    esac
  done
  if ! stale "$stamp" "${sources[@]}"; then return; fi
  if command -v flock >/dev/null; then # two that start at once build once
    mkdir -p "$module/target"
    exec 9>"$module/target/.building"
    flock 9
  fi
  if stale "$stamp" "${sources[@]}"; then build "$stamp"; fi
  exec 9>&-
}
