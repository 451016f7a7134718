/** The one global of our scripts: see overrides/assets/site/house.js. */
declare var clearingHouse: import("../../overrides/assets/site/house.js").House

/** What the theme's script in the head keeps for a reader of this site: the scheme that was chosen. */
declare function __md_get(key: string): { index: number } | null
declare function __md_set(key: string, value: object): void
