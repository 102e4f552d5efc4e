import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { curlCommand, prettyJson } from '../../src/report/html/shared.ts';

test('a shell makes of the copied command what was sent, with its own values for secrets', () => {
  const text = `{"eMail":"o'neil@mail.example","code":"«#code:alice»","jwt":"«jwt:alice#2»","key":"«api-key»"}`;
  const command = curlCommand({
    method: 'POST',
    url: 'https://neuron.example.com/Agent/Account/VerifyEMail',
    headers: [
      ['Host', 'neuron.example.com'],
      ['Authorization', 'Bearer «jwt:alice»'],
    ],
    body: { text, bytes: text.length, truncated: false },
  });
  const printed = execFileSync('sh', ['-c', `curl() { printf '%s\\n' "$@"; }\n${command}`], {
    encoding: 'utf8',
    env: { CODE_ALICE: '483920', JWT_ALICE: 'first', JWT_ALICE_2: '$second', NEURON_API_KEY: 'key' },
  });
  expect(printed.split('\n')).toEqual([
    '-i',
    '-X',
    'POST',
    'https://neuron.example.com/Agent/Account/VerifyEMail',
    '-H',
    'Authorization: Bearer first',
    '--data-binary',
    `{"eMail":"o'neil@mail.example","code":483920,"jwt":"$second","key":"key"}`,
    '',
  ]);
});

test('JSON is shown in lines, as it was sent', () => {
  expect(prettyJson('{"code":"«#code:alice»","a":[1.50,{}],"a":""}')).toBe(
    '{\n  "code": "«#code:alice»",\n  "a": [\n    1.50,\n    {}\n  ],\n  "a": ""\n}',
  );
  expect(prettyJson('{"cut":[')).toBe('{"cut":[');
});
