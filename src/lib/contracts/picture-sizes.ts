/** Of the card that link previews take from the address of a page. */
export const cardSize = { width: 1200, height: 630 } as const;
