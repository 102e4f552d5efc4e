import { table } from './markdown.ts';

interface ListedFault {
  readonly id: string;
  readonly endpoint: string;
  readonly breaks: readonly string[];
  readonly text: string;
}

/** `docs/faults.md`: every fault that the reference Neuron can be given. */
export function faultsPage(faults: readonly ListedFault[]): string {
  const endpoints = [...new Set(faults.map(({ endpoint }) => endpoint))].sort();
  return `${[
    '# Seeded faults',
    `Written by \`npm run faults\`. The reference Neuron can misbehave on purpose in ${faults.length} ways. The suites prove on them
that their checks can fail ([detection.md](detection.md)); whoever writes a client can try it on them:

\`\`\`sh
neuron-conformance serve --fault ${faults[0]?.id ?? 'ID'}
neuron-conformance serve --list-faults --json
\`\`\`

Several faults may be given at once. Each deviates from every published reading of the contract.`,
    ...endpoints.flatMap(endpoint => [
      `## ${endpoint === '*' ? 'All endpoints' : endpoint}`,
      table(
        ['Fault', 'What the host does', 'Breaks'],
        faults
          .filter(fault => fault.endpoint === endpoint)
          .map(({ id, text, breaks }) => [`\`${id}\``, text, breaks.join(', ')]),
      ),
    ]),
  ].join('\n\n')}\n`;
}
