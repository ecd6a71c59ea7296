import { seats, teamKinds } from '../../contracts/teams/teams';
import type { CompositionRule } from '../composition';

/** The fields that say what is wrong beside themselves. */
export const ruleFields = [
	...['kinds', 'demand', 'demand.least', 'demand.most', 'demand.seat'],
	...['validFrom', 'document', 'clause', 'wordingVi', 'wordingEn'],
];

/** The form's fields as what `addRule` parses; a number that isn't one stays for it to refuse. */
export function ruleFromForm(entered: Record<string, string>): unknown {
	const count = (name: string) => Number(entered[name]?.trim() || 0);
	const most = entered['most']?.trim() ?? '';
	const demands: Record<string, unknown> = {
		size: { type: 'size', least: count('least'), most: most === '' ? null : Number(most) },
		seat: {
			type: 'seat',
			seat: seats.filter((seat) => entered[`seat.${seat}`] === 'on'),
			holder: entered['holder'],
		},
		youths: { type: 'youths', least: count('least') },
	};
	return {
		unitId: entered['unitId'] === '' ? null : Number(entered['unitId']),
		level: entered['level'],
		kinds: teamKinds.filter((kind) => entered[`kind.${kind}`] === 'on'),
		validFrom: entered['validFrom'] ?? '',
		binding: entered['binding'] !== 'no',
		demand: demands[entered['demand'] ?? ''],
		document: entered['document'] ?? '',
		clause: entered['clause'] ?? '',
		wordingVi: entered['wordingVi'] ?? '',
		wordingEn: entered['wordingEn'] ?? '',
	};
}

/** A known rule as the form shows it. */
export function formOfRule(
	rule: Omit<CompositionRule, 'id' | 'unitId' | 'setBy' | 'validTo'>,
): Record<string, string> {
	const { demand } = rule;
	return {
		level: rule.level,
		...Object.fromEntries(rule.kinds.map((kind) => [`kind.${kind}`, 'on'])),
		validFrom: rule.validFrom,
		binding: rule.binding ? 'yes' : 'no',
		demand: demand.type,
		...(demand.type === 'seat'
			? {
					holder: demand.holder,
					...Object.fromEntries(demand.seat.map((seat) => [`seat.${seat}`, 'on'])),
				}
			: { least: String(demand.least) }),
		...(demand.type === 'size' && demand.most !== null ? { most: String(demand.most) } : {}),
		document: rule.document,
		clause: rule.clause,
		wordingVi: rule.wordingVi,
		wordingEn: rule.wordingEn,
	};
}
