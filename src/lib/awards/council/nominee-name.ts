import type { UnitKind } from '../../contracts/admin-units';
import type { Language } from '../../messages/context';

export interface NamedNominee {
	/** Null while names are hidden. */
	name: string | null;
	/** Of a commune whose name is shown; null of everybody else. */
	unitKind: UnitKind | null;
	/** From 1 within the category, in an order that tells nothing; 0 where the name is shown. */
	code: number;
}

/**
 * What a nominee is called on a page: by a number where its name is hidden, a commune with its kind, as a ward may
 * bear the same name.
 */
export function nomineeName(
	{ name, code, unitKind }: NamedNominee,
	{ format, work }: Pick<Language, 'format' | 'work'>,
): { text: string; lang: 'vi' | undefined } {
	if (name === null)
		return { text: work.awardCouncil.nominees.code(format.number(code)), lang: undefined };
	if (unitKind === null) return { text: name, lang: 'vi' };
	const unit = { kind: unitKind, name };
	return { text: format.unitName(unit), lang: format.unitLanguage(unit) };
}
