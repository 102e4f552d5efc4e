import { hmac } from './calls.ts';
import { Driver, HOST, KEY, PROOF, START } from './driver.ts';
import { Deviation } from './transcript.ts';

interface Who {
  userName: string;
  eMail: string;
  password: string;
  phoneNr?: string;
}

const NS = 'https://waher.se/Schema/BrokerAgent.xsd';
const XML = { 'content-type': 'text/xml', accept: 'text/xml' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const element = (name: string, members: object = {}) =>
  `<${name} xmlns="${NS}"${Object.entries(members)
    .map(([key, value]) => ` ${key}="${value}"`)
    .join('')}/>`;

const who = (userName: string): Who => ({
  userName,
  eMail: `${userName}@mail.test`,
  password: `Password of ${userName}`,
});
const basic = (name: string, password: string) => ({ authorization: `Basic ${btoa(`${name}:${password}`)}` });

/** Whether a host says anything else on the tour than what is expected. */
export async function deviates(
  faults: readonly string[],
  dialect: Record<string, string>,
  expected: readonly string[],
): Promise<boolean> {
  try {
    return (await tour(faults, dialect, expected)).length !== expected.length;
  } catch (error) {
    if (error instanceof Deviation) return true;
    throw error;
  }
}

/** Walks through everything that the host does and writes down all it says, mails included. */
export async function tour(
  faults: readonly string[],
  dialect: Record<string, string> = {},
  expected: readonly string[] | null = null,
): Promise<string[]> {
  const driver = new Driver(faults, dialect, expected);
  const ask = driver.ask.bind(driver);
  let nonces = 0;
  const nonce = () => `nonce-${String(nonces++).padStart(30, '0')}`;
  const unlock = () => driver.host.auditor.succeed('127.0.0.1');

  const createBody = (
    person: Who,
    changes: Record<string, unknown> = {},
    host = HOST,
    order = (parts: string[]) => parts,
  ) => {
    const all = { ...person, apiKey: KEY.apiKey, nonce: nonce(), seconds: 3600, ...changes };
    const phone = all.phoneNr === undefined ? [] : [all.phoneNr];
    const parts = order([all.userName, host, all.eMail, ...phone, all.password, all.apiKey, all.nonce]);
    return { signature: hmac(KEY.apiSecret, parts), ...all };
  };
  const loginBody = (
    person: Who,
    changes: Record<string, unknown> = {},
    host = HOST,
    order = (parts: string[]) => parts,
  ) => {
    const all = { userName: person.userName, nonce: nonce(), seconds: 3600, ...changes };
    return { signature: hmac(person.password, order([all.userName, host, all.nonce])), ...all };
  };
  const verify = async (person: Who, step = `verify ${person.userName}`) =>
    ask(step, 'Account/VerifyEMail', { body: { eMail: person.eMail, code: driver.code(person.userName) } });
  const login = async (step: string, person: Who, changes: Record<string, unknown> = {}) =>
    String((await ask(step, 'Account/Login', { body: loginBody(person, changes) })).jwt ?? '');

  /** Codes by SMS: wrong ones, another's, used ones, and those that are sent again, the number verified before the address. */
  const phones = async () => {
    const petra = { ...who('petra'), phoneNr: '+46701000001' };
    const quirin = { ...who('quirin'), phoneNr: '+46701000002' };
    for (const person of [petra, quirin])
      await ask(`create ${person.userName}`, 'Account/Create', { body: createBody(person, { language: 'sv' }) });
    const send = async (step: string, code: string | number) => {
      await ask(step, 'Account/VerifyPhoneNr', { body: { phoneNr: petra.phoneNr, code } });
      unlock();
    };
    const resend = async (step: string, person: Who, members: object) => {
      await ask(step, 'Account/ResendVerificationCodes', { body: { eMail: person.eMail, ...members } });
      unlock();
    };
    const code = driver.code('petra', 'phoneNr');
    await send('verify phone with a neighbour', Number(code) === 999_999 ? 999_998 : Number(code) + 1);
    await send('verify phone with code of quirin', driver.code('quirin', 'phoneNr'));
    await resend('resend both', petra, { phoneNr: petra.phoneNr });
    await send('verify phone of petra', driver.code('petra', 'phoneNr'));
    await send('verify phone of petra again', code);
    await resend('resend the address alone', petra, {});
    await resend('resend the verified number too', petra, { phoneNr: petra.phoneNr });
    await login('login with address unverified', petra);
    unlock();
    await verify(petra);
    await login('login with both verified', petra);
  };

  const [alice, bob, carol] = [who('alice'), who('bob'), who('carol')];
  await ask('domain', 'Account/DomainInfo', { method: 'GET', headers: { 'content-type': '' } });
  await ask('domain in xml', 'Account/DomainInfo', {
    method: 'GET',
    headers: { accept: 'text/xml', 'content-type': '' },
  });

  // Creation
  const created = await ask('create alice', 'Account/Create', { body: createBody(alice, { seconds: 100 }) });
  const early = String(created.jwt ?? '');
  await ask('info of disabled', 'Account/Info', { token: early });
  await ask('pop of disabled', 'Xmpp/PopMessages', { token: early });
  await ask('send of disabled', 'Xmpp/SendTextMessage', {
    token: early,
    body: { to: 'bob@neuron.test', message: 'x' },
  });
  await login('login of disabled', alice);
  unlock();
  const code = driver.code('alice');
  const near = String(Number(code) === 999_999 ? 999_998 : Number(code) + 1);
  const mixed = [...code].sort().join('') === code ? [...code].reverse().join('') : [...code].sort().join('');
  const wrongCodes = {
    neighbour: near,
    start: `${code.slice(0, 2)}${code.slice(2) === '0000' ? '1111' : '0000'}`,
    end: `${code.slice(0, 3) === '111' ? '222' : '111'}${code.slice(3)}`,
    mixed,
    word: 'abc',
  };
  for (const [name, wrong] of Object.entries(wrongCodes)) {
    if (wrong === code) continue;
    driver.transcript.name(`code ${name}`, wrong);
    await ask(`verify with ${name}`, 'Account/VerifyEMail', { body: { eMail: alice.eMail, code: wrong } });
    unlock();
  }
  await ask('verify with a number', 'Account/VerifyEMail', { body: { eMail: 'other@mail.test', code: 123456 } });
  await ask('verify with a member more', 'Account/VerifyEMail', {
    body: { eMail: 'other@mail.test', code: 1, more: 1 },
  });
  await ask('verify with a bad token', 'Account/VerifyEMail', {
    token: 'bad',
    body: { eMail: 'other@mail.test', code: 1 },
  });
  unlock();
  await ask('create bob in swedish', 'Account/Create', { body: createBody(bob, { language: 'sv' }) });
  await ask('verify alice with code of bob', 'Account/VerifyEMail', {
    body: { eMail: alice.eMail, code: driver.code('bob') },
  });
  await ask('resend for alice', 'Account/ResendVerificationCodes', { token: early, body: { eMail: alice.eMail } });
  await verify(alice);
  await ask('verify again', 'Account/VerifyEMail', { body: { eMail: alice.eMail, code } });
  unlock();
  await ask('resend for verified', 'Account/ResendVerificationCodes', { body: { eMail: alice.eMail } });
  await ask('verify bob in xml', 'Account/VerifyEMail', {
    headers: XML,
    body: element('VerifyEMail', { eMail: bob.eMail, code: driver.code('bob') }),
  });
  driver.now += 1_000;

  // Names, signatures, nonces, members
  await ask('create again', 'Account/Create', { body: createBody(alice) });
  await ask('name taken', 'Account/Create', { body: createBody({ ...alice, password: 'another password' }) });
  await login('login after name taken', alice);
  for (const userName of ['d@ve', 'dave'])
    await ask(`create ${userName}`, 'Account/Create', { body: createBody(who(userName)) });
  const phone = { ...who('phoebe'), phoneNr: '+46701234567' };
  await ask('create with phone', 'Account/Create', { body: createBody(phone) });
  await verify(phone);
  await login('login with phone unverified', phone);
  await ask('verify phone', 'Account/VerifyPhoneNr', {
    body: { phoneNr: phone.phoneNr, code: driver.code('phoebe', 'phoneNr') },
  });
  await phones();
  const names = { case: 'ALICE', width: 'ａｌｉｃｅ', script: 'ири\u0301на' };
  for (const [index, [name, userName]] of Object.entries(names).entries())
    await ask(`create in another ${name}`, 'Account/Create', {
      body: createBody(who(userName), { eMail: `name${index}@mail.test` }),
    });
  unlock();
  await ask('create in xml', 'Account/Create', {
    headers: XML,
    body: element('CreateAccount', createBody(who('xavier'))),
  });
  const swap = (parts: string[]) => parts.with(0, parts[1] ?? '').with(1, parts[0] ?? '');
  const badCreates: Record<string, unknown> = {
    host: createBody(carol, {}, 'other.example'),
    order: createBody(carol, {}, HOST, swap),
    'no signature': { ...createBody(carol), signature: 'A'.repeat(43).concat('=') },
    'half a signature': (({ signature, ...rest }) => ({ ...rest, signature: signature.slice(0, 10) }))(
      createBody(carol),
    ),
    'a member more': { ...createBody(carol), more: 1 },
  };
  for (const [name, body] of Object.entries(badCreates)) {
    await ask(`create with ${name}`, 'Account/Create', { body });
    unlock();
  }
  const used = nonce();
  await ask('create carol with nonce', 'Account/Create', { body: createBody(carol, { nonce: used }) });
  await verify(carol);
  await ask('create erik with same nonce', 'Account/Create', { body: createBody(who('erik'), { nonce: used }) });
  await ask('login with nonce of create', 'Account/Login', { body: loginBody(carol, { nonce: used }) });
  const once = nonce();
  await login('login with nonce', alice, { nonce: once });
  await login('login with same nonce', alice, { nonce: once });
  await login('login of bob with same nonce', bob, { nonce: once });
  await login('login with short nonce', alice, { nonce: 'x'.repeat(31) });
  const badLogins: Record<string, unknown> = {
    host: loginBody(alice, {}, 'other.example'),
    order: loginBody(alice, {}, HOST, swap),
    case: (({ signature, ...rest }) => ({ ...rest, signature: signature.toLowerCase() }))(loginBody(alice)),
    prefix: (({ signature, ...rest }) => ({ ...rest, signature: signature.slice(0, 20) }))(loginBody(alice)),
    password: loginBody({ ...alice, password: 'wrong' }),
    'unknown user': loginBody(who('nobody')),
    'a member more': { ...loginBody(alice), more: 1 },
    'other case': (({ userName, ...rest }) => ({ ...rest, UserName: userName }))(loginBody(alice)),
  };
  for (const [name, body] of Object.entries(badLogins)) {
    await ask(`login with ${name}`, 'Account/Login', { body });
    unlock();
  }
  await ask('login in xml', 'Account/Login', { headers: XML, body: element('Login', loginBody(alice)) });
  await ask('login in another namespace', 'Account/Login', {
    headers: XML,
    body: element('Login', loginBody(alice)).replace(NS, 'urn:x'),
  });

  // Auditing: three failures, a success, three failures
  for (let n = 0; n < 6; n++) {
    await ask(`failure ${n}`, 'Account/Login', { body: loginBody({ ...alice, password: 'wrong' }) });
    if (n === 2) await login('success between failures', alice);
  }
  await login('success after failures', alice);
  unlock();

  // Lives of tokens
  const lives = [0, 1, 3600, 3601, 86_400, -5, true, undefined, '60', 1.5, 'abc'];
  await ask('refresh with a member more', 'Account/Refresh', { token: early, body: { seconds: 60, more: 1 } });
  const refreshing = await login('login to refresh', bob);
  let current = refreshing;
  for (const seconds of lives) {
    await ask(`create for ${seconds}`, 'Account/Create', {
      body: createBody(who(`life${String(seconds).replace('.', '-')}`), { seconds }),
    });
    await login(`login for ${seconds}`, alice, { seconds });
    await ask(`www for ${seconds}`, 'Account/WwwLogin', { headers: basic('alice', alice.password), body: { seconds } });
    const refreshed = await ask(`refresh for ${seconds}`, 'Account/Refresh', { token: current, body: { seconds } });
    if (seconds === 3600 && typeof refreshed.jwt === 'string') current = refreshed.jwt;
    else current = await login(`login after ${seconds}`, bob);
    unlock();
  }
  const short = await login('short login', alice, { seconds: 5 });
  driver.now += 5_000;
  for (const endpoint of ['Account/Info', 'Account/Refresh', 'Xmpp/PopMessages']) {
    await ask(`${endpoint} with ended token`, endpoint, {
      token: short,
      ...(endpoint.endsWith('Refresh') && { body: { seconds: 9 } }),
    });
    unlock();
  }
  await ask('ended token', 'Account/AuthenticateJwt', { body: { token: short } });
  unlock();
  const old = await login('login before refresh', alice);
  const renewed = String((await ask('refresh', 'Account/Refresh', { token: old, body: { seconds: 60 } })).jwt ?? '');
  await ask('info with new token', 'Account/Info', { token: renewed });
  await ask('info with old token', 'Account/Info', { token: old });
  unlock();
  const token = await login('login alice', alice);
  const bobs = await login('login bob', bob);
  const [header = '', payload = '', signature = ''] = token.split('.');
  const forged = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
  const tokens = {
    altered: `${header}.${payload}.${signature.slice(1)}A`,
    short: `${header}.${payload}.${signature.slice(0, 9)}`,
    unsigned: `${forged}.${payload}.`,
    garbage: 'garbage',
  };
  for (const [name, bad] of Object.entries(tokens)) {
    await ask(`info with ${name} token`, 'Account/Info', { token: bad });
    await ask(`authenticate ${name} token`, 'Account/AuthenticateJwt', { body: { token: bad } });
    unlock();
  }
  await ask('authenticate', 'Account/AuthenticateJwt', { body: { token } });
  await ask('info', 'Account/Info', { token });
  await ask('info in xml', 'Account/Info', { token, headers: XML, body: element('GetAccountInfo') });
  await ask('references', 'Account/RemoteReferences', { token });
  await ask('authenticate by header', 'Account/AuthenticateJwt', { token });
  await ask('petition', 'Account/RemoteQuickLogin', { body: { legalId: 'x@legal.test', purpose: 'p' } });
  await ask('resend by phone', 'Account/ResendVerificationCodes', { body: { phoneNr: '+461' } });
  unlock();
  await ask('contact without groups', 'Xmpp/SetRosterItem', { token: bobs, body: { bareJid: 'c@x.test', name: 'C' } });
  const leaving = await login('login to leave', carol);
  await ask('log out', 'Account/Logout', { token: leaving });
  for (const endpoint of ['Account/Info', 'Account/Refresh', 'Xmpp/SendTextMessage', 'Xmpp/PopMessages']) {
    const bodies: Record<string, unknown> = {
      'Account/Refresh': { seconds: 9 },
      'Xmpp/SendTextMessage': { to: 'x@y', message: 'm', id: 'i' },
    };
    await ask(`${endpoint} after log-out`, endpoint, { token: leaving, body: bodies[endpoint] ?? {} });
    unlock();
  }
  await ask('authenticate after log-out', 'Account/AuthenticateJwt', { body: { token: leaving } });
  unlock();

  // Transport
  await ask('unknown path', 'Account/Nothing', { method: 'GET' });
  await ask('wrong method', 'Account/Login', { method: 'GET' });
  await ask('options', 'Account/Info', { method: 'OPTIONS', headers: { origin: 'https://app.test' } });
  await ask('unacceptable', 'Account/Info', { token, headers: { accept: 'image/png' } });
  await ask('refused unacceptable', 'Account/Info', { headers: { accept: 'image/png' } });
  await ask('malformed', 'Account/AuthenticateJwt', { body: '{"token":' });
  await ask('malformed log-out', 'Account/RemoteReferences', { token, body: '{"a' });
  await ask('text body', 'Account/RemoteReferences', { token, headers: { 'content-type': 'text/plain' } });
  await ask('untyped body', 'Account/RemoteReferences', { token, headers: { 'content-type': '' } });
  await ask('image body', 'Account/RemoteReferences', { token, headers: { 'content-type': 'image/png' } });
  for (const endpoint of [
    'Account/Info',
    'Account/Logout',
    'Account/Refresh',
    'Account/RemoteReferences',
    'Xmpp/PopMessages',
    'Xmpp/ClearMessages',
    'Xmpp/SendTextMessage',
    'Xmpp/GetRoster',
  ]) {
    await ask(`${endpoint} without token`, endpoint);
  }

  // Messages
  const to = 'bob@neuron.test';
  const send = (step: string, message: string, more: Record<string, unknown> = {}) =>
    ask(step, 'Xmpp/SendTextMessage', { token, body: { to, message, ...more } });
  await send('send 1', '  Ünïcödé 🧀 <b>&</b> e\u0301 \u200Fx\nsecond line  ', {
    id: 'm1',
    language: 'en',
    subject: 'Subject',
  });
  for (const n of [2, 3, 4, 5]) await send(`send ${n}`, `no. ${n}`, n === 2 ? { subject: null } : {});
  await ask('send in xml', 'Xmpp/SendTextMessage', {
    token,
    headers: XML,
    body: element('SendTextMessage', { to, message: 'x', id: 'mx' }),
  });
  await ask('send too much', 'Xmpp/SendTextMessage', { token, body: { to, message: 'x', more: 1 } });
  await ask('send too little', 'Xmpp/SendTextMessage', { token, body: { to } });
  for (const maxCount of [0, -1, 'x', 2])
    await ask(`pop ${maxCount}`, 'Xmpp/PopMessages', { token: bobs, body: { maxCount } });
  await ask('pop too much', 'Xmpp/PopMessages', { token: bobs, body: { more: 1 } });
  await ask('pop rest', 'Xmpp/PopMessages', { token: bobs });
  await ask('pop nothing', 'Xmpp/PopMessages', { token: bobs });
  await ask('pop of alice', 'Xmpp/PopMessages', { token });
  await ask('send formatted', 'Xmpp/SendFormattedMessage', { token, body: { to, message: '# A\n\n*b*', id: 'f1' } });
  await ask('send xml', 'Xmpp/SendXmlMessage', {
    token,
    body: { to, xml: '<o xmlns="urn:o" a="1"><c>t</c></o>', id: 'x1' },
  });
  await ask('pop in xml', 'Xmpp/PopMessages', {
    token: bobs,
    headers: XML,
    body: element('PopMessages', { maxCount: 1 }),
  });
  await ask('pop others', 'Xmpp/PopMessages', { token: bobs });
  await send('send 6', 'six');
  await send('send 7', 'seven');
  await ask('clear', 'Xmpp/ClearMessages', { token: bobs });
  await ask('clear again', 'Xmpp/ClearMessages', { token: bobs });
  await ask('clear in xml', 'Xmpp/ClearMessages', { token: bobs, headers: XML, body: element('ClearMessages') });
  const query = { to: `${to}/phone`, type: 'get', xml: '<q xmlns="urn:q"/>' };
  await ask('query', 'Xmpp/InformationQuery', { token, body: query });
  await ask('query the host', 'Xmpp/InformationQuery', {
    token,
    body: { ...query, to: 'neuron.test', xml: '<ping xmlns="urn:xmpp:ping"/>' },
  });
  await ask('query of another type', 'Xmpp/InformationQuery', { token, body: { ...query, type: 'result' } });

  // Rosters
  for (const n of [1, 2, 3])
    await ask(`set contact ${n}`, 'Xmpp/SetRosterItem', {
      token,
      body: { bareJid: `c${n}@x.test`, name: `C${n}x`, Groups: ['G', 'H'] },
    });
  for (const body of [
    {},
    { offset: 0, maxCount: 1 },
    { offset: 1, maxCount: 1 },
    { offset: 2 },
    { offset: -1 },
    { maxCount: 0 },
  ]) {
    await ask(`roster ${JSON.stringify(body)}`, 'Xmpp/GetRoster', { token, body });
  }
  await ask('contact', 'Xmpp/GetRosterItem', { token, body: { bareJid: 'c1@x.test' } });
  await ask('unknown contact', 'Xmpp/GetRosterItem', { token, body: { bareJid: 'nobody@x.test' } });
  await ask('remove contact', 'Xmpp/RemoveRosterItem', { token, body: { bareJid: 'c1@x.test' } });
  await ask('removed contact', 'Xmpp/GetRosterItem', { token, body: { bareJid: 'c1@x.test' } });
  const me = 'alice@neuron.test';
  await ask('probe stranger', 'Xmpp/PresenceProbe', { token, body: { to } });
  await ask('subscribe', 'Xmpp/SendPresenceSubscription', { token, body: { to, id: 's1' } });
  await ask('decline', 'Xmpp/SendSubscriptionDeclined', { token: bobs, body: { to: me, id: 'd1' } });
  await ask('contact after declining', 'Xmpp/GetRosterItem', { token, body: { bareJid: to } });
  await ask('subscribe again', 'Xmpp/SendPresenceSubscription', { token, body: { to, id: 's2' } });
  await ask('accept', 'Xmpp/SendSubscriptionAccepted', { token: bobs, body: { to: me, id: 'a1' } });
  await ask('contact after accepting', 'Xmpp/GetRosterItem', { token, body: { bareJid: to } });
  await ask('probe', 'Xmpp/PresenceProbe', { token, body: { to } });
  await ask('unsubscribe', 'Xmpp/SendPresenceUnsubscription', { token, body: { to, id: 'u1' } });
  await ask('probe after unsubscribing', 'Xmpp/PresenceProbe', { token, body: { to } });

  // The web form and what hangs on sessions
  const fields = {
    UserName: 'webster',
    EMail: 'webster@mail.test',
    Password: 'Password of webster',
    RedirectionUrl: 'https://app.test/in?x=1',
  };
  const submit = (step: string, changes: Record<string, string>, headers: Record<string, string> = {}) =>
    ask(step, 'Account/CreateWebForm', {
      headers: { ...FORM, ...headers },
      body: new URLSearchParams({ ...fields, ...changes }).toString(),
    });
  const proof = { 'g-recaptcha-response': PROOF };
  await submit('form without proof', {});
  await submit('form with wrong proof', { 'g-recaptcha-response': 'robot-robot' });
  await submit('form to script', { ...proof, RedirectionUrl: 'javascript:alert(1)' });
  await submit('form with line break', {
    ...proof,
    UserName: 'liner',
    RedirectionUrl: 'https://app.test/\r\nX-Injected: yes',
  });
  await ask('form as json', 'Account/CreateWebForm', { body: { ...fields, ...proof, UserName: 'jason' } });
  await submit('form', proof, { cookie: 'HttpSessionID=made-up-by-the-caller' });
  await ask('token without session', 'Account/GetSessionToken');
  await ask('token of made-up session', 'Account/GetSessionToken', {
    headers: { cookie: 'HttpSessionID=made-up-by-the-caller' },
  });
  const session = driver.host.sessions.all().findLast(({ earned }) => earned !== null)?.id ?? '';
  await ask('token of session', 'Account/GetSessionToken', {
    headers: { cookie: `HttpSessionID=${encodeURIComponent(session)}` },
  });
  await login('login of web account', { ...who('webster') });
  unlock();
  await ask('quick login', 'Account/QuickLogin', { body: { seconds: 60 } });
  await ask('www challenge', 'Account/WwwLogin', { body: { seconds: 60 } });
  await ask('www wrong', 'Account/WwwLogin', { headers: basic('alice', 'wrong'), body: { seconds: 60 } });
  await ask('www other case', 'Account/WwwLogin', {
    headers: basic('alice', alice.password.toUpperCase()),
    body: { seconds: 60 },
  });
  unlock();
  for (const body of [
    { userName: 'alice', eMail: alice.eMail },
    { userName: 'nobody', eMail: 'x@y.test' },
    { eMail: 'x@y.test' },
    { userName: 'alice' },
    { personalNr: '1', eMail: 'x@y.test' },
  ]) {
    await ask(`recover ${JSON.stringify(body)}`, 'Account/Recover', { body });
  }
  await ask('quota', 'Account/DomainInfo', { method: 'GET' });
  const used1 = driver.host.apiKeys.find(KEY.apiKey)?.created;
  driver.transcript.add(
    'accounts',
    `${used1} ${driver.host.accounts.all().map(({ userName, enabled }) => `${userName}:${enabled}`)}`,
  );
  for (const { userName } of driver.host.accounts.all()) driver.code(userName);
  for (const { letter, delay } of driver.letters) driver.transcript.add('letter', `${delay} ${JSON.stringify(letter)}`);
  driver.transcript.add('sms', JSON.stringify(driver.messages));
  driver.transcript.add('time', String(driver.now - START));
  return driver.transcript.lines;
}
