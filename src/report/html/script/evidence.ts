/** Opens evidence that was not written out, from the data in the page. Plain browser JavaScript. */
export const EVIDENCE = String.raw`
const stored = (() => {
  let byId;
  return id => {
    if (byId === undefined) {
      const record = JSON.parse(document.getElementById('report-data').textContent);
      byId = new Map(record.suites.flatMap(s => s.steps).flatMap(s => s.exchanges).map(x => [x.id, x]));
    }
    return byId.get(id);
  };
})();

const withBody = message => {
  const same = message?.body?.sameAs;
  if (!same) return message;
  return { ...message, body: { ...message.body, text: stored(same[0])[same[1]].body.text } };
};

const element = (name, className, ...children) => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
};

const shown = text =>
  text.split(UNSAFE).map((part, i) => (i % 2 === 0 ? part : element('i', 'ctl', pictured(part))));

const side = (title, text) => {
  const pre = element('pre', 'http', ...shown(text));
  pre.tabIndex = 0;
  return element('div', '', element('p', 'cap', title), pre);
};

const build = details => {
  const x = stored(details.dataset.x);
  details.classList.remove('lazy');
  const received = x.answer ? answerText(withBody(x.answer), prettyJson) : 'No answer.';
  for (const body of [x.request.body, x.answer?.body]) {
    const remark = body ? bodyRemark(body) : '';
    if (remark) details.append(element('p', 'hint', remark));
  }
  if (x.failure) details.append(element('p', 'why', x.failure.message));
  const curl = element('button', 'js curl', 'Copy as curl');
  curl.type = 'button';
  details.append(
    element('div', 'io', side('Sent', requestText(withBody(x.request), prettyJson)), side('Received', received)),
    element('p', 'phases', x.id + ' ', curl),
  );
};

const showWhole = button => {
  const details = button.closest('details');
  details.querySelector('.io').remove();
  button.closest('.hint').remove();
  build(details);
};

const TOKENS = /"(?:[^"\\]|\\.)*"(?=\s*:)|"(?:[^"\\]|\\.)*"|\b-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b|\b(?:true|false|null)\b/gm;

const colour = pre => {
  if (!globalThis.CSS?.highlights || pre.dataset.coloured || pre.textContent.length > 60000) return;
  pre.dataset.coloured = 'yes';
  const range = (name, node, from, to) => {
    const made = new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: to });
    if (!CSS.highlights.has(name)) CSS.highlights.set(name, new Highlight());
    CSS.highlights.get(name).add(made);
  };
  let inBody = false;
  for (const node of pre.childNodes) {
    if (node.nodeType !== 3) continue;
    const blank = inBody ? 0 : node.data.indexOf('\n\n');
    const head = blank < 0 ? node.data : node.data.slice(0, inBody ? 0 : blank);
    for (const { 0: name, index } of head.matchAll(/^[\w-]+(?=: )/gm)) range('name', node, index, index + name.length);
    if (blank < 0) continue;
    inBody = true;
    for (const { 0: token, index } of node.data.matchAll(TOKENS)) {
      if (index < head.length) continue;
      const end = index + token.length;
      const name = token[0] !== '"' ? (/^[\d-]/.test(token) || /^(true|false|null)$/.test(token) ? 'value' : 'name')
        : node.data[end] === ':' ? 'name' : 'text';
      range(name, node, index, end);
    }
  }
};

document.addEventListener('toggle', event => {
  const details = event.target;
  if (!details.open || details.tagName !== 'DETAILS') return;
  if (details.matches('.lazy')) build(details);
  for (const pre of details.querySelectorAll(':scope > .io pre.http')) colour(pre);
}, true);
`;
