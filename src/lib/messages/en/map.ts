import type { Messages } from '..';

export const map: Messages['map'] = {};
