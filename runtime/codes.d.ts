/** The codes that the application adds: none, unless `contracts!` lists some. */
export type ApplicationCode = never;

/** Their HTTP statuses. */
export declare const APPLICATION_STATUSES: Readonly<Record<ApplicationCode, number>>;
