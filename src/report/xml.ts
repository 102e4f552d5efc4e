import { withEntities } from './entities.ts';
import { visible } from './visible.ts';

/** Text for an XML or HTML attribute; what XML cannot carry is shown by name. */
export const attribute = (text: string): string => withEntities(visible(text), /[&<>"'\n\t]/g);

/** Text for the content of an XML element. */
export const content = (text: string): string => withEntities(visible(text), /[&<>]/g);
