/** Read, printed and downloaded on whatever there is: HTML and CSS alone. */
export const csr = false;
