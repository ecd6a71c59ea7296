import { neighbourOutlines } from '../map/neighbours';
import type { Commune, Province, Succession } from '../province/province';
import { bodies } from '../province/bodies';
import { foundedOn, provinceCode, provinceName } from '../province/identity';

/** The files that a province would import, as texts. */

type Cell = string | number | null;

/** No name holds a comma or a quote. */
const csv = (header: string, rows: readonly (readonly Cell[])[]) =>
	[header, ...rows.map((row) => row.map((cell) => cell ?? '').join(','))].join('\n');

export function unitsFile({ communes }: Province): string {
	return csv('code,name,kind,parent,valid_from,valid_to', [
		[provinceCode, provinceName, 'tinh', 'VN', foundedOn, null],
		...bodies.map(({ code, name, kind }) => [code, name, kind, provinceCode, foundedOn, null]),
		...communes.flatMap(({ code, name, kind, validFrom, validTo, villages }) => [
			[code, name, kind, provinceCode, validFrom, validTo],
			...villages.map((village) => [
				village.code,
				village.name,
				village.kind,
				code,
				validFrom,
				validTo,
			]),
		]),
	]);
}

export function lineageFile(successions: readonly Succession[]): string {
	return csv(
		'old_code,new_code,extent,share,source',
		successions.map(({ oldCode, newCode, extent, share }) => [
			oldCode,
			newCode,
			extent,
			share,
			registerSource,
		]),
	);
}

export const registerYear = 2024;
export const registerSource = 'Dữ liệu minh họa';

/** Villages and communes; a village in a hundred is unknown, its commune's sum isn't. */
export function householdsFile(communes: readonly Commune[]): string {
	return csv(
		'code,households',
		communes.flatMap(({ code, villages }) => [
			[code, villages.reduce((sum, { households }) => sum + households, 0)],
			...villages.map((village) => [village.code, village.households]),
		]),
	);
}

/** Communes in the mountains, whose villages are called bản, and the island. */
export function terrainsFile(communes: readonly Commune[]): string {
	return csv(
		'code,terrain',
		communes.flatMap(({ code, kind, villages }) => {
			if (kind === 'dacKhu') return [[code, 'hải đảo']];
			return villages.some((village) => village.kind === 'ban') ? [[code, 'miền núi']] : [];
		}),
	);
}

export function boundariesFile(communes: readonly Commune[]): string {
	return JSON.stringify({
		type: 'FeatureCollection',
		features: communes.map(({ code, outline }) => ({
			type: 'Feature',
			properties: { code },
			geometry: outline,
		})),
	});
}

export function neighboursFile(): string {
	return JSON.stringify({
		type: 'FeatureCollection',
		features: neighbourOutlines().map(({ name, outline }) => ({
			type: 'Feature',
			properties: { name },
			geometry: outline,
		})),
	});
}
