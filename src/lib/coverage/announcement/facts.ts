import { readMeasure, type Reading } from '../../contracts/coverage';
import type { CommuneView, PublicCommune } from '../commune/view';

const skills = ['skill1', 'skill2', 'skill3', 'skill4', 'skill5'] as const;
export type Skill = (typeof skills)[number];
type Share = Extract<Reading, { kind: 'share' }>;

/** What can be said of a commune in a few words: nothing but what its public page shows. */
export interface CommuneFacts {
	kind: CommuneView['unit']['kind'];
	name: string;
	code: string;
	/** `2026-10`, the newest month with figures that may be published. */
	month: string;
	allFive: Share;
	/** Shares 0–1; null where the page shows none. */
	previous: number | null;
	province: { kind: CommuneView['unit']['kind']; share: number } | null;
	/** Best known first; without those that aren't published. */
	skills: { skill: Skill; share: number }[];
}

/** Null while nothing can be said: no figures yet, too few households looked at, or too small a number. */
export function factsOf(view: CommuneView): CommuneFacts | null {
	const shown =
		view.lastKnown ??
		(view.commune && view.period
			? {
					commune: view.commune,
					period: view.period,
				}
			: null);
	if (!shown) return null;
	const { commune, period } = shown;
	const allFive = readOf(commune, commune.figures, 'allFive');
	if (allFive.kind !== 'share') return null;
	const { province } = commune;
	const above = province && readOf(province, province.figures, 'allFive');
	return {
		...{ kind: view.unit.kind, name: view.unit.name, code: view.unit.code },
		month: period.code,
		allFive,
		previous: shareOf(readOf(commune, commune.previous, 'allFive')),
		province:
			province && above?.kind === 'share' ? { kind: province.unit.kind, share: above.share } : null,
		skills: skills
			.flatMap((skill) => {
				const share = shareOf(readOf(commune, commune.figures, skill));
				return share === null ? [] : [{ skill, share }];
			})
			.sort((one, other) => other.share - one.share),
	};
}

const readOf = (
	{ register }: Pick<PublicCommune, 'register'>,
	figures: PublicCommune['figures'],
	measure: Parameters<typeof readMeasure>[1],
): Reading => readMeasure(figures ?? undefined, measure, register);

const shareOf = (reading: Reading): number | null =>
	reading.kind === 'share' ? reading.share : null;
