import { EVIDENCE_STYLE } from './evidence.ts';
import { FINDINGS } from './findings.ts';
import { PAGE } from './page.ts';
import { PRINT } from './print.ts';
import { TOKENS } from './tokens.ts';

/** The one style sheet of the page. */
export const STYLE = TOKENS + PAGE + FINDINGS + EVIDENCE_STYLE + PRINT;
