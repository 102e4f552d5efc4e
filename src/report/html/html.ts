import { createHash } from 'node:crypto';
import type { RunRecord } from '../../model/run-record.ts';
import type { Reporter } from '../reporter.ts';
import { count } from '../words.ts';
import { dataScript } from './data.ts';
import { dialect } from './dialect.ts';
import { effects } from './effects.ts';
import { findings } from './findings.ts';
import { header } from './header.ts';
import { type Markup, raw, html as template } from './markup.ts';
import { matrix } from './matrix.ts';
import { nav } from './nav.ts';
import { requirements } from './requirements.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style/index.ts';
import { suites } from './suites.ts';
import { waivers } from './waivers.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Only our own style and script, by their hashes; no address of any kind; no text ever turned into markup by script. */
export const policy = (style: string, script: string): string =>
  [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    `script-src ${hash(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "trusted-types 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

const footer = (record: RunRecord): Markup => template`
<footer class="foot"><p>${record.suite.name} ${record.suite.version} · run ${record.run.id} · seed ${record.run.seed} · ${count(record.redaction.secrets, 'secret')} of this run stand under names such as <code>«password:alice»</code>; every file of the run was searched for their values before it was given its name.</p></footer>`;

/** One file that opens from disk, needs no network and carries its own data. */
export const html: Reporter = {
  format: 'html',
  file: 'report.html',
  render: record =>
    template`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy(STYLE, SCRIPT))}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">
<title>${record.verdict.sentence}</title><style>${raw(STYLE)}</style></head>
<body>${nav(record)}<main id="main">${header(record)}
${findings(record)}${matrix(record)}${requirements(record)}${dialect(record)}${waivers(record)}${effects(record)}${suites(record)}
${footer(record)}</main>
${raw(dataScript(record))}
<script>${raw(SCRIPT)}</script></body></html>
`.text,
};
