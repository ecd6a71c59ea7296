/**
 * What a `<details>` spreads to be open from the beginning. Written as `open={false}` it would close
 * again, once the scripts come, what a reader opened before them.
 */
export const openIf = (isOpen: boolean): { open?: true } => (isOpen ? { open: true } : {});
