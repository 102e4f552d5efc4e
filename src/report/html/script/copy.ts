/** Copying. Plain browser JavaScript. */
export const COPY = `
const copied = async (text, button) => {
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
  } catch {
    const area = element('textarea', 'off');
    area.value = text;
    document.body.append(area);
    area.select();
    button.textContent = document.execCommand('copy') ? 'Copied' : 'Copy by hand, please';
    area.remove();
  }
  setTimeout(() => { button.textContent = label; }, 1500);
};

for (const pre of document.querySelectorAll('.copy > pre')) {
  const button = element('button', 'js', 'Copy');
  button.type = 'button';
  button.addEventListener('click', () => copied(pre.textContent, button));
  pre.before(button);
}

document.addEventListener('click', event => {
  const button = event.target.closest?.('button');
  if (button?.matches('.curl')) copied(curlCommand(withBody(stored(button.closest('details').dataset.x).request)), button);
  if (button?.matches('.whole')) showWhole(button);
});
`;
