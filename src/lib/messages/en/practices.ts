import type { Messages } from '..';

export const practices: Messages['practices'] = {};
