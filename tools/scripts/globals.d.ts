/** The one global of our scripts: see overrides/assets/site/house.js. */
declare var clearingHouse: import("../../overrides/assets/site/house.js").House

/** The theme's stream of pages: whoever subscribes is called for the page that is there and for each that takes its place. */
declare const document$: { subscribe(work: () => void): void }
