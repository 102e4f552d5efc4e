const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The characters that references in text and attributes stand for: numbers in both notations and the five names that
 * XML declares. What stands for no character stays as it is written. Source: XML 1.0 §4.1 and §4.6.
 */
export const resolveReferences = (text: string): string =>
  text.replaceAll(/&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(amp|lt|gt|quot|apos));/g, (written, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? written;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : written;
  });
