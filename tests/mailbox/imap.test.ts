import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test as plain } from 'vitest';
import { selfSigned } from '../../src/peers/mailbox/certificate.ts';
import { type Mailbox, type MailboxOptions, openMailbox } from '../../src/peers/mailbox/index.ts';
import { startDovecot } from '../peers/dovecot.mjs';
import { mailTo, never } from './helpers.ts';
import { testWith } from './peers/debian.ts';
import { walkJourney } from './peers/journey.ts';
import { type OpenSmtpd, startOpenSmtpd } from './peers/opensmtpd.ts';

const test = testWith({ dovecot: 'dovecot-imapd dovecot-lmtpd', smtpd: 'opensmtpd' });
const ready = test === plain;

describe('a real Dovecot, delivered to by a real OpenSMTPD', () => {
  const tls = selfSigned(['localhost', '127.0.0.1'], Date.now());
  let dovecot: Awaited<ReturnType<typeof startDovecot>>;
  let smtpd: OpenSmtpd;

  beforeAll(async () => {
    if (!ready) return;
    dovecot = await startDovecot(tls);
    smtpd = await startOpenSmtpd(dovecot.lmtp);
  }, 30_000);

  afterAll(async () => {
    await smtpd?.stop();
    await dovecot?.stop();
  });

  const using = async <T>(
    options: { [key in keyof MailboxOptions]?: MailboxOptions[key] | undefined },
    use: (mailbox: Mailbox) => Promise<T>,
    path = '',
  ): Promise<T> => {
    const url = `imap://qa%40mail.example@127.0.0.1:${dovecot.imap}${path}`;
    const given = { runId: 'r1', password: 'secret', domain: 'mail.example', ...options };
    const mailbox = await openMailbox(url, given, AbortSignal.timeout(10_000));
    try {
      return await use(mailbox);
    } finally {
      await mailbox.close();
    }
  };

  test('a mail relayed by SMTP is found in the folder, read and not changed', async () => {
    await using({ probe: smtpd.smtp }, async mailbox => {
      const to = mailbox.address('alice');
      await mailTo(smtpd.smtp, to, 'Your code is 111111');
      await mailbox.waitFor({
        to,
        since: { adapter: 'imap', at: 0, position: 0 },
        deadline: Date.now() + 5_000,
        signal: never(),
      });
      const since = await mailbox.watermark(never());
      const wait = mailbox.waitFor({ to, since, deadline: Date.now() + 5_000, signal: never() });
      await mailTo(smtpd.smtp, mailbox.address('bob'), 'Your code is 222222');
      await mailTo(smtpd.smtp, to, 'Your code is 003333');
      const arrived = await wait;
      expect(arrived.kind === 'arrived' && arrived.mails.map(mail => [mail.envelopeFrom, mail.code.code])).toEqual([
        ['noreply@neuron.example.com', '003333'],
      ]);
      expect(arrived.kind === 'arrived' && arrived.mails[0]?.received.length).toBeGreaterThanOrEqual(2);
      expect(await mailbox.probe(never())).toMatchObject({ kind: 'works' });
    });
  });

  test('plus-addresses are the default of an account, and the headers of the envelope are believed', async () => {
    await using({ domain: undefined }, async mailbox => {
      const [alice, bob] = [mailbox.address('alice'), mailbox.address('bob')];
      expect(alice).toBe('qa+alice.r1@mail.example');
      const since = await mailbox.watermark(never());
      await dovecot.deliver(bob, 'Your code is 222222', {
        headers: { To: alice },
        envelope: { from: 'a@b.example', to: bob },
      });
      await dovecot.deliver([alice, bob], 'Your code is 444444');
      const arrived = await mailbox.waitFor({ to: alice, since, deadline: Date.now() + 5_000, signal: never() });
      expect(arrived.kind === 'arrived' && arrived.mails.map(mail => mail.code.code)).toEqual(['444444']);
    });
  });

  test('a hundred actors wait on one connection, with a thousand mails in the folder before theirs', async () => {
    const text = 'Your code is 999999';
    for (let sent = 0; sent < 1_000; sent += 100) {
      await Promise.all(
        Array.from({ length: 4 }, () =>
          dovecot.deliver(
            Array.from({ length: 25 }, (_, n) => `old${sent}.${n}@mail.example`),
            text,
          ),
        ),
      );
    }
    await using({ runId: 'crowd' }, async mailbox => {
      const since = await mailbox.watermark(never());
      const actors = Array.from({ length: 100 }, (_, index) => mailbox.address(`actor${index}`));
      const deadline = Date.now() + 20_000;
      const waits = actors.map(to => mailbox.waitFor({ to, since, deadline, signal: never() }));
      await Promise.all(actors.map((to, index) => dovecot.deliver(to, `Your code is ${100_000 + index}`)));
      const codes = (await Promise.all(waits)).map(
        wait => wait.kind === 'arrived' && wait.mails.map(mail => mail.code.code),
      );
      expect(codes).toEqual(actors.map((_, index) => [`${100_000 + index}`]));
    });
  }, 60_000);

  test('a connection cut in the middle of a mail is made again, and the mail is read', async () => {
    const cut = await cuttingProxy(dovecot.imap, 200_000);
    try {
      const url = `imap://qa@127.0.0.1:${cut.port}`;
      const options = { runId: 'cut', password: 'secret', domain: 'mail.example' };
      const mailbox = await openMailbox(url, options, AbortSignal.timeout(10_000));
      const to = mailbox.address('alice');
      const since = await mailbox.watermark(never());
      const attachments = [{ filename: 'big.bin', content: Buffer.alloc(600_000, 7) }];
      await dovecot.deliver(to, 'Your code is 707070', { attachments });
      const arrived = await mailbox.waitFor({ to, since, deadline: Date.now() + 8_000, signal: never() });
      await mailbox.close();
      expect(arrived.kind === 'arrived' && arrived.mails.map(mail => mail.code.code)).toEqual(['707070']);
      expect(cut.cuts()).toBe(1);
    } finally {
      await cut.stop();
    }
  }, 20_000);

  test('30 MB are read within the deadline, and two mails with one Message-ID are two mails', async () => {
    await using({ runId: 'big' }, async mailbox => {
      const to = mailbox.address('alice');
      const since = await mailbox.watermark(never());
      const attachments = [{ filename: 'big.bin', content: Buffer.alloc(22 * 1024 * 1024, 65) }];
      await dovecot.deliver(to, 'Your code is 303030', { attachments, messageId: '<same@neuron.example.com>' });
      await dovecot.deliver(to, 'Your code is 313131', { messageId: '<same@neuron.example.com>' });
      const arrived = await mailbox.waitFor({ to, since, deadline: Date.now() + 20_000, signal: never(), count: 2 });
      expect(
        arrived.kind === 'arrived' && arrived.mails.map(mail => [mail.code.code, mail.bytes > 30_000_000]),
      ).toEqual([
        ['303030', true],
        ['313131', false],
      ]);
    });
  }, 40_000);

  test('the journey passes through OpenSMTPD and Dovecot', async () => {
    const mailbox = `imap://qa%40mail.example@127.0.0.1:${dovecot.imap}/INBOX`;
    const subjects = await walkJourney(smtpd.smtp, mailbox, { NEURON_MAILBOX_PASSWORD: 'secret' });
    expect(subjects.length).toBeGreaterThanOrEqual(2);
  }, 60_000);

  test('what an operator got wrong is said in one sentence', async () => {
    const opening = async (url: string, more: Partial<MailboxOptions> = {}) => {
      const options = { runId: 'r1', password: 'secret', ...more };
      const error = await openMailbox(url, options, AbortSignal.timeout(10_000)).catch(each => each);
      return `${error.code}: ${error.message} → ${error.next}`.replaceAll(/:\d{4,5}\b/g, ':PORT');
    };
    const { imap, imaps } = dovecot;
    expect(await opening(`imap://qa@127.0.0.1:${imap}`, { password: 'wrong' })).toMatchInlineSnapshot(
      `"MAILBOX_REFUSED: The mailbox at imap://qa@127.0.0.1:PORT/INBOX refuses the user qa: Authentication failed. → Check the user in the URL and the password in NEURON_MAILBOX_PASSWORD."`,
    );
    expect(await opening(`imap://qa@127.0.0.1:${imap}/Code`)).toMatchInlineSnapshot(
      `"MAILBOX_NO_FOLDER: There is no folder "Code" in the mailbox at imap://qa@127.0.0.1:PORT/Code. Did you mean "Codes"? → Name one of: INBOX, Codes."`,
    );
    expect(await opening(`imaps://qa@127.0.0.1:${imaps}`)).toMatchInlineSnapshot(
      `"MAILBOX_TLS: There is no trusted TLS to the mailbox at imaps://qa@127.0.0.1:PORT/INBOX: self-signed certificate. → Use imaps:// for a port that speaks TLS at once and imap:// for STARTTLS; name your own authority with --ca."`,
    );
    expect(await opening(`imaps://qa@127.0.0.1:${imap}`)).toMatchInlineSnapshot(
      `"MAILBOX_TLS: There is no trusted TLS to the mailbox at imaps://qa@127.0.0.1:PORT/INBOX: the port does not speak TLS. → Use imaps:// for a port that speaks TLS at once and imap:// for STARTTLS; name your own authority with --ca."`,
    );
    expect(await opening('imap://qa@127.0.0.1:9')).toMatchInlineSnapshot(
      `"MAILBOX_UNREACHABLE: The mailbox at imap://qa@127.0.0.1:9/INBOX cannot be reached: connect ECONNREFUSED 127.0.0.1:9 → Check that an IMAP server listens there, and the port (143 for imap://, 993 for imaps://)."`,
    );
    const secure = await openMailbox(
      `imaps://qa@127.0.0.1:${imaps}/Codes`,
      { runId: 'r1', password: 'secret', ca: tls.cert },
      never(),
    );
    await secure.close();
  }, 30_000);
});

/** Passes everything on until `after` bytes of answers have gone through one connection, and cuts that one. */
async function cuttingProxy(target: number, after: number) {
  let cuts = 0;
  const sockets = new Set<Socket>();
  const server = createServer(client => {
    const upstream = connect(target, '127.0.0.1');
    let passed = 0;
    for (const socket of [client, upstream]) sockets.add(socket.on('error', () => {}));
    client.pipe(upstream);
    upstream.on('data', chunk => {
      passed += chunk.length;
      if (cuts === 0 && passed > after) {
        cuts += 1;
        client.destroy();
        upstream.destroy();
      } else client.write(chunk);
    });
    upstream.on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cuts: () => cuts,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
