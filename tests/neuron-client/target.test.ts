import { describe, expect, it } from 'vitest';
import { OperatorError } from '../../src/model/operator-error.ts';
import { parseTarget } from '../../src/peers/target/parse-target.ts';

describe('a target', () => {
  it.each([
    ['neuron.example.com', 'https://neuron.example.com', 'neuron.example.com'],
    ['neuron.example.com:8443', 'https://neuron.example.com:8443', 'neuron.example.com:8443'],
    ['neuron.example.com:443', 'https://neuron.example.com', 'neuron.example.com'],
    ['https://Neuron.Example.com/', 'https://neuron.example.com', 'neuron.example.com'],
    ['  neuron.example.com ', 'https://neuron.example.com', 'neuron.example.com'],
    ['bücher.example', 'https://xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['localhost', 'http://localhost', 'localhost'],
    ['localhost:8080', 'http://localhost:8080', 'localhost:8080'],
    ['localhost:443', 'http://localhost:443', 'localhost:443'],
    ['127.0.0.1:80', 'http://127.0.0.1', '127.0.0.1'],
    ['127.8.9.1:8080', 'http://127.8.9.1:8080', '127.8.9.1:8080'],
    ['[::1]:8080', 'http://[::1]:8080', '[::1]:8080'],
    ['https://localhost:8443', 'https://localhost:8443', 'localhost:8443'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080', '127.0.0.1:8080'],
    ['192.0.2.7', 'https://192.0.2.7', '192.0.2.7'],
  ])('%s is %s', (text, origin, host) => {
    expect(parseTarget(text)).toEqual({ origin, host });
  });

  it.each([
    ['', 'TARGET_EMPTY', 'The target is empty.'],
    ['http://', 'TARGET_NOT_A_URL', 'The target "http://" is neither a host name nor a URL.'],
    ['not a host', 'TARGET_NOT_A_URL', 'The target "not a host" is neither a host name nor a URL.'],
    ['host:99999', 'TARGET_NOT_A_URL', 'The target "host:99999" is neither a host name nor a URL.'],
    ['ftp://host', 'TARGET_SCHEME', 'The target "ftp://host" has the scheme ftp://, but a Neuron answers over https.'],
    ['https://a:b@host', 'TARGET_CREDENTIALS', 'The target at "host" carries a user name or password.'],
    ['host/Agent', 'TARGET_PATH', 'The target "host/Agent" goes on after the host.'],
    ['https://host?x=1', 'TARGET_PATH', 'The target "https://host?x=1" goes on after the host.'],
    [
      'http://neuron.example.com',
      'TARGET_PLAIN_HTTP',
      'The target "http://neuron.example.com" would send passwords and tokens in clear.',
    ],
    [
      'http://localhost.example.com',
      'TARGET_PLAIN_HTTP',
      'The target "http://localhost.example.com" would send passwords and tokens in clear.',
    ],
    [
      'http://127.0.0.1.example.com',
      'TARGET_PLAIN_HTTP',
      'The target "http://127.0.0.1.example.com" would send passwords and tokens in clear.',
    ],
  ])('%j is refused as %s', (text, code, message) => {
    expect(() => parseTarget(text)).toThrow(
      expect.objectContaining({ code, message, next: expect.stringMatching(/\.$/) }),
    );
    expect(() => parseTarget(text)).toThrow(OperatorError);
  });
});
