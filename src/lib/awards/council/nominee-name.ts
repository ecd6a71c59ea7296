import type { Language } from '../../messages/context';
import type { NomineeLabel } from './label.server';

/**
 * What a nominee is called on a page: by a number where its name is hidden, a commune with its kind, as a ward may
 * bear the same name.
 */
export function nomineeName(
	{ name, code, unitKind }: Pick<NomineeLabel, 'name' | 'code' | 'unitKind'>,
	{ format, work }: Pick<Language, 'format' | 'work'>,
): { text: string; lang: 'vi' | undefined } {
	if (name === null)
		return { text: work.awardCouncil.nominees.code(format.number(code)), lang: undefined };
	if (unitKind === null) return { text: name, lang: 'vi' };
	const unit = { kind: unitKind, name };
	return { text: format.unitName(unit), lang: format.unitLanguage(unit) };
}
