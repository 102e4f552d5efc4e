import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { createTransport } from 'nodemailer';
import { afterEach, expect, test } from 'vitest';
import { type Mailbox, openMailbox } from '../../src/peers/mailbox/index.ts';
import { mailTo, never, smtpTalk } from './helpers.ts';

const opened: Mailbox[] = [];

async function open(url = 'smtp://127.0.0.1:0', runId = 'r1'): Promise<Mailbox> {
  const mailbox = await openMailbox(url, { runId }, AbortSignal.timeout(10_000));
  opened.push(mailbox);
  return mailbox;
}

const start = async (mailbox: Mailbox) => mailbox.watermark(never());
const within = (ms: number) => Date.now() + ms;

afterEach(async () => {
  for (const mailbox of opened.splice(0)) await mailbox.close();
});

test('a mail is handed to the actor it is for, with its code and why it was taken', async () => {
  const mailbox = await open();
  const to = mailbox.address('alice');
  expect(to).toBe('alice.r1@conformance.example');
  const since = await start(mailbox);
  const waiting = mailbox.waitFor({ to, since, deadline: within(5_000), signal: never() });
  const text = 'Hello Alice,\n\nyour verification code is 048291.\n\nIt holds for 10 minutes, until 2026-11-21 18:30.';
  await mailTo(mailbox.url, to, text);
  const arrived = await waiting;
  if (arrived.kind !== 'arrived') throw new Error(`expected a mail, got ${arrived.kind}`);
  const [mail] = arrived.mails;
  expect(arrived.mails).toHaveLength(1);
  expect(mail).toMatchObject({
    envelopeFrom: 'noreply@neuron.example.com',
    envelopeTo: [to],
    from: 'noreply@neuron.example.com',
    to: [to],
    subject: 'Verification Code',
    text: `${text}\n`,
    html: null,
    attachments: [],
  });
  expect(mail?.code.code).toBe('048291');
  expect(mail?.code.why).toBe('048291 (text: six digits, called a code, the message speaks of a code).');
});

test('an address is one actor’s, whatever the name, and the same each time', async () => {
  const mailbox = await open();
  const names = ['alice', 'Alice', 'älice', 'a'.repeat(40), 'alice bob', 'bob', 'アリス', ''];
  const addresses = names.map(name => mailbox.address(name));
  expect(new Set(addresses).size).toBe(names.length);
  expect(names.map(name => mailbox.address(name))).toEqual(addresses);
  for (const address of addresses) expect(address).toMatch(/^[a-z0-9]?[a-z0-9-]*\.r1@conformance\.example$/);
});

test('what came before the watermark does not count', async () => {
  const mailbox = await open();
  const to = mailbox.address('alice');
  await mailTo(mailbox.url, to, 'Your code is 111111');
  const since = await start(mailbox);
  await mailTo(mailbox.url, to, 'Your code is 222222');
  expect((await mailbox.mailsFor(to, since, never())).map(mail => mail.code.code)).toEqual(['222222']);
});

test('a hundred actors wait at once and none gets another’s code', async () => {
  const mailbox = await open();
  const since = await start(mailbox);
  const actors = Array.from({ length: 100 }, (_, index) => mailbox.address(`actor${index}`));
  const waits = actors.map(to => mailbox.waitFor({ to, since, deadline: within(10_000), signal: never() }));
  const transport = createTransport({ pool: true, maxConnections: 5, ignoreTLS: true, ...hostAndPort(mailbox) });
  await Promise.all(
    actors.map((to, index) =>
      transport.sendMail({ from: 'a@b.example', to, subject: 'Code', text: `Code: ${200_000 + index}` }),
    ),
  );
  transport.close();
  const codes = (await Promise.all(waits)).map(
    wait => wait.kind === 'arrived' && wait.mails.map(mail => mail.code.code),
  );
  expect(codes).toEqual(actors.map((_, index) => [`${200_000 + index}`]));
});

test('one mail to many recipients is each one’s, with the envelope as it was given', async () => {
  const mailbox = await open();
  const since = await start(mailbox);
  const actors = Array.from({ length: 300 }, (_, index) => mailbox.address(`actor${index}`));
  await mailTo(mailbox.url, actors, 'Your code is 333333', { headers: { To: 'undisclosed-recipients:;' } });
  const [mail] = await mailbox.mailsFor(mailbox.address('actor299'), since, never());
  expect(mail?.envelopeTo).toEqual(actors);
});

test('8BITMIME and SMTPUTF8: bytes above 127 in body, header and address come as they were sent', async () => {
  const mailbox = await open();
  const since = await start(mailbox);
  const to = 'kåre@conformance.example';
  await smtpTalk(mailbox.relay ?? '', [
    'EHLO client.example',
    'MAIL FROM:<jürgen@neuron.example.com> SMTPUTF8 BODY=8BITMIME',
    `RCPT TO:<${to}>`,
    'DATA',
    `From: jürgen@neuron.example.com\r\nTo: ${to}\r\nSubject: Prüfcode\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nPrüfcode: 444444\r\n.`,
    'QUIT',
  ]);
  const [mail] = await mailbox.mailsFor(to, since, never());
  expect(mail).toMatchObject({
    envelopeFrom: 'jürgen@neuron.example.com',
    subject: 'Prüfcode',
    text: 'Prüfcode: 444444\n',
  });
  expect(mail?.code.code).toBe('444444');
});

test('STARTTLS with a certificate of its own for the place it listens at', async () => {
  const mailbox = await open();
  const { host, port } = hostAndPort(mailbox);
  const socket = connect(port, host);
  const heard = () => new Promise<string>(resolve => socket.once('data', data => resolve(data.toString())));
  expect(await heard()).toMatch(/^220 /);
  socket.write('EHLO client.example\r\n');
  expect(await heard()).toContain('STARTTLS');
  socket.write('STARTTLS\r\n');
  expect(await heard()).toMatch(/^220 /);
  const tls = connectTls({ socket, rejectUnauthorized: false });
  await new Promise(resolve => tls.once('secureConnect', resolve));
  const { subject, subjectaltname } = tls.getPeerCertificate();
  expect({ ...subject, subjectaltname }).toEqual({
    CN: 'localhost',
    subjectaltname: 'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1',
  });
  tls.destroy();
});

test('a mail beyond the size limit is refused, before it is sent where the client says its size', async () => {
  const mailbox = await open();
  const answers = await smtpTalk(mailbox.relay ?? '', [
    'EHLO client.example',
    'MAIL FROM:<a@b.example> SIZE=50000000',
    'QUIT',
  ]);
  expect(answers[1]).toContain('SIZE 41943040');
  expect(answers[2]).toMatch(/^552 /);
});

test('more large mails at once than are read at once all come', async () => {
  const mailbox = await open();
  const since = await start(mailbox);
  const actors = Array.from({ length: 10 }, (_, index) => mailbox.address(`actor${index}`));
  const attachments = [{ filename: 'big.bin', content: Buffer.alloc(2 * 1024 * 1024, 65) }];
  const sent = actors.map((to, index) => mailTo(mailbox.url, to, `Your code is ${600_000 + index}`, { attachments }));
  await Promise.all(sent);
  const codes = actors.map(async to => (await mailbox.mailsFor(to, since, never())).map(mail => mail.code.code));
  expect(await Promise.all(codes)).toEqual(actors.map((_, index) => [`${600_000 + index}`]));
});

test('a mail that never comes: late with the last one seen; the loop-back probe works all the same', async () => {
  const mailbox = await open();
  const since = await start(mailbox);
  await mailTo(mailbox.url, 'somebody@else.example', 'Hello');
  const wait = await mailbox.waitFor({ to: mailbox.address('alice'), since, deadline: within(200), signal: never() });
  expect(wait.kind === 'late' && wait.last?.envelopeTo).toEqual(['somebody@else.example']);
  expect(await mailbox.probe(never())).toMatchObject({ kind: 'works' });
});

test('giving up a wait ends it at once', async () => {
  const mailbox = await open();
  const stop = new AbortController();
  const wait = mailbox.waitFor({
    to: mailbox.address('a'),
    since: await start(mailbox),
    deadline: within(60_000),
    signal: stop.signal,
  });
  setTimeout(() => stop.abort(new Error('interrupted')), 20);
  await expect(wait).rejects.toThrow('interrupted');
});

test('a port that is taken, and a URL that is none, are said in one sentence', async () => {
  const mailbox = await open();
  const failing = async (url: string) => {
    const error = await openMailbox(url, { runId: 'r1' }, never()).catch(each => each);
    return `${error.code}: ${error.message} → ${error.next}`.replaceAll(/:\d{4,5}\b/g, ':PORT');
  };
  const forms =
    'Give one of: smtp://host:port, mailhog+http://host:port, mailpit+http://host:port, imap://user@host/folder, mailhog+docker:.';
  expect(await failing(mailbox.url)).toBe(
    'MAILBOX_CANNOT_LISTEN: The embedded mailbox cannot listen on 127.0.0.1:PORT: listen EADDRINUSE: address already in use 127.0.0.1:PORT. → Choose a free port, or port 0 to have one chosen: --mailbox smtp://127.0.0.1:0.',
  );
  expect(await failing('mailhug+http://127.0.0.1:1')).toBe(
    `MAILBOX_NOT_A_URL: There is no mailbox of the kind "mailhug+http". Did you mean "mailhog+http"? → ${forms}`,
  );
  expect(await failing('somewhere')).toBe(`MAILBOX_NOT_A_URL: "somewhere" is no mailbox URL. → ${forms}`);
});

function hostAndPort(mailbox: Mailbox): { readonly host: string; readonly port: number } {
  const url = new URL(mailbox.url);
  return { host: url.hostname, port: Number(url.port) };
}
