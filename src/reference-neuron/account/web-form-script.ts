/** Sends the browser back to the page after success, and then asks for the token of the session. */
export const WEB_FORM_SCRIPT = `
const here = location.origin + location.pathname;
document.getElementById('RedirectionUrl').value = here + '?created';
async function showSession() {
  document.getElementById('form').hidden = true;
  document.getElementById('session').hidden = false;
  const status = document.getElementById('status');
  const answer = await fetch('/Agent/Account/GetSessionToken', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: '{}',
  });
  if (!answer.ok) {
    status.textContent = 'No token: ' + (await answer.text());
    return;
  }
  const { AccountCreated, seconds } = await answer.json();
  status.textContent = 'The account is created.';
  const shown = { enabled: AccountCreated.enabled, expires: AccountCreated.expires, seconds, jwt: AccountCreated.jwt };
  for (const [name, value] of Object.entries(shown)) {
    const term = document.createElement('dt');
    const data = document.createElement('dd');
    term.textContent = name;
    data.textContent = value;
    data.id = 'session-' + name;
    document.getElementById('members').append(term, data);
  }
}
if (location.search === '?created') showSession();
`;
