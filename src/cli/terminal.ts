/** Whether to colour: NO_COLOR forbids, FORCE_COLOR asks, else only a terminal that can. Source: no-color.org. */
export const wantsColour = (
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): boolean => {
  if ((env.NO_COLOR ?? '') !== '') return false;
  return (env.FORCE_COLOR ?? '') !== '' || (stream.isTTY === true && env.TERM !== 'dumb');
};
