import type { UnitFigures } from '../../contracts/coverage';

/**
 * A commune's hidden count would follow from its villages, so what is hidden of the commune is hidden
 * of each village, with the class as well.
 */
export function withholdVillages<Village extends { figures: UnitFigures | null }>(
	commune: UnitFigures | null,
	villages: readonly Village[],
): Village[] {
	const isHidden = (measure: number) => commune?.able[measure] === null;
	if (!commune?.able.includes(null)) return [...villages];
	return villages.map((village) => {
		if (!village.figures) return village;
		const { hiddenClass, able, ...others } = village.figures;
		return {
			...village,
			figures: {
				...others,
				able: able.map((count, measure) => (isHidden(measure) ? null : count)),
				hiddenClass: able.map((_, measure) =>
					isHidden(measure) ? null : (hiddenClass?.[measure] ?? null),
				),
			},
		};
	});
}
