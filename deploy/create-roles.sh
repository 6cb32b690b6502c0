#!/bin/sh
# Run once by the PostgreSQL image, when its volume is empty. What fails here stops the container.
psql --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" --set=ON_ERROR_STOP=1 \
  --set=owner_password="$(cat /run/secrets/owner-password)" \
  --set=server_password="$(cat /run/secrets/server-password)" \
  --file=/opt/keel/roles.sql
