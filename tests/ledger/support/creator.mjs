// Creates accounts at the host whose port is given, one after the other, until it is killed.
import { openLedger } from '../../../dist/peers/ledger/index.js';

const [file, port, run] = process.argv.slice(2);
const ledger = await openLedger({ file, now: Date.now });
for (let index = 0; ; index++) {
  const userName = `${run}-${index}`;
  const host = `127.0.0.1:${port}`;
  await ledger.intend({
    host,
    userName,
    eMail: `${userName}@example.org`,
    actor: 'alice',
    suite: 'journey',
    run,
    apiKey: 'k',
  });
  const answer = await fetch(`http://${host}/Agent/Account/Create`, {
    method: 'POST',
    body: JSON.stringify({ userName }),
  });
  await answer.text();
  await ledger.settle(host, userName, 'created');
}
