import type { UnitLevel } from '../../contracts/admin-units';
import type { Counting } from '../../contracts/indicators';
import { splitParts } from '../../contracts/numbers/counting';
import { sumStated, type Stated } from './figures';

/** A unit that isn't a village: villages' figures come with their commune's. */
export interface FigureNode {
	id: number;
	parentId: number | null;
	level: UnitLevel;
}

/** A figure that stands beside a total, since it counts the same once more. */
export interface BesideFigure {
	/** The organisation, or the unit whose places' figures an organisation's word replaces. */
	unitId: number;
	isOfPlaces: boolean;
	stated: Stated;
}

export interface FoldedFigures {
	total: Map<string, Stated>;
	/** By indicator. */
	beside: Map<string, BesideFigure[]>;
}

export type OwnFigures = ReadonlyMap<number, ReadonlyMap<string, Stated>>;

const none: ReadonlyMap<string, Stated> = new Map();

/**
 * The totals of a unit from its own figures, those of the places below it and those of its
 * organisations; what counts the same twice stands beside and is never added.
 * @param own of each unit; a commune's is that of its villages where it has none.
 */
export function foldFigures(
	root: FigureNode,
	nodes: readonly FigureNode[],
	own: OwnFigures,
	countingOf: (code: string) => Counting,
): Map<number, FoldedFigures> {
	const children = new Map<number, FigureNode[]>();
	for (const node of nodes) {
		if (node.parentId === null || node.id === root.id) continue;
		const beside = children.get(node.parentId);
		if (beside) beside.push(node);
		else children.set(node.parentId, [node]);
	}
	const folded = new Map<number, FoldedFigures>();
	const fold = (node: FigureNode): FoldedFigures => {
		const below = (children.get(node.id) ?? []).map((child) => ({ child, figures: fold(child) }));
		const figures = foldLevel(node.id, own.get(node.id) ?? none, below, countingOf);
		folded.set(node.id, figures);
		return figures;
	};
	fold(root);
	return folded;
}

interface Below {
	child: FigureNode;
	figures: FoldedFigures;
}

function foldLevel(
	unitId: number,
	own: ReadonlyMap<string, Stated>,
	below: readonly Below[],
	countingOf: (code: string) => Counting,
): FoldedFigures {
	const total = new Map<string, Stated>();
	const beside = new Map<string, BesideFigure[]>();
	const codes = new Set([
		...own.keys(),
		...below.flatMap(({ figures }) => [...figures.total.keys()]),
	]);
	for (const code of codes) {
		const partsOf = (isOrganisation: boolean) =>
			below
				.filter(({ child }) => (child.level === 'organisation') === isOrganisation)
				.flatMap(({ child, figures }): BesideFigure[] => {
					const stated = figures.total.get(code);
					return stated ? [{ unitId: child.id, isOfPlaces: !isOrganisation, stated }] : [];
				});
		const mine = own.get(code);
		const split = splitParts(countingOf(code), {
			own: mine ? [{ unitId, isOfPlaces: true, stated: mine }] : [],
			places: partsOf(false),
			organisations: partsOf(true),
		});
		const sum = sumStated(split.counted.map(({ stated }) => stated));
		if (sum) total.set(code, sum);
		const places = sumStated(split.beside.filter(isPlaces).map(({ stated }) => stated));
		beside.set(code, [
			...split.beside.filter((part) => !isPlaces(part)),
			...(places ? [{ unitId, isOfPlaces: true, stated: places }] : []),
		]);
	}
	for (const { figures } of below)
		for (const [code, parts] of figures.beside)
			beside.set(code, [...(beside.get(code) ?? []), ...parts]);
	return { total, beside };
}

const isPlaces = ({ isOfPlaces }: BesideFigure) => isOfPlaces;
