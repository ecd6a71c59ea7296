import { otherStates, type MapState } from '../contracts/map/states';
import { escapeXml } from '../contracts/text/sound-text';
import { colouredStates } from '../map/styles/class-styles';
import { countEntry, countStates } from '../map/legend/count-states';
import { onlyState } from '../map/legend/state-sets';
import { drawComparison, namesHeight, type OtherMap } from './comparison';
import { drawMap, fillOf, patternTiles, textureOf, textureTile, type MapPicture } from './map';
import { palette } from './palette';
import { fitted, leadingOf, linesOf, textLines } from './text';

/** A map to be taken away: all that it takes to understand it stands beside it. */
export interface Sheet {
	language: string;
	title: string;
	/** What is coloured, for which month, and the figure of the whole. */
	lead: string;
	map: MapPicture;
	/** What lies to the left of a divider; null: the map stands for itself. */
	other: OtherMap | null;
	legend: {
		title: string;
		/** Says which count stands for which of two maps. */
		sides: string;
		nameOf: (state: MapState) => string;
		/** What the texture over an area says. */
		uncertain: string;
	};
	/** Source, moment of approval, change number, licence, address. */
	notes: string[];
}

const width = 1200;
const margin = 40;
const legendWidth = 290;
const { ink, 'ink-quiet': quiet } = palette;

export function drawSheet(sheet: Sheet): string {
	const { language, title, lead, map, other, notes } = sheet;
	const room = width - 2 * margin;
	const heading = fitted(title, {
		...{ width: room, lines: 2, sizes: [40, 34, 28], weight: 600 },
	});
	const leads = linesOf(lead, room / 20, 3);
	const leadTop = 76 + heading.lines.length * leadingOf(heading.size) - 12;
	const top = leadTop + leads.length * leadingOf(20) + 10;
	const mapRoom = room - legendWidth - 30;
	const ratio = map.drawing.height / map.drawing.width;
	const mapHeight =
		Math.round(Math.min(1400, Math.max(420, mapRoom * ratio))) + (other ? namesHeight : 0);
	const frame = { x: margin, y: top, width: mapRoom, height: mapHeight };
	const key = drawLegend(sheet, top);
	const bottom = Math.max(top + mapHeight, key.bottom);
	const foot = linesOf(notes.join(' · '), room / 16, 5);
	const height = bottom + 40 + foot.length * leadingOf(16) + 20;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" lang="${language}" role="img">`,
		`<title>${escapeXml(title)}</title><desc>${escapeXml(lead)}</desc>`,
		`<rect width="${width}" height="${height}" fill="${palette.ground}"/>`,
		textLines(heading.lines, [margin, 76], { size: heading.size, colour: ink, weight: 600 }),
		textLines(leads, [margin, leadTop], { size: 20, colour: ink }),
		other ? drawComparison(map, other, frame) : drawMap(map, frame),
		key.drawn,
		textLines(foot, [margin, bottom + 46], { size: 16, colour: quiet }),
		'</svg>',
	].join('');
}

/** What entries begin with: the colours first. */
const heads: readonly MapState[] = [...colouredStates, ...otherStates].filter(
	(state) => [...onlyState(state)][0] === state,
);

/** Every state that occurs, with how many areas are in it on each map; and where that ends. */
function drawLegend({ map, other, legend }: Sheet, top: number) {
	const { nameOf, uncertain } = legend;
	const left = width - margin - legendWidth;
	const titles = linesOf(legend.title, legendWidth / 18, 4);
	const prefix = 'legend';
	const maps = [...(other ? [other.map] : []), map];
	const counts = maps.map(({ drawing, states }) =>
		countStates(drawing.shapes.map(({ id }) => states.get(id) ?? 'notRequired')),
	);
	const countsOf = (state: MapState) => counts.map((each) => countEntry(each, state));
	const sidesTop = top + 18 + titles.length * leadingOf(18);
	let y = sidesTop + (other ? leadingOf(16) : 0) + 10;
	const entries = heads
		.filter((state) => countsOf(state).some((count) => count > 0))
		.map((state) => {
			const names = linesOf(nameOf(state), (legendWidth - 110) / 16, 3);
			const entry = [
				`<rect x="${left}" y="${y - 14}" width="30" height="18" fill="${fillOf(state, map.ramp, prefix)}" stroke="${palette['rule-strong']}" stroke-width="0.75"${state === 'notRequired' ? ' stroke-dasharray="3"' : ''}/>`,
				textLines(names, [left + 42, y], { size: 16, colour: ink }),
				textLines([countsOf(state).join(' | ')], [width - margin, y], {
					...{ size: 16, colour: quiet, anchor: 'end' },
				}),
			].join('');
			y += names.length * leadingOf(16) + 9;
			return entry;
		});
	if (map.uncertain.size > 0) {
		const names = linesOf(uncertain, (legendWidth - 110) / 16, 3);
		entries.push(
			`<rect x="${left}" y="${y - 14}" width="30" height="18" fill="${textureOf(prefix)}" stroke="${palette['rule-strong']}" stroke-width="0.75"/>`,
			textLines(names, [left + 42, y], { size: 16, colour: ink }),
			textLines([String(map.uncertain.size)], [width - margin, y], {
				...{ size: 16, colour: quiet, anchor: 'end' },
			}),
		);
		y += names.length * leadingOf(16) + 9;
	}
	const drawn = [
		textLines(titles, [left, top + 18], { size: 18, colour: ink, weight: 600 }),
		...(other
			? [
					textLines([legend.sides], [width - margin, sidesTop], {
						size: 16,
						colour: quiet,
						anchor: 'end',
					}),
				]
			: []),
		patternTiles(prefix, 1),
		textureTile(prefix, 1),
		...entries,
	].join('');
	return { drawn, bottom: y };
}
