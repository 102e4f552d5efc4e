import type { RunRecord } from '../../model/run-record.ts';
import type { Reporter } from '../reporter.ts';
import { count } from '../words.ts';
import { dataScript } from './data.ts';
import { dialect } from './dialect.ts';
import { effects } from './effects.ts';
import { findings } from './findings.ts';
import { header } from './header.ts';
import { type Markup, html as template } from './markup.ts';
import { matrix } from './matrix.ts';
import { nav } from './nav.ts';
import { page } from './page.ts';
import { requirements } from './requirements.ts';
import { SCRIPT } from './script.ts';
import { suites } from './suites.ts';
import { waivers } from './waivers.ts';

const footer = ({ suite, run, redaction }: RunRecord): Markup => template`
<footer class="foot"><p>${suite.name} ${suite.version} · run ${run.id} · seed ${run.seed} · ${count(redaction.secrets, 'secret')} of this run stand under names such as <code>«password:alice»</code>; every file of the run was searched for their values before it was given its name.</p></footer>`;

/** One file that opens from disk, needs no network and carries its own data. */
export const html: Reporter = {
  format: 'html',
  file: 'report.html',
  render: record =>
    page({
      title: record.verdict.sentence,
      body: template`${nav(record)}<main id="main"><div class="sheet">${header(record)}
${findings(record)}</div><div class="sheet">${matrix(record)}${requirements(record)}</div>${dialect(record)}${waivers(record)}${effects(record)}${suites(record)}
${footer(record)}</main>`,
      data: dataScript(record),
      script: SCRIPT,
    }),
};
