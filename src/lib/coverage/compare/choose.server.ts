import { unitByCode } from '../../admin-units/home.server';
import type { Unit } from '../../contracts/admin-units';
import type { Database } from '../../server/db/client';
import { mostCompared } from './compared';

/** Of an address that somebody lengthened by hand. */
const mostAsked = 12;
const longestCode = 20;

/** What the codes of an address stand for. */
export interface Choice {
	/** To be put side by side, in the order of the address, each once. */
	chosen: Unit[];
	/** Communes that the table has no room for. */
	leftOut: Unit[];
	/** Codes that no commune of the day bears. */
	unknown: string[];
}

/** @param asked codes, or codes and names as a commune's page has them: `99101-an-binh`. */
export async function chooseCommunes(
	database: Database,
	asked: readonly string[],
	day: string,
): Promise<Choice> {
	const codes = asked.map((each) => (each.trim().split('-')[0] ?? '').slice(0, longestCode));
	const distinct = [...new Set(codes.filter((code) => code !== ''))].slice(0, mostAsked);
	const found = await Promise.all(distinct.map((code) => unitByCode(database, code, day)));
	const communes = found.flatMap((unit) => (unit?.level === 'commune' ? [unit] : []));
	return {
		chosen: communes.slice(0, mostCompared),
		leftOut: communes.slice(mostCompared),
		unknown: distinct.filter((code) => !communes.some((unit) => unit.code === code)),
	};
}
