import { escapeXml } from './text/sound-text';

/** What another site shows of ours in a frame. */
export interface Embed {
	/** With its origin. */
	address: string;
	title: string;
	width: number;
	height: number;
}

/** Nothing is drawn for less. */
export const leastWidth = 280;
/** Heights at the least width: what is wider is lower. */
export const embedSizes = {
	commune: { width: 420, height: 370 },
	map: { width: 480, height: 680 },
} as const;

/** What is pasted into the other site. */
export const iframeOf = ({ address, title, width, height }: Embed): string =>
	`<iframe src="${escapeXml(address)}" title="${escapeXml(title)}" width="${width}" height="${height}" style="max-width:100%;border:0" loading="lazy"></iframe>`;

/** The query of a frame that stays as it is, whatever is corrected later. */
export const pinnedQuery = (version: { period: string; number: number }): string =>
	`?thang=${version.period}&so=${version.number}`;
