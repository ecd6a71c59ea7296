import type { Messages } from '..';

export const ranking: Messages['ranking'] = {};
