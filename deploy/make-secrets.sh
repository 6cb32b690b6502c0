#!/bin/sh
# Makes the secrets that compose.yaml names, once: it never replaces one that is there, because the database keeps the old.
set -eu
folder="$(dirname "$0")/secrets"
if [ -e "$folder" ]; then
  echo "$folder is there already. Nothing was changed." >&2
  exit 1
fi
# The folder is closed to others; the files are not, because the accounts within the containers have to read them.
mkdir -m 700 "$folder"
echo '*' >"$folder/.gitignore"
new_secret() { od -An -N32 -tx1 /dev/urandom | tr -d ' \n'; }
owner="$(new_secret)"
server="$(new_secret)"
new_secret >"$folder/postgres-password"
new_secret >"$folder/metrics-token"
printf %s "$owner" >"$folder/owner-password"
printf %s "$server" >"$folder/server-password"
printf %s "postgresql://keel_owner:$owner@database:5432/keel" >"$folder/database-owner-url"
printf %s "postgresql://keel_server:$server@database:5432/keel" >"$folder/database-url"
chmod 644 "$folder"/*
echo "Made $folder. Keep a copy where only you can read it."
