import { expect, test } from 'vitest';
import { loadContract } from '../../src/contract/catalogue.ts';
import { encodeBody } from '../../src/run/body.ts';

const { endpoints } = loadContract();
const login = endpoints.find(({ endpoint }) => endpoint === 'Account/Login');

const written = (value: Parameters<typeof encodeBody>[0]): unknown => {
  if (login === undefined) throw new Error('the contract has no Account/Login');
  return encodeBody(value, 'xml', login, () => 'part').bytes;
};

test.each([
  ['a member that nothing names becomes an attribute', { priority: 'high' }, 'priority="high"'],
  ['a name in other letters stays in other letters', { username: 'alice' }, 'username="alice"'],
  ['a list is not taken for its only item', { seconds: [60] }, 'seconds="[60]"'],
  ['an object is written as one', { seconds: { seconds: 60 } }, 'seconds="{&quot;seconds&quot;:60}"'],
])('in XML, %s', (_, value, attribute) => {
  expect(written(value)).toBe(`<Login xmlns="https://waher.se/Schema/BrokerAgent.xsd" ${attribute}/>`);
});
