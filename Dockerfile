# Keel in a container. With DATABASE_URL it uses that PostgreSQL; without, its own in the volume.
# The version of Node is that of package.json; tools/deploy.test.ts holds them together.

FROM node:26.10.0-trixie-slim AS build
WORKDIR /opt/keel
COPY . .
# The screens want the bundler, the server does not: the second installation leaves all of that out, and the Node that the
# packages bring, because the image has it. Not `npm ci`, for the reason given in tools/setup-install.mjs.
RUN npm install --no-save --no-audit --no-fund --ignore-scripts \
  && node --input-type=module --eval "import { buildWebIfStale } from '@keel/tools'; await buildWebIfStale(console.log)" \
  && rm -rf node_modules web/node_modules \
  && npm install --no-save --no-audit --no-fund --ignore-scripts --omit=dev \
  && rm -rf node_modules/node-linux-* node_modules/.bin/node

FROM node:26.10.0-trixie-slim
ENV NODE_ENV=production KEEL_DATA=/var/lib/keel
WORKDIR /opt/keel
COPY --from=build /opt/keel /opt/keel
RUN install --directory --owner=node --group=node --mode=0711 /var/lib/keel
USER node
VOLUME /var/lib/keel
EXPOSE 7300
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "--eval", "fetch('http://127.0.0.1:7300/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "cli/keel.ts"]
CMD ["serve", "--host", "0.0.0.0"]
