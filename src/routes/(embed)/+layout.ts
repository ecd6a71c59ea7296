/** Within other people's pages: HTML and CSS alone. */
export const csr = false;
