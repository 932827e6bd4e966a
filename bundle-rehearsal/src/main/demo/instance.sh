# A container of its own over the one distribution. Sourced by ../../../../demo, which defines root, karaf and fail.

instance="" karaf_pid="" ready="" lock="" user="" password="" other_user="" other_password="" keep_log=""
seconds_to_begin=180
seconds_to_pages=60

# On either address that a browser takes "localhost" for.
listening() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null || (exec 3<>"/dev/tcp/::1/$1") 2>/dev/null
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

new_password() {
  head -c 18 /dev/urandom | base64 | tr -d '/+=\n'
}

# Makes the folder of a container, with nothing to play in it yet.
make_instance() {
  instance="$1"
  keep_log="$instance.log"
  user=demo password="$(new_password)"
  mkdir -p "$instance/data"
  chmod 700 "$instance"
  cp -R "$karaf/etc" "$instance/etc"
  set_property org.apache.karaf.shell.cfg sshPort "$(free_port)"
  set_property custom.properties karaf.shutdown.port -1
  boot_first 'bankfeed-simulator, bankfeed-rehearsal'
  # Nothing is ever replaced in this container; refreshing the logging beneath it costs time and can hang.
  set_property org.apache.karaf.features.cfg autoRefresh false
  add_user "$user" "$password" _g_:admingroup
  # The values come by the environment: no path is then too strange for a configuration file.
  export BANKFEED_REHEARSAL_FOLDER="$instance"
  set_property org.bankfeed.rehearsal.cfg folder '$[env:BANKFEED_REHEARSAL_FOLDER]'
  set_property org.bankfeed.rehearsal.cfg parent $$
}

# boot_first FEATURES
boot_first() {
  local file="$instance/etc/org.apache.karaf.features.cfg"
  sed "s/^featuresBoot *= */featuresBoot = $1, /" "$file" >"$file.new"
  mv "$file.new" "$file"
}

# add_user NAME PASSWORD ROLES
add_user() {
  local users="$instance/etc/users.properties"
  (umask 077 && { cat "$users" && printf '\n%s = %s,%s\n' "$1" "$2" "$3"; } >"$users.new" && mv "$users.new" "$users")
}

# What a check plays: a history, from a folder. Only the player moves things on, on its own clock; nobody looks.
play_history() {
  export BANKFEED_REHEARSAL_HISTORY="$1"
  set_property org.bankfeed.rehearsal.cfg history '$[env:BANKFEED_REHEARSAL_HISTORY]'
  set_property org.bankfeed.journal.cfg windows ''
  set_property org.bankfeed.matching.cfg interval 0
  sed 's|</featuresProcessing>|<blacklistedFeatures><feature>bankfeed-screens</feature></blacklistedFeatures>&|' \
    "$karaf/etc/org.apache.karaf.features.xml" >"$instance/etc/org.apache.karaf.features.xml"
}

# What a demonstration shows: show_company PORT BANK_PORT LINK. The pages and the bank's are two sites to a browser.
show_company() {
  local back
  url="http://localhost:$1/bankfeed" bank_url="http://127.0.0.1:$2" linked="$3"
  back="$url/connect/return"
  other_user=ann other_password="$(new_password)"
  add_user "$other_user" "$other_password" ssh,bookkeeper
  # The web server is installed before what stands on it; it asks for the shell, and nothing is refreshed later.
  boot_first '(shell, http-whiteboard)'
  set_property org.bankfeed.rehearsal.cfg port "$2"
  set_property org.bankfeed.rehearsal.cfg link "$3"
  set_property org.bankfeed.rehearsal.cfg redirect.uri "$back"
  set_property org.bankfeed.rehearsal.cfg webhook.url "${url}-webhooks/ponto"
  set_property org.bankfeed.shell.cfg redirect.uri "$back"
  set_property org.bankfeed.screens.cfg public.url "$url"
  # Any public address: the simulated bank asks nobody.
  set_property org.bankfeed.screens.cfg office.address 81.82.83.84
  set_property org.bankfeed.shell.cfg address 81.82.83.84
  set_property org.ops4j.pax.web.cfg org.osgi.service.http.port "$1"
  set_property org.ops4j.pax.web.cfg org.ops4j.pax.web.listening.addresses 127.0.0.1
}

# The pages that a visitor is told of: NAME PATH, the first one first.
pages() {
  cat <<'PAGES'
dashboard
bank /bank
invoices /invoices
integrations /settings/integrations
accounts /settings/accounts
PAGES
}

# set_property FILE KEY VALUE
set_property() {
  local file="$instance/etc/$1"
  { [ ! -e "$file" ] || sed "/^ *$2 *=/d" "$file"; printf '\n%s = %s\n' "$2" "$3"; } >"$file.new"
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

# The first line of what the pages answer to a visitor, such as "HTTP/1.1 302 Found"; nothing if nobody answers.
knock() {
  local status=""
  { exec 3<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null || return 0
  printf 'GET /bankfeed HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$1" >&3 2>/dev/null || true
  read -r -t 5 status <&3 || true
  exec 3>&-
  printf '%s' "$status"
}

await_pages() {
  local began=$SECONDS
  until [[ "$(knock "$1")" =~ ^HTTP/[0-9.]+\ [23] ]]; do
    kill -0 "$karaf_pid" 2>/dev/null || fail "The container ended before its pages were there; its log is $keep_log."
    [ $((SECONDS - began)) -lt "$seconds_to_pages" ] ||
      fail "The pages did not answer on port $1 within $seconds_to_pages seconds; the log is $keep_log."
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

pages_json() {
  local name path comma=""
  pages | while read -r name path; do
    printf '%s"%s": %s' "$comma" "$name" "$(json_text "$url$path")"
    comma=", "
  done
}

write_ready() {
  local shell
  ready="$1" shell="$(printf '%q -b' "$(dirname "$1")/shell")"
  (umask 077 && cat >"$1.new" <<JSON
{"url": $(json_text "$url"), "bankUrl": $(json_text "$bank_url"), "user": $(json_text "$user"),
 "password": $(json_text "$password"), "shell": $(json_text "$shell"), "linked": $linked,
 "pages": {$(pages_json)},
 "others": [{"user": $(json_text "$other_user"), "password": $(json_text "$other_password"), "roles": "bookkeeper"}]}
JSON
  )
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
