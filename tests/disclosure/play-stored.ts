import { measures } from '../../src/lib/contracts/coverage';
import type { Counts } from '../../src/lib/contracts/publication';
import { decideReports } from '../../src/lib/reports/review/decide.server';
import { submitReports } from '../../src/lib/reports/intake/submit.server';
import type { Database } from '../../src/lib/server/db/client';
import type { TestProvince } from '../database/province';
import { rollUp, type SmallProvince } from './play';

/** A random province of one month, in the places of a stored one. */
export interface StoredPlay {
	database: Database;
	province: TestProvince;
	small: SmallProvince;
	period: string;
}

/** Sends and approves what each step says. @param seen after each of them. */
export async function playStored(
	{ database, province, small, period }: StoredPlay,
	seen: () => Promise<void>,
): Promise<void> {
	const reported = new Map<number, Counts>();
	for (const [index, step] of small.steps.entries()) {
		const now = new Date(Date.UTC(2026, 10, 1 + (index % 9), 3));
		const inputs = step.flatMap(({ unitId, counts }) => {
			const below = small.communes.find(({ id }) => id === unitId)?.villages ?? [];
			const parts = below.flatMap((village) => reported.get(village) ?? []);
			if (counts === 'sum' && parts.length === 0) return [];
			const sent = counts === 'sum' ? rollUp(parts) : counts;
			reported.set(unitId, sent);
			return [reportWith(codeOf(province, unitId), period, sent)];
		});
		if (inputs.length === 0) continue;
		const arrival = { channel: 'api', now } as const;
		const results = await submitReports(database, province.reporter, inputs, arrival);
		const requests = results.map((result) => {
			if (result.status === 'rejected') throw new Error(JSON.stringify(result.problems));
			const { unit, revision } = result;
			return { unit, period, revision, decision: 'approve', comment: '' } as const;
		});
		for (const decided of await decideReports(database, province.approver, requests, now))
			if (decided.status !== 'done') throw new Error(JSON.stringify(decided));
		await seen();
	}
}

/** Small provinces number their communes 100, 200 … and the villages of each from there. */
function codeOf({ communes }: TestProvince, id: number): string {
	const commune = communes[Math.floor(id / 100) - 1];
	const unit = id % 100 === 0 ? commune : commune?.villages[(id % 100) - 1];
	if (!unit) throw new Error(`There is no place for ${id}.`);
	return unit.code;
}

function reportWith(unit: string, period: string, { able, base }: Counts) {
	const known = measures.map((name, measure): [string, number | null] => [
		name,
		(base[measure] ?? 0) > 0 ? (able[measure] ?? 0) : null,
	]);
	const households = Math.max(...base);
	const householdSkills = { households, ...Object.fromEntries(known) };
	return { unit, period, householdSkills, reason: 'counted again' };
}
