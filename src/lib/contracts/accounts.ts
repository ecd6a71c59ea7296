/** From least to most; a role holds for its unit and everything below it. */
export const roles = ['viewer', 'reporter', 'approver', 'committee', 'administrator'] as const;
export type Role = (typeof roles)[number];

export interface RoleGrant {
	role: Role;
	unitId: number;
	/** The account whose role it is, while that person is away; left out where it is one's own. */
	onBehalfOf?: number;
}

/** Who is acting: resolved once per request from the session cookie or the bearer token. */
export interface Actor {
	accountId: number;
	name: string;
	displayName: string;
	grants: RoleGrant[];
}

/** Whoever reads by roles: a person, or a screen on a wall, which has no account. */
export type Viewer = Pick<Actor, 'grants'>;

/** Holds the number of the account whose drafts this device shows; readable by scripts, worth nothing. */
export const deviceOwnerCookie = 'entry-account';
