import type { Catalogue, Spec } from '../../spec.ts';
import { authWords, endpointSection } from './endpoint-section.ts';
import { anchor, blocks, list, table } from './markdown.ts';

const INTRODUCTION = `# The Agent API

A Neuron host lets programs use an account on it over HTTP: the Agent API. This page says of every endpoint what to
send, what comes back, and what the host promises. It is made from the files in \`specs/\`, as are the JSON Schemas and
the XML Schema in \`schemas/agent-api/\`; change those and run \`node scripts/generate.mjs --write\`.

*Required* is what the notation of the Neuron requires; a member that is not required may be left out, be null or be
empty. Dates and times are whole Unix seconds in JSON; some sources show ISO text, and both are read. A list with a
single element may come as that element alone. Every signature is HMAC-SHA-256 over UTF-8 text whose parts are joined by
colons, in base64. *must* is what a host may not break, *should* what it ought to do, *may* what is worth a note.`;

/** The whole contract as one page of Markdown. */
export function agentApiPage(catalogue: Catalogue): string {
  const groups = [...new Set(catalogue.endpoints.map(spec => spec.group))];
  const of = (group: string): readonly Spec[] => catalogue.endpoints.filter(spec => spec.group === group);
  const text = blocks([
    INTRODUCTION,
    '## Contents',
    ...groups.map(group => contents(group, of(group))),
    ...(catalogue.common.length === 0 ? [] : ['## What holds for every endpoint', common(catalogue)]),
    ...groups.flatMap(group => [`## ${group}`, ...of(group).map(endpointSection)]),
    ...(catalogue.composed.length === 0 ? [] : ['## Calls without a resource of their own', composed(catalogue)]),
  ]);
  return `${text}\n`;
}

const contents = (group: string, specs: readonly Spec[]): string =>
  blocks([
    `**${group}**`,
    table(
      ['Endpoint', 'Purpose', 'Authentication'],
      specs.map(spec => [`[${spec.endpoint}](#${anchor(spec.endpoint)})`, spec.title, authWords(spec)]),
    ),
  ]);

const common = (catalogue: Catalogue): string =>
  table(
    ['Requirement', 'Level', 'Promise', 'Source'],
    catalogue.common.map(each => [`\`${each.id}\``, each.level, each.text, each.source]),
  );

const composed = (catalogue: Catalogue): string =>
  blocks([
    'The browser client offers these as functions. They have no address of their own: the client composes them of other calls.',
    list(
      catalogue.composed.map(
        each =>
          `\`${each.endpoint}\`, of ${each.composedOf.map(name => `[${name}](#${anchor(name)})`).join(', ')}. ${each.note}`,
      ),
    ),
  ]);
