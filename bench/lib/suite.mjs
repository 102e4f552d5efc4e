/** A suite of `count` steps, each one POST whose answer is judged by every check that applies. */
export const suiteOf = (count, token) =>
  [
    'suite: bench',
    `title: ${count} requests`,
    'steps:',
    ...Array.from({ length: count }, (_, index) =>
      [
        `  - id: pop-${index + 1}`,
        `    title: messages come out, ${index + 1}`,
        '    call: Xmpp/PopMessages',
        '    send: { maxCount: 10 }',
        '    answers: { status: 200 }',
        ...(token === undefined ? [] : [`    with: { headers: { Authorization: Bearer ${token} } }`]),
      ].join('\n'),
    ),
    '',
  ].join('\n');
