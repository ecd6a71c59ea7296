export const commune = {};
