import type { UnitKind } from '$lib/contracts/admin-units';
import type { getLanguage } from '$lib/messages/context';

/** What a kind is called where it stands by itself: an organisation's goes unsaid before its name. */
export function kindName(kind: UnitKind, language: ReturnType<typeof getLanguage>): string {
	const { organisationKinds } = language.work.administration.units;
	const organisation: Partial<Record<UnitKind, string>> = organisationKinds;
	return organisation[kind] ?? language.t.common.kinds[kind];
}
