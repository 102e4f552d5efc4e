import { expect, test } from 'vitest';
import { loadContract } from '../../src/contract/catalogue.ts';
import { select } from '../../src/suite/index.ts';

const { endpoints } = loadContract();
const ids = (selection: Parameters<typeof select>[0]): readonly string[] =>
  select(selection, endpoints).map(({ endpoint }) => endpoint);

test('nothing said selects every endpoint, in the order of the contract', () => {
  expect(ids({ except: [] })).toEqual(endpoints.map(({ endpoint }) => endpoint));
});

test.each([
  [{ auth: 'session', group: ['Account'], except: [] }, ({ auth, group }) => auth === 'session' && group === 'Account'],
  [{ method: 'GET', except: [] }, ({ method }) => method === 'GET'],
  [{ body: 'multipart', except: [] }, ({ body }) => body === 'multipart'],
  [{ signed: true, except: [] }, ({ sign }) => sign === 'unknown' || sign.length > 0],
  [{ signed: false, except: [] }, ({ sign }) => sign !== 'unknown' && sign.length === 0],
  [{ settled: 'authentication', except: [] }, ({ readings }) => !('authentication' in readings)],
  [{ except: ['Account/Info'] }, ({ endpoint }) => endpoint !== 'Account/Info'],
  [
    { only: ['Account/Info', 'Account/Login'], except: ['Account/Login'] },
    ({ endpoint }) => endpoint === 'Account/Info',
  ],
] satisfies [Parameters<typeof select>[0], (spec: (typeof endpoints)[number]) => boolean][])(
  '%j',
  (selection, holds) => {
    expect(ids(selection)).toEqual(endpoints.filter(holds).map(({ endpoint }) => endpoint));
    expect(ids(selection).length).toBeGreaterThan(0);
  },
);
