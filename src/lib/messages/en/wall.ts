import type { Messages } from '..';

export const wall: Messages['wall'] = {};
