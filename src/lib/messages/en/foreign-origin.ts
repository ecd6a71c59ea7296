/** Said by the server alone, so that no page carries it. */
export const foreignOrigin = (asking: string, own: string) =>
	`This form was sent from ${asking}, but the server takes forms from its own address alone, ${own}. If ${asking} is the address of this site, the administrator has to set ORIGIN=${asking} and restart the server.`;
