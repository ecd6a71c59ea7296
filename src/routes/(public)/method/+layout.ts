/** Read on old phones: the page is HTML and CSS alone. */
export const csr = false;
