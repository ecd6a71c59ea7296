import type { Messages } from '..';

export const commune: Messages['commune'] = {};
