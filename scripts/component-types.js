// @ts-check
// Imported by the lint's configuration before the parser of components, which looks at this when it
// is loaded: TypeScript then reads components as the parser does, and types are worked out once for
// all of them instead of anew after each.
process.env.SVELTE_ESLINT_PARSER_EXPERIMENTAL_TS_SYS_HOOK = '1';
