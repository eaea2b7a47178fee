/** What must be the case for the compiler. */

export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export function holds<_Condition extends true>(): void {}
