import { randomFor } from '../random';
import { shareAt, type Pace } from './pace';

/** The household-skills block of a report, every number known. */
export interface Figures {
	households: number;
	skill1: number;
	skill2: number;
	skill3: number;
	skill4: number;
	skill5: number;
	allFive: number;
	assisted: number;
	vneid: number;
	serviceAccount: number;
}

const skills = ['skill1', 'skill2', 'skill3', 'skill4', 'skill5'] as const;
const growing = [...skills, 'allFive', 'vneid', 'serviceAccount'] as const;

/** Of those who don't have all five skills, how many have this one. */
const reach = { skill1: 0.46, skill2: 0.2, skill3: 0.36, skill4: 0.16, skill5: 0.26 };

/**
 * What a village would report, before it is compared with what it said the month before.
 * All five ≤ each skill ≤ households, and all five + assisted ≤ households, always.
 */
export function figuresAt(key: string, households: number, pace: Pace, way: number): Figures {
	const own = randomFor('figures', key);
	const ahead = 0.06 * own.bell();
	const share = pace.end === 0 ? 0 : clamp(shareAt(pace, way) * (1 + ahead) + 0.4 * ahead);
	const count = (part: number) => Math.round(households * clamp(part));
	const allFive = count(share);
	const skill = (name: keyof typeof reach) =>
		count(share + (1 - share) * clamp(reach[name] * own.between(0.75, 1.25) * (0.6 + 0.4 * way)));
	return {
		households,
		skill1: skill('skill1'),
		skill2: skill('skill2'),
		skill3: skill('skill3'),
		skill4: skill('skill4'),
		skill5: skill('skill5'),
		allFive,
		assisted: Math.floor((households - allFive) * own.between(0.06, 0.22)),
		vneid: count(own.between(0.7, 0.82) + 0.15 * way),
		serviceAccount: count(share + (1 - share) * own.between(0.3, 0.5)),
	};
}

/** People don't unlearn: nothing that grows falls below what was said before. */
export function notBelow(figures: Figures, before: Figures | undefined): Figures {
	if (!before) return figures;
	const kept = { ...figures };
	for (const name of growing)
		kept[name] = Math.min(figures.households, Math.max(figures[name], before[name]));
	return { ...kept, assisted: Math.min(kept.assisted, kept.households - kept.allFive) };
}

/** The same with all that grows made larger or smaller by a factor, within all rules. */
export function scaled(figures: Figures, factor: number): Figures {
	const changed = { ...figures };
	for (const name of growing)
		changed[name] = Math.min(figures.households, Math.max(0, Math.round(figures[name] * factor)));
	// A skill and all five may round towards one another.
	for (const name of skills) changed[name] = Math.max(changed[name], changed.allFive);
	return { ...changed, assisted: Math.min(changed.assisted, figures.households - changed.allFive) };
}

/** Whether some count that grows is smaller than before, which needs a reason. */
export function falls(figures: Figures, before: Figures): boolean {
	return growing.some((name) => figures[name] < before[name]);
}

const clamp = (share: number) => Math.max(0, Math.min(1, share));
