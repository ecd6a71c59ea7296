import { criterionCodes } from '../../src/lib/contracts/awards/criteria';
import type { IndexInput } from '../../src/lib/contracts/awards/composite-index';
import { seeded } from '../../src/lib/contracts/numbers/seeded';

/** Village teams of a province, each with a small sample, some without a value. */
export function teamsOf(count: number, criteria: number, draws: number): IndexInput {
	const random = seeded(20261010);
	const next = () => random() / 2 ** 32;
	// More criteria than there are: the arithmetic doesn't ask for their names.
	const codes = Array.from({ length: criteria }, (_, index) => {
		const code = criterionCodes[(index + 8) % criterionCodes.length];
		if (code === undefined) throw new Error('There are criteria.');
		return code;
	});
	return {
		method: {
			completeness: 0.75,
			criteria: codes.map((criterion, index) => ({
				...{ criterion, weight: 1 + (index % 3), worst: 0, best: 1 },
				missing: 'leaveOut',
			})),
		},
		draws: { seed: 42, draws, top: 20, confidence: 0.9 },
		units: Array.from({ length: count }, (_, unitId) => {
			const checked = 5 + Math.floor(next() * 20);
			const confirmed = Math.floor(checked * Math.sqrt(next()));
			return {
				unitId,
				sample: { checked, confirmed },
				values: codes.map((criterion) => ({
					criterion,
					value: criterion === 'verified' ? confirmed / checked : next() < 0.03 ? null : next(),
				})),
			};
		}),
	};
}
