/** Looked at on whatever phone is at hand, at somebody's door: the page is HTML and CSS alone. */
export const csr = false;
