import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compareOpenApi } from '../../src/contract/openapi/compare.ts';
import { operationsOf } from '../../src/contract/openapi/operations.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const file = `${root}schemas/agent-api/openapi.json`;
const ours = JSON.parse(readFileSync(file, 'utf8'));

test('the document lints clean under the recommended rules of redocly', { timeout: 30_000 }, () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/@redocly/cli/bin/cli.js', 'lint', file, '--format=json'],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, REDOCLY_TELEMETRY: 'off' },
    },
  );
  const { totals, problems } = JSON.parse(stdout.slice(stdout.indexOf('{')));
  expect([status, totals, problems], stderr).toEqual([0, { errors: 0, warnings: 0, ignored: 0 }, []]);
});

test('it has an operation for each endpoint, and agrees with itself', () => {
  expect(operationsOf(ours).size).toBe(94);
  expect(compareOpenApi(ours, ours)).toEqual([]);
});

/** A description of two endpoints as somebody else might publish it: OpenAPI 3.0, other names, everything by reference. */
const THEIRS = {
  openapi: '3.0.0',
  security: [{ Token: [] }],
  paths: {
    '/Agent/Account/Login': {
      post: {
        security: [],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Login' } } } },
        responses: { 200: { $ref: '#/components/responses/LoggedIn' } },
      },
    },
    '/Agent/Account/Logout': { post: { security: [], responses: { 200: { description: 'OK' } } } },
    '/Agent/Storage/Content/{user}/{id}': { put: { responses: { 200: { description: 'OK' } } } },
    '/Agent/Xmpp/PopMessages': {
      post: {
        responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Messages' } } } } },
      },
    },
    '/Agent/Account/Sing': { get: { responses: {} } },
  },
  components: {
    securitySchemes: { Token: { type: 'http', scheme: 'bearer' } },
    responses: {
      LoggedIn: { content: { 'application/json': { schema: { allOf: [{ $ref: '#/components/schemas/Token' }] } } } },
    },
    schemas: {
      Login: {
        type: 'object',
        required: ['userName', 'nonce'],
        properties: {
          userName: { type: 'string' },
          nonce: { type: 'integer' },
          signature: { type: 'string' },
          seconds: { type: 'integer' },
          mood: { type: 'string' },
        },
      },
      Token: {
        type: 'object',
        required: ['jwt', 'expires'],
        properties: { jwt: { type: 'string', nullable: true }, expires: { type: 'integer' } },
      },
      Messages: {
        type: 'object',
        properties: {
          Messages: {
            type: 'array',
            items: {
              type: 'object',
              required: ['from', 'to', 'type', 'timestamp'],
              properties: {
                from: { type: 'string' },
                to: { type: 'string' },
                type: { type: 'string' },
                timestamp: { type: 'boolean' },
              },
            },
          },
        },
      },
    },
  },
};

test('what another document says differently is told endpoint by endpoint', () => {
  const shared = new Set([
    'POST /Agent/Account/Login',
    'POST /Agent/Account/Logout',
    'PUT /Agent/Storage/Content/{}/{}',
    'POST /Agent/Xmpp/PopMessages',
    'GET /Agent/Account/Sing',
  ]);
  const differences = compareOpenApi(ours, THEIRS).filter(({ endpoint }) => shared.has(endpoint));
  expect(
    differences.map(({ kind, endpoint, member, ours: own, theirs }) =>
      [kind, endpoint.split('/').at(-1), member, own, theirs].join(' | '),
    ),
  ).toEqual([
    'type | Login | request.nonce | string | integer',
    'requiredness | Login | request.signature | required | optional',
    'requiredness | Login | request.seconds | required | optional',
    'member | Login | request.mood | missing | described',
    'authentication | Logout |  | bearer | none',
    'member | PopMessages | answer.Messages.id | described | missing',
    'member | PopMessages | answer.Messages.lang | described | missing',
    'type | PopMessages | answer.Messages.timestamp | integer or string | boolean',
    'member | PopMessages | answer.Messages.Content | described | missing',
    'endpoint | Sing |  | missing | described',
  ]);
  const missing = compareOpenApi(ours, THEIRS).filter(
    ({ kind, theirs }) => kind === 'endpoint' && theirs === 'missing',
  );
  expect(missing).toHaveLength(94 - 4);
});
