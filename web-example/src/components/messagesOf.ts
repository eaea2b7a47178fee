import { type FieldErrors, get } from "react-hook-form";

/**
 * The messages at a path. One input may hold a list of words, as that of `tags` does: then there are
 * those of the words, which are counted from 1 as people do.
 */
export function messagesOf(errors: FieldErrors, path: string): string[] {
  const error: unknown = get(errors, path);
  if (Array.isArray(error)) return error.flatMap((error, index) => said(error).map((said) => `${index + 1}. ${said}`));
  return said(error);
}

function said(error: unknown): string[] {
  const isSaid = typeof error === "object" && error !== null && "message" in error;
  return isSaid && typeof error.message === "string" ? [error.message] : [];
}
