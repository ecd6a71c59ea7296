/** The most characters of each field. */
export const longestContact = { office: 120, phone: 40, email: 120, hours: 80, channel: 200 };
