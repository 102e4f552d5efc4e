import { pictured, UNSAFE_SPLIT } from '../visible.ts';
import { COPY } from './script/copy.ts';
import { EVIDENCE } from './script/evidence.ts';
import { FILTERS } from './script/filters.ts';
import { answerText, bodyRemark, curlCommand, prettyJson, requestText } from './shared.ts';

const SHARED = { pictured, prettyJson, requestText, answerText, curlCommand, bodyRemark };

/** The one script of the page. It makes nodes and text, never markup, and asks nobody for anything. */
export const SCRIPT = `(() => {
'use strict';
document.documentElement.classList.add('js');
const UNSAFE = new RegExp(${JSON.stringify(UNSAFE_SPLIT.source)});
${Object.entries(SHARED)
  .map(([name, shared]) => `const ${name} = ${shared};`)
  .join('\n')}
${EVIDENCE}${COPY}${FILTERS}})();`;
