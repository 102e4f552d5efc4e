import type { Profile } from './types.ts';
import { YamlSource } from './yaml-source.ts';

/** Reads `suites/profiles.yaml`: each profile holds its own suites and those of the profile it includes. */
export function parseProfiles(text: string, file: string): readonly Profile[] {
  const source = new YamlSource(file, text);
  const profiles: Profile[] = [];
  for (const entry of source.map(source.root, 'the profiles')) {
    const members = source.members(entry.value, `the profile ${entry.name}`, [
      'title',
      'includes',
      'suites',
      'accounts',
    ]);
    const includes = members.get('includes');
    const known = profiles.map(({ id }) => id);
    const included = includes && source.oneOf(includes.value, 'includes', known);
    const base = profiles.find(({ id }) => id === included);
    const [title, suites, accounts] = [members.get('title'), members.get('suites'), members.get('accounts')];
    if (title === undefined || suites === undefined || accounts === undefined)
      return source.fail(entry.key, `the profile ${entry.name} lacks a title, suites or accounts.`, 'Give all three.');
    profiles.push({
      id: entry.name,
      title: source.text(title.value, 'title'),
      suites: [...(base?.suites ?? []), ...source.texts(suites.value, 'suites')],
      accounts: source.integer(accounts.value, 'accounts'),
    });
  }
  return profiles;
}
