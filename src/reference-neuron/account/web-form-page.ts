import type { Resource } from '../resource.ts';
import { left, WEB_FORM_OWNER } from '../state/api-keys.ts';
import { WEB_FORM_SCRIPT } from './web-form-script.ts';

const STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}' +
  'label{display:block;margin-top:.75rem}input{width:100%;font:inherit;padding:.4rem;box-sizing:border-box}' +
  'button{margin-top:1rem;font:inherit;padding:.5rem 1rem}table{border-collapse:collapse}' +
  'th,td{border:1px solid #767676;padding:.3rem .6rem;text-align:left}';

const FIELDS = [
  ['UserName', 'User name', 'text', 'username', true],
  ['EMail', 'E-mail address', 'email', 'email', true],
  ['PhoneNr', 'Phone number (may be left empty)', 'tel', 'tel', false],
  ['Password', 'Password', 'password', 'new-password', true],
  ['g-recaptcha-response', 'reCAPTCHA proof', 'text', 'off', true],
] as const;

/** The documentation page of CreateWebForm: the state of its key, and the form, which comes back here. */
export const webFormPage: Resource = {
  endpoint: 'Documentation/CreateWebForm',
  path: '/Documentation/Neuron/Agent/Account/CreateWebForm.md',
  methods: ['GET', 'HEAD'],
  access: 'none',
  audited: false,
  enabledOnly: false,
  json: null,
  xml: null,
  run: ({ host }) => {
    const key = host.apiKeys.byOwner(WEB_FORM_OWNER);
    const rows: readonly (readonly [string, string | number])[] = [
      ['Key configured', key === undefined ? 'No' : 'Yes'],
      ['Account limit', key?.limit ?? 0],
      ['Accounts created', key?.created ?? 0],
      ['Accounts deleted', key?.deleted ?? 0],
      ['Accounts left', key === undefined ? 0 : left(key)],
    ];
    return {
      status: 200,
      headers: [['Cache-Control', 'max-age=0, no-cache, no-store']],
      content: { kind: 'html', html: page(rows) },
    };
  },
};

const page = (rows: readonly (readonly [string, string | number])[]): string => `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Create an account</title><style>${STYLE}</style></head>
<body><main>
<h1>Create an account</h1>
<table><caption>API key of the form</caption>
${rows.map(([name, value]) => `<tr><th scope="row">${name}</th><td>${value}</td></tr>`).join('\n')}
</table>
<form id="form" method="post" action="/Agent/Account/CreateWebForm">
${FIELDS.map(field).join('\n')}
<input type="hidden" name="RedirectionUrl" id="RedirectionUrl">
<button type="submit">Create account</button>
</form>
<section id="session" hidden><h2>Session</h2><p role="status" id="status"></p><dl id="members"></dl></section>
</main>
<script>${WEB_FORM_SCRIPT}</script>
</body></html>
`;

const field = ([name, label, type, autocomplete, required]: (typeof FIELDS)[number]): string =>
  `<label for="${name}">${label}</label>` +
  `<input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}"${required ? ' required' : ''}>`;
