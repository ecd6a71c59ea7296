import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { correctionCauses } from '../../contracts/publication';

/** What `demo fill` leaves in the data folder for those who come after it. */
export const handOverFile = (dataDirectory: string) => join(dataDirectory, 'demo-state.json');
/** API tokens by account; only the owner of the data folder may read it. */
export const tokenFile = (dataDirectory: string) => join(dataDirectory, 'demo-tokens.json');

export const Tokens = v.record(v.string(), v.string());

const count = v.number();
export const Figures = v.object({
	households: count,
	skill1: count,
	skill2: count,
	skill3: count,
	skill4: count,
	skill5: count,
	allFive: count,
	assisted: count,
	vneid: count,
	serviceAccount: count,
});

export const SimulatedReport = v.object({
	revision: v.number(),
	state: v.picklist(['submitted', 'approved', 'returned']),
	figures: Figures,
	/** Of one that was sent again: what everybody is to read of the reason. */
	cause: v.optional(v.picklist(correctionCauses)),
});
export type SimulatedReport = v.InferOutput<typeof SimulatedReport>;

export const SimulatedUnit = v.object({
	unit: v.string(),
	/** The account that reports for it. */
	account: v.string(),
	/** By month `YYYY-MM`; only the newest ones. */
	reports: v.record(v.string(), SimulatedReport),
});
export type SimulatedUnit = v.InferOutput<typeof SimulatedUnit>;

export const HandOver = v.object({
	password: v.string(),
	signIns: v.array(v.object({ name: v.string(), displayName: v.string(), role: v.string() })),
	units: v.array(SimulatedUnit),
});
export type HandOver = v.InferOutput<typeof HandOver>;

/** Whole or not at all: that it is there tells the start script that the demo is. */
export async function writeHandOver(dataDirectory: string, content: HandOver): Promise<void> {
	const path = handOverFile(dataDirectory);
	await writeFile(`${path}.new`, JSON.stringify(content));
	await rename(`${path}.new`, path);
}
