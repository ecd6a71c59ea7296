import type { Figures } from '../history/figures';
import type { Random } from '../random';

const skills = ['skill1', 'skill2', 'skill3', 'skill4', 'skill5'] as const;

/** How far from home the share of able households may stray, 0–1. */
const tether = 0.05;

/**
 * Some households more or fewer, pulled back home: it can go on for days without drifting away.
 * All rules of intake hold for the result.
 * @param home the share of able households, 0–1, that this village goes back to.
 */
export function movedFigures(
	figures: Figures,
	home: number,
	random: Random,
	onlyUp: boolean,
): { figures: Figures; fell: boolean } {
	const { households } = figures;
	const step = random.whole(1, Math.max(2, Math.round(households * 0.03)));
	const away = households === 0 ? 0 : figures.allFive / households - home;
	const up = onlyUp || random.chance(Math.max(0.05, Math.min(0.95, 0.62 - away / (2 * tether))));
	const change = up ? (onlyUp && away > tether ? 0 : step) : -step;
	const allFive = Math.max(0, Math.min(households, figures.allFive + change));
	const moved: Figures = { ...figures, allFive };
	for (const skill of skills) {
		const along = Math.round(change * random.between(0.3, 1));
		moved[skill] = Math.max(allFive, Math.min(households, figures[skill] + along));
	}
	moved.assisted = Math.min(figures.assisted, households - allFive);
	moved.serviceAccount = Math.min(
		households,
		Math.max(0, figures.serviceAccount + Math.sign(change)),
	);
	return { figures: moved, fell: !up };
}
