import { cardSize } from '../contracts/picture-sizes';
import { escapeXml } from '../contracts/text/sound-text';
import type { LegendScale } from '../map/legend/scale';
import { drawMap, type MapPicture } from './map';
import { palette, rampColour } from './palette';
import { fitted, leadingOf, linesOf, textLines, widthOf } from './text';

/** What is shown of an address where only one picture of it is. */
export interface Card {
	/** In the language of its words. */
	language: string;
	/** Above the title: the site, and that it is a demonstration. */
	site: string[];
	title: string;
	/** The key figure, `78,4%`. */
	figure: string | null;
	sentence: string;
	/** In place of a figure: several beside one another, by shares 0–1. */
	bars: { name: string; text: string; share: number | null }[];
	map: CardMap | null;
	/** Month, approval, change number, source: at the foot. */
	notes: string[];
}

export interface CardMap {
	picture: MapPicture;
	/** What the colours stand for; null: for what the figure and its sentence say. */
	title: string | null;
	scale: Pick<LegendScale, 'columns' | 'bounds'>;
}

const margin = 60;
const mapFrame = { x: 690, y: 60, width: 450, height: 420 };
const { ink, 'ink-quiet': quiet } = palette;

export function drawCard(card: Card): string {
	const { width, height } = cardSize;
	const room = (card.map ? mapFrame.x - 40 : width - margin) - margin;
	const title = fitted(card.title, {
		...{ width: room, lines: 2, sizes: [56, 50, 44, 38], weight: 600 },
	});
	const below = 146 + (title.lines.length - 1) * leadingOf(title.size);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" lang="${card.language}">`,
		`<title>${escapeXml(card.title)}</title>`,
		`<rect width="${width}" height="${height}" fill="${palette.ground}"/>`,
		`<rect width="16" height="${height}" fill="${palette.bar}"/>`,
		textLines([card.site.join(' · ')], [margin, 66], { size: 24, colour: quiet }),
		textLines(title.lines, [margin, below - (title.lines.length - 1) * leadingOf(title.size)], {
			...{ size: title.size, colour: ink, weight: 600 },
		}),
		card.bars.length > 0
			? drawBars(card.bars, below + 48, room)
			: figureAndSentence(card, below, room),
		card.map ? drawMap(card.map.picture, mapFrame) + drawRamp(card.map) : '',
		drawNotes(card.notes),
		'</svg>',
	].join('');
}

function figureAndSentence({ figure, sentence }: Card, below: number, room: number): string {
	const size = 132;
	const top = figure === null ? below + 66 : below + 66 + size;
	const text = fitted(sentence, {
		width: room,
		lines: figure === null ? 7 : 5,
		sizes: [32, 28, 24],
		weight: 400,
	});
	return [
		figure === null
			? ''
			: textLines([figure], [margin - 4, below + 36 + Math.round(size * 0.8)], {
					...{ size, colour: ink, weight: 600 },
				}),
		textLines(text.lines, [margin, figure === null ? top : top + 6], {
			...{ size: text.size, colour: ink },
		}),
	].join('');
}

function drawBars(bars: Card['bars'], top: number, room: number): string {
	const step = 92;
	return bars
		.map(({ name, text, share }, index) => {
			const y = top + index * step;
			const filled = Math.round((share ?? 0) * room);
			const [shown = ''] = linesOf(name, (room - 30) / 28 - widthOf(text), 1);
			return [
				textLines([shown], [margin, y + 28], { size: 28, colour: ink }),
				textLines([text], [margin + room, y + 28], {
					...{ size: 28, colour: ink, weight: 600, anchor: 'end' },
				}),
				`<rect x="${margin}" y="${y + 44}" width="${room}" height="16" fill="${palette['bar-ground']}"/>`,
				share === null
					? ''
					: `<rect x="${margin}" y="${y + 44}" width="${filled}" height="16" fill="${palette.bar}"/>`,
			].join('');
		})
		.join('');
}

/** The classes with their bounds, below the map. */
function drawRamp({ picture, title, scale: { columns, bounds } }: CardMap): string {
	const { x, width } = mapFrame;
	const step = width / columns.length;
	const y = 500;
	const classes = columns.map(
		(state, index) =>
			`<rect x="${x + index * step}" y="${y}" width="${step}" height="14" fill="${rampColour(state, picture.ramp) ?? palette['area-ground']}" stroke="${palette['rule-strong']}" stroke-width="0.5"/>`,
	);
	const written = bounds.map((bound, index) => {
		const anchor = index === columns.length ? 'end' : 'start';
		return textLines([bound], [x + index * step, y + 34], { size: 16, colour: quiet, anchor });
	});
	const [named = ''] = title === null ? [] : linesOf(title, width / 16, 1);
	return [
		textLines([named], [x, y - 10], { size: 16, colour: quiet }),
		...classes,
		...written,
	].join('');
}

function drawNotes(notes: readonly string[]): string {
	const lines = linesOf(notes.join(' · '), (cardSize.width - 2 * margin) / 20, 2);
	return (
		`<path d="M${margin} 552H${cardSize.width - margin}" stroke="${palette.rule}" stroke-width="2"/>` +
		textLines(lines, [margin, 582], { size: 20, colour: quiet })
	);
}
