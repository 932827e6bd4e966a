# A container of its own over the one distribution. Sourced by ../../../../demo, which defines root, karaf and fail.

instance="" karaf_pid="" ready="" lock="" user="" password="" keep_log=""
seconds_to_begin=180

listening() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# Below the ports that the system gives to clients, so that nobody takes it in the meantime.
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    listening "$port" || { echo "$port"; return; }
  done
}

new_folder() {
  mkdir -p "$1"
  mktemp -d "$1/XXXXXX"
}

# Only one demo at a time has the folder.
claim() {
  local other
  mkdir -p "$1"
  if ! mkdir "$1/lock" 2>/dev/null; then
    other="$(cat "$1/lock/pid" 2>/dev/null || true)"
    if [ -n "$other" ] && kill -0 "$other" 2>/dev/null; then
      fail "A demo is running already; stop it first: kill $other"
    fi
  fi
  mkdir -p "$1/lock"
  lock="$1/lock"
  echo $$ >"$lock/pid"
  rm -rf "$1/ready.json" "$1/shell" "$1/instance"
}

# Makes the folder of a container: make_instance FOLDER HISTORY PORT
make_instance() {
  instance="$1"
  keep_log="$instance.log"
  user=demo
  password="$(head -c 18 /dev/urandom | base64 | tr -d '/+=\n')"
  mkdir -p "$instance/data"
  chmod 700 "$instance"
  cp -R "$karaf/etc" "$instance/etc"
  set_property org.apache.karaf.shell.cfg sshPort "$(free_port)"
  set_property custom.properties karaf.shutdown.port -1
  sed 's/^featuresBoot *= */featuresBoot = bankfeed-simulator, bankfeed-rehearsal, /' \
    "$karaf/etc/org.apache.karaf.features.cfg" >"$instance/etc/org.apache.karaf.features.cfg"
  # Nothing is ever replaced in this container; refreshing the logging beneath it costs time and can hang.
  set_property org.apache.karaf.features.cfg autoRefresh false
  (umask 077 && printf '\n%s = %s,_g_:admingroup\n' "$user" "$password" >"$instance/users" &&
    cat "$karaf/etc/users.properties" "$instance/users" >"$instance/users.properties" &&
    mv "$instance/users.properties" "$instance/etc/users.properties" && rm "$instance/users")
  # The values come by the environment: no path is then too strange for a configuration file.
  export BANKFEED_REHEARSAL_FOLDER="$instance" BANKFEED_REHEARSAL_HISTORY="$2"
  export BANKFEED_REHEARSAL_PORT="$3" BANKFEED_REHEARSAL_PARENT=$$
  cat >"$instance/etc/org.bankfeed.rehearsal.cfg" <<'CFG'
folder = $[env:BANKFEED_REHEARSAL_FOLDER]
port = $[env:BANKFEED_REHEARSAL_PORT]
parent = $[env:BANKFEED_REHEARSAL_PARENT]
CFG
  if [ -n "$2" ]; then
    echo 'history = $[env:BANKFEED_REHEARSAL_HISTORY]' >>"$instance/etc/org.bankfeed.rehearsal.cfg"
    # Only the player moves things on, on its own clock.
    echo 'interval = 0' >"$instance/etc/org.bankfeed.journal.cfg"
    echo 'interval = 0' >"$instance/etc/org.bankfeed.matching.cfg"
  fi
}

# set_property FILE KEY VALUE
set_property() {
  local file="$instance/etc/$1"
  [ ! -e "$file" ] || sed "/^ *$2 *=/d" "$file" >"$file.new"
  printf '\n%s = %s\n' "$2" "$3" >>"$file.new"
  mv "$file.new" "$file"
}

# What a container of its own needs to be told; for the container and for the client of its shell.
surroundings() {
  printf 'unset KARAF_HOME KARAF_OPTS KARAF_SYSTEM_OPTS KARAF_LOG JAVA_OPTS EXTRA_JAVA_OPTS\n'
  printf 'export JAVA_HOME=%q KARAF_BASE=%q KARAF_DATA=%q KARAF_ETC=%q\n' \
    "$JAVA_HOME" "$instance" "$instance/data" "$instance/etc"
}

# Both execs, so that the process is Java's own.
start_instance() {
  (
    eval "$(surroundings)"
    # a short life: what the second compiler would win later is spent at the start
    export KARAF_EXEC=exec JAVA_MAX_MEM="${JAVA_MAX_MEM:-768m}" EXTRA_JAVA_OPTS=-XX:TieredStopAtLevel=1
    exec "$karaf/bin/karaf" server >"$instance/console.log" 2>&1 </dev/null
  ) &
  karaf_pid=$!
}

await_outcome() {
  local began=$SECONDS
  until [ -e "$instance/outcome/done" ]; do
    [ ! -e "$instance/outcome/failed" ] || fail "$(cat "$instance/outcome/failed")"
    kill -0 "$karaf_pid" 2>/dev/null || fail "The container ended before it was ready; its log is $keep_log."
    [ -e "$instance/outcome/begun" ] || [ $((SECONDS - began)) -lt "$seconds_to_begin" ] ||
      fail "The container was not ready within $seconds_to_begin seconds; its log is $keep_log."
    sleep 0.1
  done
}

# A program that enters the container's shell, or takes commands from a pipe with -b.
write_shell() {
  (umask 077 && { printf '#!/usr/bin/env bash\n'; surroundings; printf 'exec %q "$@"\n' "$karaf/bin/client"; } >"$1")
  chmod 700 "$1"
}

json_text() {
  local text="${1//\\/\\\\}"
  printf '"%s"' "${text//\"/\\\"}"
}

write_ready() {
  ready="$1"
  (umask 077 && printf '{"url": %s, "user": %s, "password": %s, "shell": %s}\n' \
    "$(json_text "http://127.0.0.1:$port")" "$(json_text "$user")" "$(json_text "$password")" \
    "$(json_text "$(printf '%q -b' "$(dirname "$1")/shell")")" >"$1.new")
  mv "$1.new" "$1"
}

await_end() {
  wait "$karaf_pid" || true
  fail "The container ended; its log is $keep_log."
}

# Stops everything that was started and removes what it left, secrets among it; the log stays.
stop_instance() {
  local status=$? n
  trap '' TERM INT HUP
  set +e
  stop_build
  [ -z "$ready" ] || rm -f "$ready"
  if [ -n "$karaf_pid" ]; then
    kill "$karaf_pid" 2>/dev/null
    for ((n = 0; n < 150; n++)); do
      kill -0 "$karaf_pid" 2>/dev/null || break
      sleep 0.1
    done
    kill -KILL "$karaf_pid" 2>/dev/null
    wait "$karaf_pid" 2>/dev/null
  fi
  if [ -n "$instance" ]; then
    # A history that is broken says so by itself; what went wrong later is in the log.
    if [ "$status" = 1 ] && { [ -e "$instance/outcome/begun" ] || [ ! -e "$instance/outcome/failed" ]; }; then
      cat "$instance/console.log" "$instance/data/log/karaf.log" >"$keep_log" 2>/dev/null
    fi
    rm -rf "$instance" "$(dirname "$instance")/shell"
  fi
  [ -z "$lock" ] || rm -rf "$lock"
  exit "$status"
}
