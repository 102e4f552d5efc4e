/** The part of a standalone replay that is the same in every script. Plain JavaScript for Node 18 and later. */
export const RUNTIME = String.raw`
const env = process.env;
const target = (env.NEURON_HOST ?? CHAIN.target).replace(/\/+$/, '');
const base = /^https?:\/\//.test(target) ? target : (/^(localhost|127\.|\[::1\])/.test(target) ? 'http://' : 'https://') + target;
const host = new URL(base).host;

const need = (name, what) => {
  const value = env[name];
  if (value) return value;
  console.error('Set ' + name + ': ' + what + '.');
  process.exit(2);
};

// One account for each actor: one that exists, or a new one for which you read the mail.
const values = new Map();
const replaced = [];
const accounts = {};
for (const { actor, userName, eMail, password: passwordName, made } of CHAIN.actors) {
  const suffix = actor === CHAIN.actors[0].actor ? '' : '_' + actor.toUpperCase();
  const user = made ? env['NEURON_USER' + suffix] : need('NEURON_USER' + suffix, 'an account that exists');
  const password = user
    ? need('NEURON_PASSWORD' + suffix, 'the password of ' + user)
    : randomBytes(18).toString('base64url');
  const name = user ?? (userName.slice(0, 20) + '-' + randomBytes(4).toString('hex'));
  const mail = user ? (env['NEURON_EMAIL' + suffix] ?? eMail) : need('NEURON_EMAIL' + suffix,
    'an address whose mail you can read, for the new account of ' + actor + ' (or NEURON_USER' + suffix + ' and NEURON_PASSWORD' + suffix + ' of an account that exists)');
  accounts[actor] = { exists: user !== undefined, userName: name, password };
  values.set(passwordName, password);
  replaced.push([userName, name], ...(eMail === '' ? [] : [[eMail, mail]]));
}
if (CHAIN.needsKey) {
  values.set('api-key', need('NEURON_API_KEY', 'the API key'));
  values.set('api-secret', need('NEURON_API_SECRET', 'the secret of the API key'));
}

const nonces = new Map();
const freshNonce = old => {
  if (!nonces.has(old)) nonces.set(old, randomBytes(32).toString('base64url'));
  return nonces.get(old);
};

async function valueOf(name) {
  if (!values.has(name) && name.startsWith('code:')) {
    const given = env['CODE_' + name.slice(5).toUpperCase()];
    const ask = createInterface({ input: process.stdin, output: process.stderr });
    values.set(name, given ?? (await ask.question('Code that was mailed to ' + name.slice(5) + ': ')).trim());
    ask.close();
  }
  if (!values.has(name)) throw new Error('Nothing gave «' + name + '»: an earlier answer did not hold it.');
  return values.get(name);
}

async function filled(text) {
  let out = text;
  for (const [, name] of text.matchAll(/«#?([^»]*)»/g)) {
    const value = await valueOf(name);
    if (text === '«#' + name + '»' && /^\d+$/.test(value)) return Number(value);
    out = out.replaceAll('«' + name + '»', value);
  }
  for (const [old, now] of replaced) out = out.replaceAll(old, now);
  return out;
}

async function filledDeep(value) {
  if (typeof value === 'string') return filled(value);
  if (Array.isArray(value)) return Promise.all(value.map(filledDeep));
  if (value === null || typeof value !== 'object') return value;
  const members = [];
  for (const [name, member] of Object.entries(value)) members.push([name, await filledDeep(member)]);
  return Object.fromEntries(members);
}

const at = (value, pointer) => pointer === '' ? value : pointer.slice(1).split('/').reduce(
  (here, token) => here?.[token.replaceAll('~1', '/').replaceAll('~0', '~')], value);

function sign(body, rules, actor) {
  const made = {};
  const part = one => {
    if (one.kind === 'host') return [host];
    if (one.kind === 'member') {
      const value = at(body, '/' + one.name.replaceAll('.', '/'));
      return one.when === 'nonEmpty' && (value === undefined || value === '') ? [] : [String(value ?? '')];
    }
    if (one.kind === 'property') return [String(accounts[actor][one.name])];
    if (one.kind === 'mac') return [made[one.name].mac];
    if (one.kind === 'text') return [made[one.name].text];
    return body[one.member].flatMap(item => one.parts.map(name => String(item[name])));
  };
  for (const { name, key, text } of rules) {
    const joined = text.flatMap(part).join(':');
    const secret = key === 'apiSecret' ? values.get('api-secret') : accounts[actor].password;
    made[name] = { text: joined, mac: createHmac('sha256', secret).update(joined).digest('base64') };
    body[name] = made[name].mac;
  }
}

async function send({ method, path, headers, body, rules, actor }) {
  const filledHeaders = {};
  for (const [name, value] of headers) filledHeaders[name] = await filled(value);
  let text;
  if (body !== null) {
    const made = await filledDeep(body);
    if (typeof made.nonce === 'string') made.nonce = freshNonce(made.nonce);
    if (rules.length > 0) sign(made, rules, actor);
    text = JSON.stringify(made);
  }
  const response = await fetch(base + path, { method, headers: filledHeaders, body: text, redirect: 'manual', signal: AbortSignal.timeout(30_000) });
  const received = await response.text();
  let value;
  try { value = JSON.parse(received); } catch {}
  return { status: response.status, text: received, value };
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** The state, as far as it can be told without the suite's checks. */
function judge({ status, text, value }) {
  const { check, pointer, expected, actual } = CHAIN.finding;
  const secret = typeof actual === 'string' && /^«([^»]*)»$/.exec(actual);
  if (secret && values.has(secret[1])) return text.includes(values.get(secret[1])) ? 'STILL FAILING' : 'FIXED';
  if (pointer !== null) {
    const now = at(value, pointer);
    if (same(now, actual) || (now === undefined && actual === null)) return 'STILL FAILING';
    if (same(now, expected)) return 'FIXED';
    return typeof now === typeof actual && typeof expected !== typeof actual ? 'STILL FAILING' : 'COULD NOT TEST';
  }
  if (status === CHAIN.status && (check === 'refused' || check === 'answer-status')) return 'STILL FAILING';
  if (check === 'refused') return status >= 400 && status < 500 ? 'FIXED' : 'CHANGED';
  if (check === 'answer-status') return status >= 200 && status < 300 ? 'FIXED' : 'CHANGED';
  return 'COULD NOT TEST';
}

const EXITS = { FIXED: 0, 'STILL FAILING': 1, CHANGED: 1, 'COULD NOT TEST': 3 };
const shown = text => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\u2423');

try {
  let last;
  for (const step of CHAIN.steps) {
    const { actor, skipWhenGiven, captures } = step;
    let request = step;
    if (skipWhenGiven && accounts[actor]?.exists) {
      if (captures.length === 0) continue;
      request = { ...CHAIN.login, actor, body: { ...CHAIN.login.body, userName: accounts[actor].userName, nonce: step.id } };
    }
    last = await send(request);
    console.log(String(last.status) + '  ' + request.method + ' ' + request.path);
    for (const [pointer, name] of captures) {
      const value = at(last.value, pointer);
      if (typeof value === 'string') values.set(name, value);
    }
  }
  const state = judge(last);
  const secrets = [...values].filter(([, value]) => value.length > 5);
  const clean = secrets.reduce((text, [name, value]) => text.replaceAll(value, '«' + name + '»'), last.text);
  console.log('\n' + state + '\n' + CHAIN.finding.message);
  if (CHAIN.finding.requirement) console.log(CHAIN.finding.requirement);
  console.log('\nthen: ' + CHAIN.status + '\nnow:  ' + last.status + '\n' + shown(clean.slice(0, 2000)));
  if (state === 'COULD NOT TEST') console.log('\nOnly the suite can judge this one: compare by eye with what was expected: ' + JSON.stringify(CHAIN.finding.expected));
  process.exitCode = EXITS[state];
} catch (error) {
  console.log('\nCOULD NOT TEST\n' + error.message + (error.cause ? ' (' + error.cause.message + ')' : ''));
  process.exitCode = 3;
}
`;
