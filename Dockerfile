# The reference Neuron and the inbox in a container.
#
#   docker build -t neuron-conformance .
#   docker run -p 127.0.0.1:3000:3000 neuron-conformance                       the reference Neuron
#   docker run -p 127.0.0.1:1025:1025 -p 127.0.0.1:8025:8025 neuron-conformance \
#     inbox --smtp 0.0.0.0:1025 --http 0.0.0.0:8025 --no-keep                  the inbox
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs && npm prune --omit=dev --no-audit --no-fund

FROM node:22-slim
WORKDIR /app
ENV NODE_ENV=production HOME=/tmp
COPY --from=build --chown=root:root /app/package.json ./
COPY --from=build --chown=root:root /app/node_modules ./node_modules
COPY --from=build --chown=root:root /app/dist ./dist
COPY --from=build --chown=root:root /app/schemas ./schemas
COPY --from=build --chown=root:root /app/specs ./specs
COPY --from=build --chown=root:root /app/suites ./suites
COPY --from=build --chown=root:root /app/fixtures ./fixtures
USER node
EXPOSE 3000
# Alive is what answers at all: the reference Neuron on 3000, the inbox on 8025.
HEALTHCHECK --interval=5s --timeout=2s --start-period=5s --retries=3 CMD ["node", "-e", "Promise.any([3000, 8025].map(port => fetch(`http://127.0.0.1:${port}/`))).then(() => process.exit(0), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/cli/main.js"]
CMD ["serve", "--host", "0.0.0.0", "--port", "3000", "--json"]
