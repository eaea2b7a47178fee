/**
 * The codes that an application adds to the built-in ones, with their HTTP statuses. There are none
 * here: the package of an application that has some has a file of its own in this place.
 *
 * @type {Readonly<Record<string, number>>}
 */
export const APPLICATION_STATUSES = {};
