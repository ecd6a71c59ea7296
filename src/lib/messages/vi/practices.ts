export const practices = {};
