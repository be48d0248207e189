import type { DataField, Warning } from './raw-record';

export type Warnings = Warning[];

const show = (text: string): string => JSON.stringify(text);

/** A data field, with a warning for each part of it that MARC does not allow; the field itself stays as it is. */
export const checkedField = (field: DataField, warnings: Warnings): DataField => {
  if (!/^[0-9A-Z]{3}$/i.test(field.tag))
    warnings.push({ code: 'bad-tag', reason: `tag ${show(field.tag)}`, value: field.tag });
  if (!/^[0-9a-z |#-]{2}$/i.test(field.indicators))
    warnings.push({
      code: 'bad-indicator',
      reason: `${field.tag} has the indicators ${show(field.indicators)}`,
      value: field.tag,
    });
  for (const [code, value] of field.subfields) {
    if (!/^[!-~]$/.test(code))
      warnings.push({
        code: 'bad-subfield-code',
        reason: `${field.tag} has a subfield ${show(code)}`,
        value: field.tag,
      });
    if (value.includes('\ufffd'))
      warnings.push({
        code: 'bad-encoding',
        reason: `${field.tag} $${code} has characters that cannot be read`,
        value: `${field.tag} $${code}`,
      });
  }
  return field;
};
