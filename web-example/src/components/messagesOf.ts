import { type FieldErrors, get } from "react-hook-form";
import { words } from "../forms/typed.ts";

/** How much of a word is enough to tell it from others, in characters. */
const ENOUGH = 20;

/**
 * The messages at a path. One input may hold a list of words, as that of `tags` does: then there are
 * those of each word, with the word.
 */
export function messagesOf(errors: FieldErrors, path: string, typed?: unknown): string[] {
  const error: unknown = get(errors, path);
  if (!Array.isArray(error)) return said(error);
  const all = words(String(typed));
  return error.flatMap((error, index) => said(error).map((message) => `“${shorten(all[index] ?? "")}”: ${message}`));
}

function said(error: unknown): string[] {
  const isSaid = typeof error === "object" && error !== null && "message" in error;
  return isSaid && typeof error.message === "string" ? [error.message] : [];
}

function shorten(word: string): string {
  const characters = [...word];
  return characters.length <= ENOUGH ? word : `${characters.slice(0, ENOUGH).join("")}…`;
}
