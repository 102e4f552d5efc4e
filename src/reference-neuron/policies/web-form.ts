export interface WebFormPolicies {
  /** Whether the proof of a human user is good. */
  proven(given: string, wanted: string): boolean;
  /** An empty proof is no proof. */
  readonly needsProof: boolean;
  /** The data must come as a form, not as JSON. */
  readonly formOnly: boolean;
  /** What is wrong with a RedirectionUrl, as a sentence, or null. */
  redirectionProblem(url: string): string | null;
  /** Where the browser is sent after success. */
  location(url: string): string;
}

export const webFormPolicies: WebFormPolicies = {
  proven: (given, wanted) => given === wanted,
  needsProof: true,
  formOnly: true,
  redirectionProblem: url => {
    // Control characters would end the header, and the blank at either end is what URL parsers forgive.
    if (/\p{Cc}/u.test(url) || url !== url.trim() || !URL.canParse(url)) return 'Invalid RedirectionUrl.';
    return ['http:', 'https:'].includes(new URL(url).protocol) ? null : 'RedirectionUrl must be http or https.';
  },
  location: url => url,
};
