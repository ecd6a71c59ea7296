import type { Edition } from './rows';

/** Where a page lists an edition. */
export const editionAnchor = ({ period, number }: Pick<Edition, 'period' | 'number'>): string =>
	`ban-${period}-${number}`;
