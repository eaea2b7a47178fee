/**
 * What TypeScript makes of the zoo's package: unions, recursion, maps, tuples and numbers of 64 bits. Only the compiler
 * reads this.
 */
import * as zoo from "zoo";
import type { Comment, Event, Input, Payload, Shape, Target, Tree, Widths } from "zoo";
import { flattenError, treeifyError } from "zoo/errors";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function holds<_Condition extends true>(): void;

// What a payload gives, it takes; but for ts-rs, an option that is `required` may be null in the value.
type Zoo = typeof zoo;
type NotTaken = { [Name in keyof Zoo]: Zoo[Name] extends Payload<infer T, infer I> ? (T extends I ? never : Name) : never };
type WithRequired = "Presence" | "Wrapped" | "Sight" | "Sights" | "Instances" | "RevisionOfIntegerAndColour" | "LeftOut" | "LeftOutPatch";
holds<Equal<NotTaken[keyof Zoo], WithRequired>>();

// A switch over the name of a variant tells what it holds, and knows when none is left.
export function area(shape: Shape): number {
  switch (shape.kind) {
    case "circle":
      return shape.radius ** 2 * Math.PI;
    case "rectangle":
      return shape.theWidth * shape.theHeight;
    case "Polygon!":
      return shape.CORNERS.length;
    case "point":
      // @ts-expect-error a point has no extent
      return shape.radius;
    case "deep":
    case "span":
      return 0;
    // @ts-expect-error no such variant
    case "sphere":
    default:
      return shape satisfies never;
  }
}

export function tell(event: Event): string {
  if (event.event === "pinged") return "";
  holds<Equal<Extract<Event, { event: "placed" }>["data"][0], number>>();
  return event.event === "noted" ? event.data : JSON.stringify(event.data);
}

export const targets: Target[] = ["nobody", { contact: 7 }, { named: { name: "A" } }];
// @ts-expect-error one name at a time
export const both: Target = { contact: 7, choice: null, event: 1 };

// In an input, fields of variants may be missing as those of structs may.
({ kind: "rectangle", theWidth: 1 }) satisfies Input<typeof zoo.Shape>;
// @ts-expect-error in the value it is there
({ kind: "rectangle", theWidth: 1, label: null }) satisfies Shape;
// @ts-expect-error a field of another variant
({ kind: "rectangle", theWidth: 1, radius: 2 }) satisfies Input<typeof zoo.Shape>;

// What holds itself may be as deep as it likes; so may its errors.
({ weight: 1, children: [{ weight: 2 }] }) satisfies Input<typeof zoo.Tree>;
({ weight: 1, children: [{ weight: 2, children: [] }] }) satisfies Tree;
// @ts-expect-error the weight is missing
({ weight: 1, children: [{ children: [] }] }) satisfies Input<typeof zoo.Tree>;

export function errorsOf(value: unknown): unknown[] {
  const { error } = zoo.Tree.safeParse(value);
  if (!error) return [];
  const { children } = treeifyError(error).properties ?? {};
  const grandchild = children?.items?.[0]?.properties?.children?.items?.[0]?.properties;
  // @ts-expect-error no such field, however deep
  grandchild?.height;
  return [grandchild?.weight?.errors];
}

// Errors of a union know the fields of every variant.
export function errorsOfUnion(value: unknown): unknown {
  const { error } = zoo.Shape.safeParse(value);
  if (!error) return;
  const { fieldErrors } = flattenError(error);
  // @ts-expect-error no variant has such a field
  fieldErrors.depth;
  return [fieldErrors.kind, fieldErrors.radius, fieldErrors.theWidth, fieldErrors.CORNERS];
}

// Numbers of 64 bits are BigInts; numbers are taken, too.
holds<Equal<Widths["gaps"], (bigint | null)[]>>();
holds<Equal<Input<typeof zoo.Widths>["list"], (number | bigint)[]>>();
// @ts-expect-error a BigInt is no number
({}) as Widths satisfies { unsigned: number };

// Of a comment all of what is inside is known, under its name.
export const quoted = (comment: Comment): string | undefined => comment.quoted?.author?.name ?? comment.replies[0]?.text;
